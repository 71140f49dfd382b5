namespace Constellation.Clocks;

/// <summary>Errors over a time interval, as printed in [SP1065] sections 5.2.16 and 5.2.17: the readable form to which <see cref="IntervalErrorKernel"/> is tied.</summary>
internal static class IntervalErrorReference
{
    /// <summary>Largest difference of two offsets in any window of m + 1.</summary>
    public static double Largest(ReadOnlySpan<double> x, int m)
    {
        double largest = 0;
        for (int i = 0; i + m < x.Length; i++)
        {
            (double low, double high) = (x[i], x[i]);
            foreach (double value in x.Slice(i, m + 1))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            largest = Math.Max(largest, high - low);
        }

        return largest;
    }

    /// <summary>Sum of all squared differences over m intervals.</summary>
    public static double FirstDifferences(ReadOnlySpan<double> x, int m)
    {
        double sum = 0;
        for (int i = 0; i + m < x.Length; i++)
        {
            double d = x[i + m] - x[i];
            sum += d * d;
        }

        return sum;
    }
}
