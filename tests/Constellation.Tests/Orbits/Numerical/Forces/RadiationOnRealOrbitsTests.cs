using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

/// <summary>What the surfaces are worth: a day of a centre's orbits, fitted with five empirical amplitudes alone and with the surfaces under them.</summary>
public sealed class RadiationOnRealOrbitsTests
{
    private static readonly Lazy<Sp3File> s_day = Day("COD0MGXFIN_20240900000_01D_05M_ORB.SP3.gz"), s_beidou2 = Day("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz");

    [Theory, InlineData("E02"), InlineData("E12"), InlineData("G05"), InlineData("G16"), InlineData("R21"), InlineData("C27")]
    public void Surfaces_earth_light_and_thrust_halve_the_residuals(string satellite)
    {
        SatelliteId id = SatelliteId.Parse(satellite);
        SatelliteProperties properties = SatelliteProperties.For(id, s_day.Value.Epochs[0]);
        double bare = Fit(s_day.Value, id, EcomRadiation.Ecom1(-1e-7)), full = Fit(s_day.Value, id, EcomRadiation.Ecom1(), new BoxWingRadiation(properties), new EarthRadiation(properties), new AntennaThrust(properties));
        Assert.True(full < 0.6 * bare, $"{satellite}: {full} m, {bare} m with amplitudes alone");
        Check.Within(Tolerance.Of(0.035, "m", "orbits of different centres differ by 2 to 10 cm"), 0, full, satellite);
    }

    /// <summary>
    /// BeiDou-2 below 4 degrees of beta: C09 (3.7 degrees) is orbit-normal, C06 and C16 (1.7 and 1.2 degrees) go on steering, and the orbits know it, since panels that do
    /// not face the Sun are pushed less.
    /// </summary>
    [Theory, InlineData("C09", 0.5), InlineData("C06", 0.8), InlineData("C16", 0.95)]
    public void Orbits_tell_which_BeiDou2_are_orbit_normal(string satellite, double share)
    {
        SatelliteId id = SatelliteId.Parse(satellite);
        SatelliteProperties p = SatelliteProperties.For(id, s_beidou2.Value.Epochs[0]);
        YawLaw other = satellite == "C09" ? NominalYaw.Instance : OrbitNormal.Instance;
        double table = Fit(s_beidou2.Value, id, EcomRadiation.Ecom1(), new BoxWingRadiation(p)), wrong = Fit(s_beidou2.Value, id, EcomRadiation.Ecom1(), new BoxWingRadiation(p.Surfaces, p.Mass, other));
        Assert.True(table < share * wrong, $"{satellite}: {table} m by its law, {wrong} m by the other");
    }

    private static Lazy<Sp3File> Day(string file) => new(() => Sp3Reader.Read(TestData.Shared("data/sp3/" + file)).ValueOrThrow());

    /// <summary>RMS of the 3D residuals, m, after three steps of least squares for the state and the amplitudes.</summary>
    private static double Fit(Sp3File sp3, SatelliteId id, EcomRadiation ecom, params IForce[] others)
    {
        Sp3Satellite table = sp3.Find(id)!;
        (Epoch Epoch, Vector3d Gcrf)[] points = [.. Enumerable.Range(0, sp3.Epochs.Length / 3).Select(i => (sp3.Epochs[3 * i], EarthOrientation.BuiltIn.At(sp3.Epochs[3 * i]).GcrfToItrf.Transpose() * table.Positions[3 * i]))];
        Epoch middle = points[points.Length / 2].Epoch;
        StateVector state = EarthOrientation.BuiltIn.At(middle).ToGcrf(sp3.Orbit(id)!.At(middle));
        ForceModel rest = ForceSelection.Of("full", "-box-wing", "-earth-radiation", "-antenna-thrust").Build(new ForceSetting { Earth = EarthOrientation.BuiltIn }).With(others);
        double rms = 0;
        IForce amplitudes = ecom;
        for (int iteration = 0; iteration < 4; iteration++)
        {
            VariationalOrbit orbit = NumericalPropagator.PropagateWithPartials(state, new(points[0].Epoch, points[^1].Epoch), rest.With(amplitudes));
            const int Unknowns = 11;
            int columns = orbit.Columns;
            double[] scale = [1, 1, 1, 1e-4, 1e-4, 1e-4, 1e-7, 1e-9, 1e-9, 1e-9, 1e-9], partials = new double[6 * columns];
            double[,] normal = new double[Unknowns, Unknowns + 1];
            double sum = 0;
            foreach ((Epoch epoch, Vector3d gcrf) in points)
            {
                Vector3d difference = gcrf - orbit.At(epoch, partials).Position;
                sum += difference.NormSquared;
                ReadOnlySpan<double> parts = [difference.X, difference.Y, difference.Z];
                for (int row = 0; row < 3; row++)
                {
                    double At(int k) => partials[(row * columns) + (k < 6 ? k : columns - 5 + k - 6)] * scale[k];
                    for (int a = 0; a < Unknowns; a++)
                    {
                        normal[a, Unknowns] += At(a) * parts[row];
                        for (int b = 0; b < Unknowns; b++)
                        {
                            normal[a, b] += At(a) * At(b);
                        }
                    }
                }
            }

            rms = Math.Sqrt(sum / points.Length);
            double[] step = Solve(normal, Unknowns);
            state = state with { Position = state.Position + new Vector3d(step[0], step[1], step[2]), Velocity = state.Velocity + (1e-4 * new Vector3d(step[3], step[4], step[5])) };
            amplitudes = amplitudes.WithParameters([.. amplitudes.Parameters.ToArray().Select((p, k) => p.Value + (step[6 + k] * scale[6 + k]))]);
        }

        return rms;
    }

    /// <summary>Gauss elimination of positive definite equations, right side in the last column.</summary>
    private static double[] Solve(double[,] m, int n)
    {
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int row = i + 1; row < n; row++)
            {
                double factor = m[row, i] / m[i, i];
                for (int column = i; column <= n; column++)
                {
                    m[row, column] -= factor * m[i, column];
                }
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            x[i] = m[i, n];
            for (int column = i + 1; column < n; column++)
            {
                x[i] -= m[i, column] * x[column];
            }

            x[i] /= m[i, i];
        }

        return x;
    }
}
