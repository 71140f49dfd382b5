namespace Constellation.Clocks;

/// <summary>Degrees of freedom of the total variances, fitted to simulation by their authors. [SP1065] section 5.4, tables 7, 8 and 11</summary>
internal static class TotalDegreesOfFreedom
{
    /// <summary>TOTVAR; null for phase noises, for which nothing is published.</summary>
    public static double? Total(int noise, int offsetCount, int m) => Math.Max(noise, -2) switch
    {
        0 => 1.50 * Length(offsetCount, m),
        -1 => (1.17 * Length(offsetCount, m)) - 0.22,
        -2 => (0.93 * Length(offsetCount, m)) - 0.36,
        _ => null,
    };

    public static double ModifiedTotal(int noise, int offsetCount, int m) => Math.Max(noise, -2) switch
    {
        2 => (1.90 * Length(offsetCount, m)) - 2.10,
        1 => (1.20 * Length(offsetCount, m)) - 1.40,
        0 => (1.10 * Length(offsetCount, m)) - 1.20,
        -1 => (0.85 * Length(offsetCount, m)) - 0.50,
        _ => (0.75 * Length(offsetCount, m)) - 0.31,
    };

    /// <summary>Hadamard total variance; null for phase noises and below 16 intervals, where the fit was not made.</summary>
    public static double? HadamardTotal(int noise, int offsetCount, int m)
    {
        if (noise > 0 || m < 16)
        {
            return null;
        }

        (double b0, double b1) = noise switch
        {
            0 => (0.559, 1.004),
            -1 => (0.868, 1.140),
            -2 => (0.938, 1.696),
            -3 => (0.974, 2.554),
            _ => (1.276, 3.149),
        };
        double length = Length(offsetCount, m);
        return length / (b0 + (b1 / length));
    }

    /// <summary>Record in averaging times.</summary>
    private static double Length(int offsetCount, int m) => (offsetCount - 1.0) / m;
}
