namespace Constellation.Geodesy;

/// <summary>The fundamental arguments of nutation: radians, and radians per second of TT.</summary>
internal static class EarthArguments
{
    /// <summary>Five Delaunay arguments, eight planetary longitudes, general precession: the names in the tables.</summary>
    public static readonly string[] NutationNames = ["l", "lp", "F", "D", "Om", "Me", "Ve", "Ea", "Ma", "Ju", "Sa", "Ur", "Ne", "pA"];

    /// <summary>GMST + pi before the Delaunay arguments.</summary>
    public static readonly string[] TidalNames = ["g", "l", "lp", "F", "D", "Om"];

    public const double CenturySeconds = 36525.0 * 86400.0;
    private const double CircleArcsec = 1_296_000;

    /// <summary>[IERS10] eq. 5.43: degrees, then arcseconds times powers of t.</summary>
    private static readonly double[][] s_delaunay =
    [
        [134.96340251, 1717915923.2178, 31.8792, 0.051635, -0.00024470],
        [357.52910918, 129596581.0481, -0.5532, 0.000136, -0.00001149],
        [93.27209062, 1739527262.8478, -12.7512, -0.001037, 0.00000417],
        [297.85019547, 1602961601.2090, -6.3706, 0.006593, -0.00003169],
        [125.04455501, -6962890.5431, 7.4722, 0.007702, -0.00005939],
    ];

    /// <summary>[IERS10] eq. 5.44: radians, radians per century, Mercury to Neptune.</summary>
    private static readonly (double At0, double Rate)[] s_planets =
    [
        (4.402608842, 2608.7903141574), (3.176146697, 1021.3285546211), (1.753470314, 628.3075849991), (6.203480913, 334.0612426700),
        (0.599546497, 52.9690962641), (0.874016757, 21.3299104960), (5.481293872, 7.4781598567), (5.311886287, 3.8133035638),
    ];

    /// <param name="t">Julian centuries TT since J2000.0; the convention's TDB differs by 2 ms, far below a microarcsecond of nutation.</param>
    /// <param name="angles">14 angles, rad.</param>
    /// <param name="rates">Their rates, rad/s.</param>
    public static void Nutation(double t, Span<double> angles, Span<double> rates)
    {
        Delaunay(t, angles, rates);
        for (int i = 0; i < s_planets.Length; i++)
        {
            angles[5 + i] = Math.IEEERemainder(s_planets[i].At0 + (s_planets[i].Rate * t), Math.Tau);
            rates[5 + i] = s_planets[i].Rate / CenturySeconds;
        }

        angles[13] = (0.02438175 + (0.00000538691 * t)) * t;
        rates[13] = (0.02438175 + (2 * 0.00000538691 * t)) / CenturySeconds;
    }

    /// <summary>l, l', F, D, Omega.</summary>
    public static void Delaunay(double t, Span<double> angles, Span<double> rates)
    {
        for (int i = 0; i < s_delaunay.Length; i++)
        {
            double[] c = s_delaunay[i];
            double arcsec = (c[0] * 3600) + Math.IEEERemainder((c[1] + ((c[2] + ((c[3] + (c[4] * t)) * t)) * t)) * t, CircleArcsec);
            angles[i] = arcsec * Angles.Arcsecond;
            rates[i] = (c[1] + (((2 * c[2]) + (((3 * c[3]) + (4 * c[4] * t)) * t)) * t)) * Angles.Arcsecond / CenturySeconds;
        }
    }
}
