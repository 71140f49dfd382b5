using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Tabulated;

/// <summary>Many epochs at once against one at a time, on a real table.</summary>
public sealed class TabulatedKernelTests
{
    private static readonly Tolerance s_metres = Tolerance.Of(1e-7, "m", "eleven terms of weights up to 1, 26,000 km x 2^-53 each, twice, and half as much again by the turn");
    private static readonly Tolerance s_speeds = Tolerance.Of(1e-10, "m/s", "the same through weights of the derivative (some units for one row, 900 s)");

    /// <summary>Steps that divide the interval, are multiples of it, and neither; starts on a row and between rows; the whole day with both ends.</summary>
    [Theory]
    [InlineData(30, 0)]
    [InlineData(30, 7)]
    [InlineData(450, 0)]
    [InlineData(900, 0)]
    [InlineData(900, 450)]
    [InlineData(1800, 200)]
    [InlineData(77, 13)]
    [InlineData(1300, 1)]
    public void Kernel_equals_one_at_a_time(int step, int offset)
    {
        foreach (string satellite in new[] { "G05", "E11", "R07" })
        {
            TabulatedOrbit orbit = SharedProducts.Sp3("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz").Orbit(SatelliteId.Parse(satellite))!;
            Epoch start = orbit.Validity.First + Duration.FromSeconds(offset);
            int n = (int)Duration.FloorDivide(orbit.Validity.Last - start, Duration.FromSeconds(step)) + 1;
            StateVector[] filled = new StateVector[n];
            orbit.Fill(start, Duration.FromSeconds(step), filled);
            for (int i = 0; i < n; i++)
            {
                StateVector expected = orbit.At(start + Duration.FromSeconds((long)step * i));
                Assert.Equal((expected.Epoch, expected.Frame), (filled[i].Epoch, filled[i].Frame));
                Check.Within(s_metres, expected.Position, filled[i].Position, $"{satellite} position {i}");
                Check.Within(s_speeds, expected.Velocity, filled[i].Velocity, $"{satellite} velocity {i}");
            }
        }
    }

    [Fact]
    public void Gaps_are_met_as_one_at_a_time()
    {
        TabulatedOrbit whole = SharedProducts.Sp3("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz").Orbit(SatelliteId.Parse("G05"))!;
        Duration step = Duration.FromMinutes(15);
        Vector3d[] rows = [.. Enumerable.Range(0, 96).Select(i => i is >= 40 and <= 44 ? new Vector3d(double.NaN, double.NaN, double.NaN) : whole.At(whole.Validity.First + (step * i)).Position)];
        TabulatedOrbit orbit = new(whole.Validity.First, step, rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => orbit.Fill(whole.Validity.First, step, new StateVector[96]));
        Assert.Throws<ArgumentOutOfRangeException>(() => orbit.Fill(whole.Validity.Last, step, new StateVector[2]));
        StateVector[] later = new StateVector[51];
        orbit.Fill(whole.Validity.First + (step * 45), step, later);
        Check.Within(s_metres, rows[95], later[50].Position, "last row");
    }
}
