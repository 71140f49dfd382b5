using Constellation.Geodesy;

namespace Constellation.Tests.Geodesy;

public class EclipseTests
{
    private static readonly Position<Gcrf> s_sun = new(PhysicalConstants.AstronomicalUnit, 0, 0);

    /// <summary>Tip of the Earth's umbra by similar triangles: R d / (Rsun - R) behind the Earth. On the axis within it all is dark, beyond it a ring is left.</summary>
    [Fact]
    public void The_umbra_ends_at_its_tip()
    {
        double tip = PhysicalConstants.EarthRadius * PhysicalConstants.AstronomicalUnit / (PhysicalConstants.SunRadius - PhysicalConstants.EarthRadius);
        Assert.InRange(tip, 1.38e9, 1.40e9);
        Assert.Equal(0.0, Eclipse.Fraction(new(-tip * 0.9999, 0, 0), s_sun));
        Assert.InRange(Eclipse.Fraction(new(-tip * 1.001, 0, 0), s_sun), 1e-4, 1e-2);
    }

    /// <summary>The ring of an annular eclipse has the area of the difference of two discs.</summary>
    [Fact]
    public void Beyond_the_tip_the_ring_has_its_area()
    {
        Position<Gcrf> satellite = new(-3e9, 0, 0);
        double body = Math.Asin(PhysicalConstants.EarthRadius / 3e9), disc = Math.Asin(PhysicalConstants.SunRadius / (PhysicalConstants.AstronomicalUnit + 3e9));
        Check.Within(Tolerance.Of(1e-12, "1", "rounding"), 1 - (body * body / (disc * disc)), Eclipse.Fraction(satellite, s_sun));
    }

    /// <summary>Penumbra of a satellite at 26,560 km: it begins and ends where the discs touch, falls without a step, and never leaves [0, 1].</summary>
    [Fact]
    public void The_fraction_falls_steadily_from_sunlight_to_umbra()
    {
        const double radius = 26_560_000;
        double earth = Math.Asin(PhysicalConstants.EarthRadius / radius);
        double last = 1;
        for (int i = 0; i <= 4000; i++)
        {
            // From 0.6 degrees outside the limb to 0.6 degrees inside: more than the disc's 0.53 degrees.
            double angle = earth + double.DegreesToRadians(0.6 - (1.2 * i / 4000));
            (double sin, double cos) = Math.SinCos(angle);
            double visible = Eclipse.Fraction(new(-radius * cos, radius * sin, 0), s_sun);
            Assert.InRange(visible, 0, last);
            Assert.InRange(last - visible, 0, 1.4e-3);      // disc 0.533 degrees wide, step 0.0003 degrees: at most 4/pi of 5.6e-4
            last = visible;
        }

        Assert.Equal(0.0, last);
    }

    /// <summary>Within the Moon's penumbra, which the Earth crosses in a solar eclipse.</summary>
    [Fact]
    public void The_Moon_covers_the_Sun_too()
    {
        Position<Gcrf> moon = new(3.6e8, 0, 0);
        Position<Gcrf> behind = new(7e6, 0, 0), beside = new(7e6, 5e6, 0);
        Assert.Equal(0.0, Eclipse.Fraction(behind, s_sun, moon, PhysicalConstants.MoonRadius));
        Assert.Equal(1.0, Eclipse.Fraction(beside, s_sun, moon, PhysicalConstants.MoonRadius));
        Assert.Equal(1.0, Eclipse.Fraction(behind, s_sun));
    }

    [Fact]
    public void The_day_side_is_lit_and_the_inside_dark()
    {
        Assert.Equal(1.0, Eclipse.Fraction(new(7e6, 0, 0), s_sun));
        Assert.Equal(1.0, Eclipse.Fraction(new(0, 7e6, 0), s_sun));
        Assert.Equal(0.0, Eclipse.Fraction(new(1e6, 0, 0), s_sun));
    }
}
