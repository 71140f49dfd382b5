using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Tests.Positioning.Precise;

public sealed class OrbitTailTests
{
    /// <summary>Tables cut off, carried on, and compared with the rows that were cut: every sixth satellite of the product.</summary>
    [Theory]
    [InlineData("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz", 900, 0.02)]
    [InlineData("COM21684.EPH.gz", 300, 0.03)]
    public void Carried_orbits_meet_the_rows_that_were_cut_off(string file, int interval, double rms)
    {
        Sp3File product = Sp3Reader.Read(TestData.Shared("data/sp3/" + file)).Value!;
        double sum = 0;
        int n = 0, cut = 900 / interval;
        foreach (Sp3Satellite satellite in product.Satellites.Where((s, i) => i % 6 == 0 && s.Id.System is GnssSystem.Gps or GnssSystem.Glonass or GnssSystem.Galileo))
        {
            if (product.Orbit(satellite.Id) is not { } whole || whole.Validity.Last != product.Epochs[^1])
            {
                continue;
            }

            TabulatedOrbit shorter = new(product.Epochs[0], product.Interval, satellite.Positions.AsSpan()[..^cut]);
            OrbitTail? tail = OrbitTail.Of(shorter, satellite.Id, EarthOrientation.BuiltIn);
            Assert.NotNull(tail);
            Assert.True(tail.TryAt(product.Epochs[^1], out StateVector carried, out double sigma));
            double error = (carried.Position - satellite.Positions[^1]).Norm;
            Assert.True(error < 0.15, $"{satellite.Id}: {error} m after 15 min");
            Assert.Equal(0.03, sigma, 1e-12);
            Assert.False(tail.TryAt(product.Epochs[^1] + Duration.FromSeconds(1), out _, out _));
            (sum, n) = (sum + (error * error), n + 1);
        }

        Assert.True(n >= 8);
        Check.Within(Tolerance.Of(rms, "m", "three dimensions; light pressure with one scale leaves 3e-9 m/s^2 and more in shadow seasons, the table's noise at its end 1 to 2 cm"), 0, Math.Sqrt(sum / n), "rms in space");
    }
}
