using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;

namespace Constellation.Tests.Signals.Receiver;

public sealed class ReceiverModelTests
{
    /// <summary>[Kaplan06] 5.6.2 worked out by hand: 2 Hz, 20 ms, 35 and 45 dB-Hz, then 25 dB-Hz with F = 2.</summary>
    [Theory]
    [InlineData(35, 0.40339)]
    [InlineData(45, 0.12667)]
    [InlineData(25, 1.93675)]
    public void Frequency_loop_noise(double strength, double hertz)
    {
        double cn0 = Math.Pow(10, strength / 10), f = strength < 27 ? 2 : 1;
        double byHand = Math.Sqrt((4 * f * 2 / cn0) + (4 * f * 2 / (0.02 * cn0 * cn0))) / (Math.Tau * 0.02);
        Check.Within(Tolerance.Of(1e-12, "Hz", "rounding"), byHand, new FrequencyTracking(2, 0.020).Sigma(strength), "sigma");
        Check.Within(Tolerance.Of(6e-3 * hertz, "Hz", "figures rounded by hand"), hertz, new FrequencyTracking(2, 0.020).Sigma(strength), "sigma");
    }

    /// <summary>What geodetic receivers see of GPS L1 C/A is 36 to 40 dB-Hz at 5 to 10 degrees, 44 to 47 at 45, 48 to 52 in the zenith ([reference signals.md] section 3); two decibels either way are left to antennas.</summary>
    [Theory]
    [InlineData(5, 34, 42)]
    [InlineData(10, 34, 42)]
    [InlineData(45, 42, 49)]
    [InlineData(90, 46, 54)]
    public void Strength_of_gps_on_the_ground(double elevationDeg, double low, double high)
    {
        const double radius = 26_559_710, earth = 6_378_137;
        double e = double.DegreesToRadians(elevationDeg), offNadir = Math.Asin(earth * Math.Cos(e) / radius);
        double distance = Math.Sqrt((radius * radius) - Math.Pow(earth * Math.Cos(e), 2)) - (earth * Math.Sin(e));
        double power = TransmitBeam.Typical.Power(-158.5, radius, offNadir, distance);
        Assert.InRange(ReceiverModel.Geodetic.CarrierToNoise(power, e), low, high);
        Assert.InRange(power, -158.5 + 1.9, -158.5 + 4.1);             // guaranteed plus margin, up to 2 dB more between
    }

    /// <summary>GPS promises -184 dBW at 23.5 degrees in geostationary orbit [IS-GPS-200]; with the typical margin of 2 dB, 2 dB more. Beyond the main lobe there is nothing.</summary>
    [Fact]
    public void High_users_get_what_is_promised_at_the_edge_of_the_main_lobe()
    {
        const double radius = 26_559_710, geo = 42_164_000;
        double edge = double.DegreesToRadians(23.5), closest = radius * Math.Sin(edge);
        double distance = (radius * Math.Cos(edge)) + Math.Sqrt((geo * geo) - (closest * closest));
        Check.Within(Tolerance.Of(1, "dB", "the distance at which the document means it is not told to the kilometre"), -182, TransmitBeam.Typical.Power(-158.5, radius, edge, distance), "power");
        Assert.Equal(double.NegativeInfinity, TransmitBeam.Typical.Power(-158.5, radius, edge + 0.001, distance));
    }

    /// <summary>Twice the distance, 6.02 dB less.</summary>
    [Fact]
    public void Power_falls_with_the_square_of_the_distance()
    {
        double near = TransmitBeam.Typical.Power(-158.5, 26.56e6, 0.1, 20e6), far = TransmitBeam.Typical.Power(-158.5, 26.56e6, 0.1, 40e6);
        Check.Within(Tolerance.Of(1e-9, "dB", "rounding"), 20 * Math.Log10(2), near - far, "loss");
    }

    [Fact]
    public void Gain_is_interpolated()
    {
        Assert.Equal(5, ReceiverAntenna.Geodetic.Gain(Math.PI / 2), 1e-9);
        Assert.Equal(-6.5, ReceiverAntenna.Geodetic.Gain(double.DegreesToRadians(2.5)), 1e-9);
        Assert.Equal(0, ReceiverAntenna.Isotropic.Gain(-0.3), 1e-12);
    }

    /// <summary>The spacing is 29.3 m on every code, but never above a chip: 0.1 chip of C/A, one chip of a tenfold code, as simulated users have it.</summary>
    [Fact]
    public void Spacing_follows_the_front_end()
    {
        SignalCatalogue signals = EphemerisLibrary.BuiltIn.Signals();
        CodeTracking ca = ReceiverModel.Geodetic.Code(signals.Find(GnssSystem.Gps, SignalCode.Parse("1C"))!), l5 = ReceiverModel.Geodetic.Code(signals.Find(GnssSystem.Gps, SignalCode.Parse("5Q"))!);
        Assert.Equal(0.1, ca.Spacing, 1e-3);
        Assert.Equal(1, l5.Spacing, 1e-3);
        Assert.Equal(new CodeTracking(1.023e6, 0.1, 1, 0.02).Sigma(45), ca.Sigma(45), 1e-3);
    }

    /// <summary>An encrypted code loses more the weaker it is: 10 dB at 45 dB-Hz, twice as many decibels per decibel far below.</summary>
    [Fact]
    public void Tracking_without_the_key_costs_strength()
    {
        Assert.InRange(45 - ReceiverModel.Semicodeless(45), 8, 12);
        Assert.Equal(2, (ReceiverModel.Semicodeless(31) - ReceiverModel.Semicodeless(30)), 0.02);
    }
}
