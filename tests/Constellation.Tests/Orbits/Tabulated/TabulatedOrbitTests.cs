using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Tabulated;

public sealed class TabulatedOrbitTests(ITestOutputHelper output)
{
    private static readonly Epoch Start = Epoch.FromGps(2100, Duration.Zero);

    /// <summary>A 1 min table of real orbits thinned to the step; the rows left out are the truth. The file rounds to 1 mm, so truth and nodes are good to 0.3 mm each.</summary>
    /// <param name="step">Rows of a minute between the nodes kept.</param>
    /// <param name="middleLimit">RMS in space five steps or more from the ends: 2 mm is asked for 5 min; rounding alone gives about 0.6 mm.</param>
    /// <param name="endLimit">Largest error in the first and last step: stated, not promised to be small.</param>
    [Theory]
    [InlineData(5, 0.0015, 0.02)]
    [InlineData(10, 0.0015, 0.03)]
    [InlineData(15, 0.002, 1.5)]
    public void Rows_left_out_are_met(int step, double middleLimit, double endLimit)
    {
        Sp3File file = SharedProducts.Sp3("WUM0MGXRAP_20200010000_01D_01M_ORB.SP3.gz");
        (double sum, int count, double worst, double end) = (0, 0, 0, 0);
        foreach (Sp3Satellite satellite in file.Satellites)
        {
            Vector3d[] kept = [.. satellite.Positions.Where((_, row) => row % step == 0)];
            TabulatedOrbit orbit = new(file.Epochs[0], Duration.FromMinutes(step), kept);
            for (int row = step / 2; row < (kept.Length - 1) * step; row += step)
            {
                double error = (orbit.At(file.Epochs[row]).Position - satellite.Positions[row]).Norm;
                int node = row / step;
                if (node >= 5 && node < kept.Length - 6)
                {
                    (sum, count, worst) = (sum + (error * error), count + 1, Math.Max(worst, error));
                }
                else if (node == 0 || node == kept.Length - 2)
                {
                    end = Math.Max(end, error);
                }
            }
        }

        double rms = Math.Sqrt(sum / count);
        output.WriteLine($"{step} min: {count} rows, rms {1000 * rms:0.00} mm, worst {1000 * worst:0.0} mm, worst of the end steps {1000 * end:0.0} mm");
        Assert.InRange(rms, 0, middleLimit);
        Assert.InRange(end, 0, endLimit);
    }

    [Fact]
    public void Velocity_meets_the_published_one()
    {
        // NGA gives velocities in 1e-7 km/s; positions rounded to 1 mm over 15 min steps leave about 0.01 mm/s, interpolation ten times that.
        Sp3File file = SharedProducts.Sp3("NGA0OPSRAP_20251850000_01D_15M_ORB.SP3.gz");
        double worst = 0;
        foreach (Sp3Satellite satellite in file.Satellites)
        {
            TabulatedOrbit orbit = file.Orbit(satellite.Id)!;
            for (int row = 5; row < file.Epochs.Length - 5; row++)
            {
                worst = Math.Max(worst, (orbit.At(file.Epochs[row]).Velocity - satellite.Velocities![row]).Norm);
            }
        }

        output.WriteLine($"largest velocity difference {1000 * worst:0.000} mm/s");
        Assert.InRange(worst, 0, 1e-3);
    }

    [Fact]
    public void Two_days_interpolate_across_midnight()
    {
        Sp3File first = SharedProducts.Sp3("GRG0MGXFIN_20201760000_01D_15M_ORB.SP3.gz"), second = SharedProducts.Sp3("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz");
        Epoch midnight = second.Epochs[0];
        Epoch between = midnight - Duration.FromSeconds(450);
        SatelliteId id = SatelliteId.Parse("G05");
        Assert.False(first.Orbit(id)!.TryAt(between, out _));
        TabulatedOrbit joined = Sp3File.Merge([second, first]).Orbit(id)!;

        // The other centre's table has a node there; the two agree to 3 cm typically, and each day's end is a few centimetres off the other's start.
        TabulatedOrbit other = SharedProducts.Sp3("Sta21114.sp3.gz").Orbit(id)!;
        Assert.InRange((joined.At(midnight).Position - other.At(midnight).Position).Norm, 0, 0.15);
        Assert.True(joined.TryAt(between, out _));
        Assert.Single(joined.Segments);
    }

