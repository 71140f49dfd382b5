using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Geometric position of the Moon.</summary>
/// <remarks>
/// The largest terms of Brown's theory, [MontenbruckGill00] section 3.3.2, referred to the equinox of J2000:
/// within 6 arcminutes and 600 km (tested against ERFA <c>moon98</c>), which moves a navigation satellite's acceleration by less than 1e-8 m/s^2.
/// </remarks>
public static class Moon
{
    /// <summary>GCRF position, m, without light time.</summary>
    public static Position<Gcrf> PositionGcrf(Epoch epoch)
    {
        double t = IauEarthOrientation.Centuries(epoch);
        double l0 = Degrees(218.31617 + (481267.88088 * t) - (1.3972 * t));
        double l = Degrees(134.96292 + (477198.86753 * t));
        double lp = Degrees(357.52543 + (35999.04944 * t));
        double f = Degrees(93.27283 + (483202.01873 * t));
        double d = Degrees(297.85027 + (445267.11135 * t));
        double dl = (22640 * Math.Sin(l)) + (769 * Math.Sin(2 * l)) - (4586 * Math.Sin(l - (2 * d))) + (2370 * Math.Sin(2 * d))
            - (668 * Math.Sin(lp)) - (412 * Math.Sin(2 * f)) - (212 * Math.Sin((2 * l) - (2 * d))) - (206 * Math.Sin(l + lp - (2 * d)))
            + (192 * Math.Sin(l + (2 * d))) - (165 * Math.Sin(lp - (2 * d))) + (148 * Math.Sin(l - lp)) - (125 * Math.Sin(d))
            - (110 * Math.Sin(l + lp)) - (55 * Math.Sin((2 * f) - (2 * d)));
        double longitude = l0 + (dl * Angles.Arcsecond);
        double argument = f + ((dl + (412 * Math.Sin(2 * f)) + (541 * Math.Sin(lp))) * Angles.Arcsecond);
        double latitude = ((18520 * Math.Sin(argument)) - (526 * Math.Sin(f - (2 * d))) + (44 * Math.Sin(l + f - (2 * d))) - (31 * Math.Sin(-l + f - (2 * d)))
            - (25 * Math.Sin((-2 * l) + f)) - (23 * Math.Sin(lp + f - (2 * d))) + (21 * Math.Sin(-l + f)) + (11 * Math.Sin(-lp + f - (2 * d)))) * Angles.Arcsecond;
        double distance = (385000 - (20905 * Math.Cos(l)) - (3699 * Math.Cos((2 * d) - l)) - (2956 * Math.Cos(2 * d)) - (570 * Math.Cos(2 * l))
            + (246 * Math.Cos((2 * l) - (2 * d))) - (205 * Math.Cos(lp - (2 * d))) - (171 * Math.Cos(l + (2 * d))) - (152 * Math.Cos(l + lp - (2 * d)))) * 1e3;
        (double sl, double cl) = Math.SinCos(longitude);
        (double sb, double cb) = Math.SinCos(latitude);
        (double so, double co) = Math.SinCos(Sun.Obliquity);
        Vector3d ecliptic = new(distance * cb * cl, distance * cb * sl, distance * sb);
        return new(ecliptic.X, (co * ecliptic.Y) - (so * ecliptic.Z), (so * ecliptic.Y) + (co * ecliptic.Z));
    }

    private static double Degrees(double degrees) => double.DegreesToRadians(degrees % 360.0);
}
