namespace Constellation.Geodesy;

/// <summary>Luni-solar and planetary arguments of the nutation theory, radians. [IERS10] eq. 5.43 and 5.44; t in TT Julian centuries from J2000.0.</summary>
internal static class FundamentalArguments
{
    public const int Count = 14;

    /// <summary>Order: l, l', F, D, Om, Me, Ve, E, Ma, J, Sa, U, Ne, pA.</summary>
    public static void At(double t, Span<double> f)
    {
        f[0] = Delaunay(t, 134.96340251, 1717915923.2178, 31.8792, 0.051635, -0.00024470);
        f[1] = Delaunay(t, 357.52910918, 129596581.0481, -0.5532, 0.000136, -0.00001149);
        f[2] = Delaunay(t, 93.27209062, 1739527262.8478, -12.7512, -0.001037, 0.00000417);
        f[3] = Delaunay(t, 297.85019547, 1602961601.2090, -6.3706, 0.006593, -0.00003169);
        f[4] = Delaunay(t, 125.04455501, -6962890.5431, 7.4722, 0.007702, -0.00005939);
        f[5] = 4.402608842 + (2608.7903141574 * t);
        f[6] = 3.176146697 + (1021.3285546211 * t);
        f[7] = 1.753470314 + (628.3075849991 * t);
        f[8] = 6.203480913 + (334.0612426700 * t);
        f[9] = 0.599546497 + (52.9690962641 * t);
        f[10] = 0.874016757 + (21.3299104960 * t);
        f[11] = 5.481293872 + (7.4781598567 * t);
        f[12] = 5.311886287 + (3.8133035638 * t);
        f[13] = (0.02438175 + (0.00000538691 * t)) * t;
    }

    private static double Delaunay(double t, double degrees, double a1, double a2, double a3, double a4)
    {
        double arcseconds = (((((((a4 * t) + a3) * t) + a2) * t) + a1) * t) % 1296000.0;
        return ((degrees * 3600) + arcseconds) * Angles.Arcsecond;
    }
}
