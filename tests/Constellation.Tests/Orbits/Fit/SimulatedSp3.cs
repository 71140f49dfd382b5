using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Fit;

/// <summary>SP3 files of satellites that move by a simple force model, with whatever defects a test wants.</summary>
internal static class SimulatedSp3
{
    public static readonly Epoch Start = Epoch.FromGps(2253, Duration.Zero);
    public static readonly Duration Step = Duration.FromMinutes(15);

    /// <summary>Rows of consecutive epochs from <paramref name="firstRow"/> on; the same orbit in every file.</summary>
    public static Sp3File File(int firstRow, int rows, Action<Sp3Satellite>? damage = null, string agency = "TEST", string[]? satellites = null)
    {
        Epoch[] epochs = [.. Enumerable.Range(firstRow, rows).Select(i => Start + (Step * i))];
        List<Sp3Satellite> tables = [];
        foreach (string id in satellites ?? ["G05"])
        {
            Sp3Satellite table = new() { Id = SatelliteId.Parse(id), Positions = Positions(SatelliteId.Parse(id), epochs), Clocks = new double[rows], Marks = new Sp3Marks[rows] };
            damage?.Invoke(table);
            tables.Add(table);
        }

        return new Sp3File { Version = 'd', TimeScale = TimeScale.Gpst, Interval = Step, Epochs = epochs, Satellites = tables, Agency = agency, CoordinateSystem = "IGS20" };
    }

    private static Vector3d[] Positions(SatelliteId id, Epoch[] epochs)
    {
        MeanElements elements = new(2.65598e7, 0.01, double.DegreesToRadians(55), 1, 2, 0.3 * id.Number);
        StateVector initial = new KeplerJ2Orbit(elements, Start).OsculatingAt(Start);
        ForceModel forces = ForceModel.Standard(EarthOrientation.BuiltIn, 12).With(EcomRadiation.Ecom1(-9e-8, 5e-10, -3e-10));
        NumericalOrbit orbit = NumericalPropagator.Propagate(initial, new(epochs[0], epochs[^1]), forces);
        return [.. epochs.Select(e => EarthOrientation.BuiltIn.At(e).ToItrf(orbit.At(e)).Position)];
    }
}
