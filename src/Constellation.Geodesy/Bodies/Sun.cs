using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Geometric position of the Sun.</summary>
/// <remarks>
/// Kepler motion of the Earth with the two largest terms of its centre, [MontenbruckGill00] section 3.3.2, with the motion of the perihelion
/// (0.3226 degrees a century), referred to the equinox of J2000:
/// within 40 arcseconds and 3e-4 of the distance from 1980 to 2050 (tested against ERFA <c>epv00</c>).
/// </remarks>
public static class Sun
{
    /// <summary>Obliquity of the ecliptic at J2000.0. [IERS10] table 1.1.</summary>
    internal const double Obliquity = 84381.406 * Angles.Arcsecond;

    /// <summary>GCRF position, m, without light time and aberration.</summary>
    public static Position<Gcrf> PositionGcrf(Epoch epoch)
    {
        double t = IauEarthOrientation.Centuries(epoch);
        double m = double.DegreesToRadians(357.52911 + (35999.05029 * t));
        double longitude = double.DegreesToRadians(282.93735 + (0.32257 * t)) + m + (((6892 * Math.Sin(m)) + (72 * Math.Sin(2 * m))) * Angles.Arcsecond);
        double distance = (149.619 - (2.499 * Math.Cos(m)) - (0.021 * Math.Cos(2 * m))) * 1e9;
        (double s, double c) = Math.SinCos(longitude);
        (double so, double co) = Math.SinCos(Obliquity);
        return new(distance * c, distance * s * co, distance * s * so);
    }
}
