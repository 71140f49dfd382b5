namespace Constellation.Geodesy;

/// <summary>How much of the Sun a satellite sees past a spherical body: conical umbra and penumbra.</summary>
public static class Eclipse
{
    /// <summary>Visible fraction of the Sun past the Earth (a sphere of the equatorial radius), 0 (umbra) to 1.</summary>
    public static double Fraction(Position<Gcrf> satellite, Position<Gcrf> sun) =>
        VisibleFraction(satellite.Vector, sun.Vector, PhysicalConstants.EarthRadius);

    /// <summary>Visible fraction of the Sun past any body, such as the Moon.</summary>
    public static double Fraction(Position<Gcrf> satellite, Position<Gcrf> sun, Position<Gcrf> body, double bodyRadius) =>
        VisibleFraction(satellite - body, sun - body, bodyRadius);

    /// <summary>Visible fraction of the Sun past Earth and Moon: the product of both, exact unless the two discs overlap on the Sun.</summary>
    /// <param name="satellite">On geocentric axes, m.</param>
    /// <param name="sun">On the same axes, m.</param>
    /// <param name="moon">On the same axes, m.</param>
    public static double VisibleFraction(Vector3d satellite, Vector3d sun, Vector3d moon) =>
        VisibleFraction(satellite, sun, PhysicalConstants.EarthRadius)
        * VisibleFraction(satellite - moon, sun - moon, PhysicalConstants.MoonRadius);

    /// <summary>Visible fraction of the solar disc, 0 (umbra) to 1; the overlap of two circles, exact for discs of uniform brightness.</summary>
    /// <param name="satellite">Position relative to the occulting body, m.</param>
    /// <param name="sun">Sun relative to the same body, m.</param>
    /// <param name="bodyRadius">Radius of the body, m.</param>
    /// <remarks>[MontenbruckGill00] section 3.4.2. A spherical Earth shifts shadow entry by up to 3 s for MEO against the ellipsoid.</remarks>
    public static double VisibleFraction(Vector3d satellite, Vector3d sun, double bodyRadius)
    {
        Vector3d toSun = sun - satellite;
        double distance = satellite.Norm;
        if (distance <= bodyRadius)
        {
            return 0;
        }

        double a = Math.Asin(PhysicalConstants.SunRadius / toSun.Norm);
        double b = Math.Asin(bodyRadius / distance);
        double c = (-satellite).AngleTo(toSun);
        if (c >= a + b)
        {
            return 1;
        }

        if (c <= b - a)
        {
            return 0;
        }

        if (c <= a - b)
        {
            return 1 - (b * b / (a * a));
        }

        double x = ((c * c) + (a * a) - (b * b)) / (2 * c);
        double y = Math.Sqrt(Math.Max(0, (a * a) - (x * x)));
        double overlap = (a * a * Math.Acos(Math.Clamp(x / a, -1, 1))) + (b * b * Math.Acos(Math.Clamp((c - x) / b, -1, 1))) - (c * y);
        return 1 - (overlap / (Math.PI * a * a));
    }
}
