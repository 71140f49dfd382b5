using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;

namespace Constellation.Tests.Positioning.Users;

/// <summary>What a dual-frequency user measures, and how well.</summary>
public sealed class UserSignalsTests(ITestOutputHelper output)
{
    /// <summary>
    /// Codes that every satellite of the system sends: B1C and B2a are not sent by geostationary satellites [BDS-ICD-B1C] 4.1, L5 not by GPS
    /// satellites before IIF. MHz.
    /// </summary>
    [Theory]
    [InlineData(GnssSystem.Gps, 1575.42, 1227.60)]
    [InlineData(GnssSystem.Galileo, 1575.42, 1176.45)]
    [InlineData(GnssSystem.BeiDou, 1561.098, 1268.52)]
    [InlineData(GnssSystem.Glonass, 1602.0, 1246.0)]
    public void Pairs_are_sent_by_every_satellite(GnssSystem system, double first, double second)
    {
        UserSignals signals = UserModel.DualFrequency.Signals[system];
        Assert.Equal((first, second), (Math.Round(signals.FirstFrequency / 1e6, 3), Math.Round(signals.SecondFrequency / 1e6, 3)));
    }

    /// <summary>
    /// BeiDou, written out: C/N0 = 35 + 15 (1 - (1 - sin E)^2) dB-Hz; B1I 2.046 Mcps at 0.2 chip, B3I 10.23 Mcps at 1 chip, 1 Hz, 20 ms [Kaplan06] eq. 5.23;
    /// multipath 0.5 exp(-E / 25 deg) m on each; all times 2.944 and 1.944. Troposphere 5 cm in the zenith and 0.5 m of the satellites on top.
    /// </summary>
    [Theory, InlineData(5, 1.6, 2.8), InlineData(15, 1.0, 1.9), InlineData(45, 0.4, 0.8), InlineData(90, 0.3, 0.5)]
    public void BeiDou_noise_follows_carrier_to_noise_and_elevation(double elevationDeg, double least, double most)
    {
        double e = double.DegreesToRadians(elevationDeg), s = Math.Sin(e), cn0 = Math.Pow(10, 0.1 * (35 + (15 * (1 - ((1 - s) * (1 - s))))));
        double Thermal(double chipRate, double d) => Math.Sqrt(d / (2 * cn0) * (1 + (2 / ((2 - d) * 0.02 * cn0)))) * 299_792_458 / chipRate;
        double q = Math.Pow(1561.098 / 1268.52, 2), a = q / (q - 1), b = 1 / (q - 1), multipath = 0.5 * Math.Exp(-elevationDeg / 25);
        double code = Math.Sqrt(Math.Pow(a * Thermal(2.046e6, 0.2), 2) + Math.Pow(b * Thermal(10.23e6, 1.0), 2) + (((a * a) + (b * b)) * multipath * multipath));
        double mapping = 1.001 / Math.Sqrt(0.002001 + (s * s));

        RangeErrorModel errors = new(UserModel.DualFrequency, seed: 5, run: 0, user: 3);
        UserSignals signals = UserModel.DualFrequency.Signals[GnssSystem.BeiDou];
        double sum = 0, sigma = 0;
        const int epochs = 20_000;
        for (int k = 0; k < epochs; k++)
        {
            (double error, sigma) = errors.Draw(RangeErrorModel.Address(k, SatelliteId.Parse("C23")), signals, s, 0, 0, 0);
            sum += error * error;
        }

        output.WriteLine($"{elevationDeg} degrees: code {code:0.000} m, with troposphere and satellites {sigma:0.000} m");
        Check.Within(Tolerance.Of(1e-12, "m", "rounding"), Math.Sqrt((code * code) + Math.Pow(0.05 * mapping, 2) + 0.25), sigma, "believed sigma");
        Check.Within(Tolerance.Of(4 * code / Math.Sqrt(2 * epochs), "m", "4 sigma of an rms of 20,000 draws"), code, Math.Sqrt(sum / epochs), "rms of the draws");

        // Unsmoothed ionosphere-free code: decimetres at the zenith, some two metres at the mask.
        Assert.InRange(code, least, most);
    }

    /// <summary>A satellite exactly overhead, as rounding has it: the sine stays at 1 and the elevation a number.</summary>
    [Fact]
    public void A_satellite_in_the_zenith_has_an_elevation()
    {
        for (int i = 0; i < 2000; i++)
        {
            GeodeticPoint place = GeodeticPoint.FromDegrees(-89 + (0.089 * i), -180 + (0.179 * i), 10 * i);
            Position<Itrf> user = Ellipsoid.Wgs84.ToCartesian(place);
            Vector3d up = LocalAxes.At(place).Up;
            SatelliteMotion satellite = new(user + (2.2e7 * up), new Vector3d(0, 0, 0));
            Assert.InRange(satellite.SinElevation(user, up), 1 - 1e-12, 1.0);
        }
    }
}
