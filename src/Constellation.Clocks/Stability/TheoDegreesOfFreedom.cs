namespace Constellation.Clocks;

/// <summary>Degrees of freedom of Theo1, fitted to simulation by its authors. [SP1065] section 5.4, table 9</summary>
internal static class TheoDegreesOfFreedom
{
    /// <param name="noise">Exponent of the dominant noise.</param>
    /// <param name="offsetCount">Number of clock offsets.</param>
    /// <param name="stride">Even; the averaging time is three quarters of it.</param>
    public static double Of(int noise, int offsetCount, int stride)
    {
        double n = offsetCount, t = 0.75 * stride;
        return Math.Max(noise, -2) switch
        {
            2 => 0.86 * (n + 1) * (n - (4 * t / 3)) / (n - t) * (t / (t + 1.14)),
            1 => ((4.798 * n * n) - (6.374 * n * t) + (12.387 * t)) / (Math.Sqrt(t + 36.6) * (n - t)) * (t / (t + 0.3)),
            0 => (((4.1 * n) + 0.8) / t - (((3.1 * n) + 6.5) / n)) * (Math.Pow(t, 1.5) / (Math.Pow(t, 1.5) + 5.2)),
            -1 => ((2 * n * n) - (1.3 * n * t) - (3.5 * t)) / (n * t) * (t * t * t / ((t * t * t) + 2.3)),
            _ => ((4.4 * n) - 2) / (2.9 * t) * (Square((4.4 * n) - 1) - (8.6 * t * ((4.4 * n) - 1)) + (11.4 * t * t)) / Square((4.4 * n) - 3),
        };
    }

    private static double Square(double v) => v * v;
}
