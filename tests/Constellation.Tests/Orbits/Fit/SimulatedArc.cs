using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Fit;

/// <summary>A satellite that moves exactly as the model says: truth that a fit must find again.</summary>
internal static class SimulatedArc
{
    public static readonly Epoch T0 = Epoch.FromGps(2253, Duration.FromHours(12));

    public static readonly StateVector Initial = new KeplerJ2Orbit(new(2.79061e7, 0.002, double.DegreesToRadians(55), 1, 2, 3), T0).OsculatingAt(T0);

    /// <summary>D0, Y0, B0, B1c, B1s.</summary>
    public static readonly double[] Radiation = [-1.1e-7, 7e-10, -9e-10, 4e-10, -1.2e-9];

    public static ForceModel Truth { get; } = ForceModel.Standard(EarthOrientation.BuiltIn, 4).With(EcomRadiation.Ecom1(Radiation[0], Radiation[1], Radiation[2], Radiation[3], Radiation[4]));

    public static ForceModel Apriori { get; } = ForceModel.Standard(EarthOrientation.BuiltIn, 4).With(EcomRadiation.Ecom1(-1e-7));

    public static OrbitFitSettings FiveAmplitudes { get; } = new() { Parameters = [.. Apriori.Forces[^1].Parameters.ToArray().Select(p => new EstimatedParameter(p.Name))] };

    /// <summary>Every half hour over a day.</summary>
    public static PositionObservation[] Positions(double sigma, ulong seed)
    {
        NumericalOrbit orbit = NumericalPropagator.Propagate(Initial, new(T0, T0 + Duration.FromDays(1)), Truth);
        RandomDraws draws = new(seed, 0, default, default);
        PositionObservation[] positions = new PositionObservation[49];
        for (int i = 0; i < positions.Length; i++)
        {
            Epoch epoch = T0 + Duration.FromMinutes(30 * i);
            (double x, double y) = draws.NormalPairAt(2 * (ulong)i);
            (double z, _) = draws.NormalPairAt((2 * (ulong)i) + 1);
            positions[i] = new(epoch, new(orbit.At(epoch).Position + (seed == 0 ? Vector3d.Zero : sigma * new Vector3d(x, y, z))), sigma);
        }

        return positions;
    }

    public static StateVector Moved(double metres) => Initial with
    {
        Position = Initial.Position + new Vector3d(metres, -metres, 0.5 * metres),
        Velocity = Initial.Velocity + (1e-4 * new Vector3d(-metres, metres, metres)),
    };
}
