namespace Constellation.Geodesy;

/// <summary>Diurnal and semidiurnal terms of the pole and UT1: ocean tides (71 terms) and the libration of the pole (10 terms).</summary>
/// <remarks>[IERS10] tables 8.2, 8.3 and 5.1a. Left out: libration in UT1 (table 5.1b), at most 2 microseconds, 1 mm on the equator.</remarks>
internal static class SubDailyTerms
{
    private static readonly double[][] s_pole = [.. EmbeddedTable.Rows("pole-tides.csv"), .. EmbeddedTable.Rows("pole-libration.csv")];
    private static readonly double[][] s_ut1 = [.. EmbeddedTable.Rows("ut1-tides.csv")];

    /// <summary>Corrections to x, y (rad) and UT1 (s).</summary>
    /// <param name="t">TT Julian centuries from J2000.0.</param>
    /// <param name="era">Earth rotation angle, rad.</param>
    public static (double X, double Y, double Ut1) At(double t, double era)
    {
        Span<double> f = stackalloc double[FundamentalArguments.Count];
        FundamentalArguments.At(t, f);
        // GMST from ERA: [IERS10] eq. 5.32.
        double gmst = era + ((0.014506 + ((4612.156534 + ((1.3915817 + ((-0.00000044 + (-0.000029956 * t)) * t)) * t)) * t)) * Angles.Arcsecond);
        double gamma = gmst + Math.PI;
        double x = 0, y = 0, ut1 = 0;
        foreach (double[] row in s_pole)
        {
            (double s, double c) = Math.SinCos(Argument(row, gamma, f));
            x += (row[6] * s) + (row[7] * c);
            y += (row[8] * s) + (row[9] * c);
        }

        foreach (double[] row in s_ut1)
        {
            (double s, double c) = Math.SinCos(Argument(row, gamma, f));
            ut1 += (row[6] * s) + (row[7] * c);
        }

        return (x * Angles.Microarcsecond, y * Angles.Microarcsecond, ut1 * 1e-6);
    }

    private static double Argument(double[] row, double gamma, ReadOnlySpan<double> f) =>
        (row[0] * gamma) + (row[1] * f[0]) + (row[2] * f[1]) + (row[3] * f[2]) + (row[4] * f[3]) + (row[5] * f[4]);
}
