namespace Constellation.Geodesy;

/// <summary>Place of the celestial intermediate pole and origin: X, Y and s by the full IAU 2006/2000A series.</summary>
/// <remarks>[IERS10] tables 5.2a, 5.2b, 5.2d. Agrees with ERFA <c>xy06</c> and <c>s06</c> to 0.01 microarcsecond.</remarks>
internal static class CelestialPole
{
    private static readonly PoissonSeries s_x = new("cip-x.csv", -16617.0, 2004191898.0, -429782.9, -198618.34, 7.578, 5.9285);
    private static readonly PoissonSeries s_y = new("cip-y.csv", -6951.0, -25896.0, -22407274.7, 1900.59, 1112.526, 0.1358);
    private static readonly PoissonSeries s_s = new("cio-s.csv", 94.0, 3808.65, -122.68, -72574.11, 27.98, 15.62);

    /// <summary>X, Y (direction cosines) and s (rad) at TT Julian centuries <paramref name="t"/> from J2000.0.</summary>
    public static (double X, double Y, double S) At(double t)
    {
        Span<double> arguments = stackalloc double[FundamentalArguments.Count];
        FundamentalArguments.At(t, arguments);
        double x = s_x.At(t, arguments), y = s_y.At(t, arguments);
        return (x, y, s_s.At(t, arguments) - (x * y / 2));
    }

    /// <summary>GCRF to the intermediate frame: [IERS10] eq. 5.6 as R3(-(E+s)) R2(d) R3(E).</summary>
    public static Matrix3d Matrix(double x, double y, double s)
    {
        double r2 = (x * x) + (y * y);
        double e = r2 > 0 ? Math.Atan2(y, x) : 0;
        double d = Math.Atan(Math.Sqrt(r2 / (1 - r2)));
        return Matrix3d.R3(-(e + s)) * Matrix3d.R2(d) * Matrix3d.R3(e);
    }
}
