namespace Constellation.Geodesy;

/// <summary>A reference ellipsoid of revolution and its conversions.</summary>
/// <param name="Name">As the standard writes it.</param>
/// <param name="SemiMajorAxis">a, m.</param>
/// <param name="InverseFlattening">1/f.</param>
public sealed record Ellipsoid(string Name, double SemiMajorAxis, double InverseFlattening)
{
    /// <summary>WGS 84. [NGA-STND-0036] table 3.1.</summary>
    public static Ellipsoid Wgs84 { get; } = new("WGS 84", 6378137.0, 298.257223563);

    /// <summary>CGCS2000, the frame of BeiDou. [BDS-SIS-ICD]</summary>
    public static Ellipsoid Cgcs2000 { get; } = new("CGCS2000", 6378137.0, 298.257222101);

    /// <summary>GRS 80. [Moritz00]</summary>
    public static Ellipsoid Grs80 { get; } = new("GRS 80", 6378137.0, 298.257222101);

    /// <summary>PZ-90.11, the frame of GLONASS. [PZ-90.11]</summary>
    public static Ellipsoid Pz9011 { get; } = new("PZ-90.11", 6378136.0, 298.25784);

    /// <summary>f.</summary>
    public double Flattening => 1 / InverseFlattening;

    /// <summary>b, m.</summary>
    public double SemiMinorAxis => SemiMajorAxis * (1 - Flattening);

    /// <summary>e^2.</summary>
    public double EccentricitySquared => Flattening * (2 - Flattening);

    public Position<Itrf> ToCartesian(GeodeticPoint p)
    {
        (double sinLat, double cosLat) = Math.SinCos(p.Latitude);
        (double sinLon, double cosLon) = Math.SinCos(p.Longitude);
        double e2 = EccentricitySquared;
        double n = SemiMajorAxis / Math.Sqrt(1 - (e2 * sinLat * sinLat));
        double equatorial = (n + p.Height) * cosLat;
        return new(equatorial * cosLon, equatorial * sinLon, ((n * (1 - e2)) + p.Height) * sinLat);
    }

    /// <summary>Geodetic coordinates of a point.</summary>
    /// <remarks>
    /// Newton iteration on the parametric latitude of the foot point (the curve parameter t of Fukushima), started from Bowring's value; it converges
    /// quadratically outside the evolute. Inside it (within about 43 km of the geocentre) a point has several foot points: the one
    /// on the point's own side of the equator is returned, height negative; the geocentre itself is (0, 0, -a).
    /// </remarks>
    public GeodeticPoint ToGeodetic(Position<Itrf> p)
    {
        double a = SemiMajorAxis, b = SemiMinorAxis;
        double r = Math.Sqrt((p.X * p.X) + (p.Y * p.Y)), z = Math.Abs(p.Z);
        double longitude = r > 0 ? Math.Atan2(p.Y, p.X) : 0;
        if (r == 0 && z == 0)
        {
            return new GeodeticPoint(0, 0, -a);
        }

        // Foot point (a cos u, b sin u): (a r) sin u - (b z) cos u = (a^2 - b^2) sin u cos u.
        double c2 = (a * a) - (b * b);
        double u = Math.Atan2(a * z * (1 + (c2 / b / Math.Max(Math.Sqrt((r * r) + (z * z)), b))), b * r);
        for (int i = 0; i < 12; i++)
        {
            (double s, double c) = Math.SinCos(u);
            double f = (a * r * s) - (b * z * c) - (c2 * s * c);
            double slope = (a * r * c) + (b * z * s) - (c2 * ((c * c) - (s * s)));
            if (!(slope > 0))
            {
                u = BisectFoot(a, b, c2, r, z);
                break;
            }

            double step = f / slope;
            u -= step;
            if (Math.Abs(step) < 1e-17)
            {
                break;
            }
        }

        u = Math.Clamp(u, 0, Math.PI / 2);
        (double su, double cu) = Math.SinCos(u);
        double latitude = Math.Atan2(a * su, b * cu);
        (double sl, double cl) = Math.SinCos(latitude);
        double height = ((r - (a * cu)) * cl) + ((z - (b * su)) * sl);
        return new GeodeticPoint(double.CopySign(latitude, p.Z), longitude, height);
    }

    /// <summary>The root of the foot-point equation next to the pole side, where Newton's slope is not positive (inside the evolute).</summary>
    private static double BisectFoot(double a, double b, double c2, double r, double z)
    {
        double low = 0, high = Math.PI / 2;
        for (int i = 0; i < 100; i++)
        {
            double u = 0.5 * (low + high);
            (double s, double c) = Math.SinCos(u);
            (low, high) = (a * r * s) - (b * z * c) - (c2 * s * c) < 0 ? (u, high) : (low, u);
        }

        return 0.5 * (low + high);
    }
}