    [Fact]
    public void A_row_is_met_exactly_and_the_ends_are_the_ends()
    {
        Vector3d[] rows = Circle(40);
        TabulatedOrbit orbit = new(Start, Duration.FromMinutes(5), rows);
        for (int i = 0; i < rows.Length; i++)
        {
            // Rounding of two turns of 2.6e7 m.
            Assert.InRange((orbit.At(Start + Duration.FromMinutes(5 * i)).Position - rows[i]).Norm, 0, 1e-7);
        }

        Assert.False(orbit.TryAt(orbit.Validity.First - Duration.FromSeconds(0, 1), out _));
        Assert.False(orbit.TryAt(orbit.Validity.Last + Duration.FromSeconds(0, 1), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => orbit.At(orbit.Validity.Last + Duration.FromSeconds(1)));
    }

    [Fact]
    public void Velocity_is_the_derivative_of_position()
    {
        TabulatedOrbit orbit = new(Start, Duration.FromMinutes(5), Circle(40));
        foreach (double seconds in new[] { 30.0, 3000, 3000.25, 6133.7, 11690 })
        {
            Epoch epoch = Start + Duration.FromSeconds(seconds);
            Vector3d numerical = (orbit.At(epoch + Duration.FromSeconds(1)).Position - orbit.At(epoch - Duration.FromSeconds(1)).Position) / 2;

            // The central difference is wrong by v''' / 6, 4e3 (1.5e-4)^2 / 6 = 1.5e-5 m/s, plus rounding of the positions.
            Assert.InRange((orbit.At(epoch).Velocity - numerical).Norm, 0, 3e-5);
        }
    }

    [Fact]
    public void Nothing_is_drawn_across_a_gap()
    {
        Vector3d[] rows = Circle(60);
        rows[30] = new Vector3d(double.NaN, double.NaN, double.NaN);
        TabulatedOrbit orbit = new(Start, Duration.FromMinutes(5), rows);
        Assert.Equal(2, orbit.Segments.Count());
        Assert.True(orbit.TryAt(Start + Duration.FromMinutes(145), out _));
        Assert.False(orbit.TryAt(Start + Duration.FromMinutes(146), out _));
        Assert.False(orbit.TryAt(Start + Duration.FromMinutes(150), out _));
        Assert.False(orbit.TryAt(Start + Duration.FromMinutes(154), out _));
        Assert.True(orbit.TryAt(Start + Duration.FromMinutes(155), out _));
    }

    [Fact]
    public void Lagrange_weights_are_exact_for_polynomials()
    {
        Span<double> values = stackalloc double[11], slopes = stackalloc double[11];
        foreach (double u in new[] { 0, 1, 4.999999999, 5, 5.37, 10 })
        {
            LagrangeWeights.Fill(u, values, slopes);
            for (int degree = 0; degree <= 10; degree++)
            {
                (double value, double slope) = (0, 0);
                for (int j = 0; j < 11; j++)
                {
                    value += values[j] * Math.Pow(j - 5, degree);
                    slope += slopes[j] * Math.Pow(j - 5, degree);
                }

                // Node values reach 5^10 = 1e7, weights 1: rounding of 1e7 times a few ulp, slopes ten times that.
                Assert.Equal(Math.Pow(u - 5, degree), value, 1e-7);
                Assert.Equal(degree == 0 ? 0 : degree * Math.Pow(u - 5, degree - 1), slope, 1e-6);
            }
        }
    }

    /// <summary>A circle in still space at 26 600 km, seen from the turning Earth.</summary>
    private static Vector3d[] Circle(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            double t = 300.0 * i, u = 1.458e-4 * t, turn = 7.292115e-5 * t;
            Vector3d still = 2.66e7 * new Vector3d(Math.Cos(u), Math.Sin(u) * Math.Cos(0.96), Math.Sin(u) * Math.Sin(0.96));
            return Matrix3d.R3(turn) * still;
        }),
    ];
}
