using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Tests.Signals;

public class CarriersTests
{
    /// <summary>Wavelengths computed from the frequency plan with 30 digits, printed to 0.1 nm.</summary>
    [Theory]
    [InlineData(GnssSystem.Gps, '1', 0, 0.1902936728)]
    [InlineData(GnssSystem.BeiDou, '2', 0, 0.1920394863)]
    [InlineData(GnssSystem.Gps, '2', 0, 0.2442102134)]
    [InlineData(GnssSystem.Galileo, '5', 0, 0.2548280488)]
    [InlineData(GnssSystem.BeiDou, '7', 0, 0.2483493696)]
    [InlineData(GnssSystem.Galileo, '8', 0, 0.2515470010)]
    [InlineData(GnssSystem.Qzss, '6', 0, 0.2344418049)]
    [InlineData(GnssSystem.BeiDou, '6', 0, 0.2363324646)]
    [InlineData(GnssSystem.Glonass, '1', 0, 0.1871363658)]
    [InlineData(GnssSystem.Glonass, '2', 0, 0.2406038989)]
    [InlineData(GnssSystem.Glonass, '4', 0, 0.1872538378)]
    [InlineData(GnssSystem.Glonass, '6', 0, 0.2402067673)]
    [InlineData(GnssSystem.Glonass, '3', 0, 0.2494061754)]
    [InlineData(GnssSystem.NavIc, '9', 0, 0.1203005977)]
    public void Wavelength_to_a_tenth_of_a_nanometre(GnssSystem system, char band, int channel, double expected) =>
        Assert.Equal(expected, Carriers.Wavelength(system, band, channel), 0.6e-10);

    [Fact]
    public void Glonass_channels_are_562_5_and_437_5_kHz_apart()
    {
        Assert.Equal(1602e6 - (7 * 562.5e3), Carriers.Frequency(GnssSystem.Glonass, '1', -7));
        Assert.Equal(1246e6 + (6 * 437.5e3), Carriers.Frequency(GnssSystem.Glonass, '2', 6));
    }

    [Fact]
    public void A_band_that_a_system_does_not_have_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Carriers.Frequency(GnssSystem.Gps, '7'));

    /// <summary>Coefficients and noise factors by exact rational arithmetic, printed to six (three) decimals.</summary>
    [Theory]
    [InlineData(154, 120, 2.545728, 1.545728, 2.978)]
    [InlineData(154, 115, 2.260604, 1.260604, 2.588)]
    [InlineData(154, 118, 2.421977, 1.421977, 2.809)]
    [InlineData(152.6, 124, 2.943682, 1.943682, 3.527)]
    [InlineData(154, 124, 2.843645, 1.843645, 3.389)]
    [InlineData(9, 7, 2.53125, 1.53125, 2.958)]
    public void Ionosphere_free_coefficients(double f1, double f2, double a, double b, double noise)
    {
        IonosphereFree pair = new(f1, f2);
        Assert.Equal(a, pair.A, 0.6e-6);
        Assert.Equal(b, pair.B, 0.6e-6);
        Assert.Equal(noise, pair.NoiseFactor, 0.6e-3);
    }
}
