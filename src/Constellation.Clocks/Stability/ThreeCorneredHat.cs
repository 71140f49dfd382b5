using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Stability of single clocks from differences of three. [SP1065] section 10.14; [Lantz19]</summary>
public static class ThreeCorneredHat
{
    /// <summary>Variances of clocks a, b, c from the deviations of their differences, if their noises are independent.</summary>
    /// <returns>Any may come out negative: then the noises are not independent, or there are too few terms.</returns>
    public static (double A, double B, double C) Separate(double deviationAB, double deviationBC, double deviationCA)
    {
        (double ab, double bc, double ca) = (deviationAB * deviationAB, deviationBC * deviationBC, deviationCA * deviationCA);
        return (0.5 * (ab + ca - bc), 0.5 * (ab + bc - ca), 0.5 * (bc + ca - ab));
    }

    /// <summary>Groslambert covariance: overlapping Allan covariance of two records, the mean of the product of their second differences.</summary>
    /// <param name="first">Offsets of clock a against b, s; NaN where missing.</param>
    /// <param name="second">Offsets of clock a against c, at the same epochs.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="m">Averaging time in intervals.</param>
    /// <returns>The Allan variance of a; noise of the two comparisons averages out instead of adding as it does in the hat. NaN without a common term.</returns>
    public static double Covariance(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Duration interval, int m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(m);
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        double sum = 0, tau = m * interval.TotalSeconds;
        int terms = 0;
        for (int i = 0; i + (2L * m) < first.Length; i++)
        {
            double product = (first[i + (2 * m)] - (2 * first[i + m]) + first[i]) * (second[i + (2 * m)] - (2 * second[i + m]) + second[i]);
            if (!double.IsNaN(product))
            {
                sum += product;
                terms++;
            }
        }

        return terms == 0 ? double.NaN : sum / (2 * tau * tau * terms);
    }
}
