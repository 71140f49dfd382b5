using Constellation.Signals;

namespace Constellation.Tests.Signals;

public class RangingTests
{
    /// <summary>Figures computed independently from the formula, printed to a centimetre.</summary>
    [Theory]
    [InlineData(30, 6.87)]
    [InlineData(35, 3.74)]
    [InlineData(40, 2.08)]
    [InlineData(45, 1.17)]
    [InlineData(50, 0.66)]
    public void Code_noise_of_one_chip_spacing(double cn0, double expected)
    {
        Assert.Equal(expected, new CodeTracking(1.023e6, 1.0, 1.0, 0.020).Sigma(cn0), 0.006);
        Assert.Equal(expected / 10, new CodeTracking(10.23e6, 1.0, 1.0, 0.020).Sigma(cn0), 0.0006);
    }

    [Fact]
    public void Boc_peak_divides_the_noise_by_the_root_of_three()
    {
        CodeTracking bpsk = new(1.023e6, 0.1, 1.0, 0.020);
        Assert.Equal(bpsk.Sigma(42) / Math.Sqrt(3), (bpsk with { PeakSlope = 3 }).Sigma(42), 1e-15);    // m, rounding
    }

    /// <summary>Millimetres on L1, 15 Hz, 20 ms.</summary>
    [Theory]
    [InlineData(30, 3.76)]
    [InlineData(35, 2.09)]
    [InlineData(40, 1.17)]
    [InlineData(45, 0.66)]
    [InlineData(50, 0.37)]
    public void Carrier_noise(double cn0, double expectedMm) =>
        Assert.Equal(expectedMm, 1000 * new CarrierTracking(0.1902936728, 15, 0.020).Sigma(cn0), 0.006);

    [Fact]
    public void Carrier_to_noise_rises_from_horizon_to_zenith()
    {
        CarrierToNoise model = new(35, 50);
        Assert.Equal(35, model.At(0), 1e-12);
        Assert.Equal(50, model.At(1), 1e-12);
        Assert.InRange(model.At(Math.Sin(Math.PI / 4)), 44, 49);        // typical geodetic value at 45 degrees: 44 to 47, ours within 2 dB
        Assert.InRange(model.At(Math.Sin(Math.PI / 30)), 36, 40);       // at 6 degrees: 36 to 40
    }

    [Fact]
    public void Multipath_falls_with_elevation()
    {
        Assert.Equal(0.66, CodeMultipath.Airborne.Sigma(0), 1e-12);
        Assert.Equal(0.13 + (0.53 * Math.Exp(-3)), CodeMultipath.Airborne.Sigma(Math.PI / 6), 1e-12);
        Assert.Equal(0.5 / Math.E, CodeMultipath.Static.Sigma(double.DegreesToRadians(25)), 1e-12);
        Assert.Equal(0.0, CodeMultipath.None.Sigma(0.1));
    }

    /// <summary>One chip of 293 m, half amplitude: standard spacing reaches alpha d / 2 chips = 73 m, a tenth of the spacing a tenth of it; zero beyond 1 + d/2 chips.</summary>
    [Fact]
    public void Multipath_envelope_has_its_plateau_and_its_end()
    {
        const double chip = 293.05;
        Assert.Equal(0.25 * chip, CodeMultipath.Envelope(0.5, 0.75 * chip, chip, 1.0, +1), 1e-9);
        Assert.Equal(0.025 * chip, CodeMultipath.Envelope(0.5, 0.8 * chip, chip, 0.1, +1), 1e-9);
        Assert.Equal(-0.025 * chip, CodeMultipath.Envelope(0.5, 0.8 * chip, chip, 0.1, -1), 1e-9);
        Assert.Equal(0.0, CodeMultipath.Envelope(0.5, 1.51 * chip, chip, 1.0, +1));
        Assert.Equal(CodeMultipath.ShortDelay(0.3, 2.0, 0.0), CodeMultipath.Envelope(0.3, 2.0, chip, 1.0, +1), 1e-12);
        Assert.Equal(CodeMultipath.ShortDelay(0.3, 2.0, Math.PI), CodeMultipath.Envelope(0.3, 2.0, chip, 1.0, -1), 1e-12);
    }
}
