using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public class BodiesTests
{
    [Fact]
    public void Sun_and_Moon_match_Erfa_within_the_stated_error()
    {
        double sunAngle = 0, sunDistance = 0, moonAngle = 0, moonDistance = 0;
        foreach (double[] row in EarthOrientationTests.ErfaRows())
        {
            Epoch epoch = Epoch.J2000 + Duration.FromSeconds((long)row[0]) + Duration.FromSeconds(32, 184_000_000_000_000_000);
            Vector3d sun = new(row[17], row[18], row[19]), moon = new(row[20], row[21], row[22]);
            double t = epoch.SinceJ2000.TotalSeconds;
            sunAngle = Math.Max(sunAngle, sun.AngleTo(SunTheory.PositionGcrf(t)) / Angles.Arcsecond);
            sunDistance = Math.Max(sunDistance, Math.Abs((SunTheory.PositionGcrf(t).Norm / sun.Norm) - 1));
            moonAngle = Math.Max(moonAngle, moon.AngleTo(MoonTheory.PositionGcrf(t)) / Angles.Arcsecond);
            moonDistance = Math.Max(moonDistance, Math.Abs(MoonTheory.PositionGcrf(t).Norm - moon.Norm));
            Check.Within(Tolerance.Of(20e3, "m", "epv00 is good to 13 km over this century"), sun, Sun.PositionGcrf(epoch).Vector, "Sun of the table");
            Check.Within(Tolerance.Of(20e3, "m", "moon98 is good to some 10 km; a wrong month would be 100000 km"), moon, Moon.PositionGcrf(epoch).Vector, "Moon of the table");
        }

        // Stated in the remarks of the theories: what their left-out terms amount to.
        Assert.InRange(sunAngle, 0, 3);             // arcseconds
        Assert.InRange(sunDistance, 0, 2e-5);       // relative
        Assert.InRange(moonAngle, 0, 15);           // arcseconds
        Assert.InRange(moonDistance, 0, 30e3);      // m
    }

    [Fact]
    public void Longest_eclipse_of_a_geostationary_satellite_lasts_about_seventy_minutes()
    {
        Vector3d sun = new(PhysicalConstants.AstronomicalUnit, 0, 0);
        const double radius = 42_164_200, period = 86_164.1;
        double dark = 0, partial = 0;
        for (double t = 0; t < period; t++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * t / period);
            double visible = Eclipse.VisibleFraction(new Vector3d(radius * c, radius * s, 0), sun, PhysicalConstants.EarthRadius);
            dark += visible == 0 ? 1 : 0;
            partial += visible < 1 ? 1 : 0;
        }

        // Umbra and penumbra half angles: asin(R/r) -+ 16 arcminutes over 15 degrees an hour.
        double half = double.RadiansToDegrees(Math.Asin(PhysicalConstants.EarthRadius / radius)), disc = double.RadiansToDegrees(Math.Asin(PhysicalConstants.SunRadius / PhysicalConstants.AstronomicalUnit));
        Assert.InRange(dark / period * 360, 2 * (half - disc) - 0.05, 2 * (half - disc) + 0.05);
        Assert.InRange(partial / period * 360, 2 * (half + disc) - 0.05, 2 * (half + disc) + 0.05);
        Assert.InRange(partial / 60, 68, 74);
    }

    [Fact]
    public void Half_of_the_disc_is_hidden_when_the_limb_crosses_its_middle()
    {
        Vector3d satellite = new(-27_906_100, 0, 0);
        double limb = Math.Asin(PhysicalConstants.EarthRadius / satellite.Norm);
        Vector3d direction = new(Math.Cos(limb), Math.Sin(limb), 0);
        double visible = Eclipse.VisibleFraction(satellite, satellite + (direction * PhysicalConstants.AstronomicalUnit), PhysicalConstants.EarthRadius);
        // The limb is a circle of 13.2 degrees, the disc one of 0.27: its curvature shifts the half by 0.4 %.
        Assert.InRange(visible, 0.49, 0.51);
    }
}
