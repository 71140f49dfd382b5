namespace Constellation.Clocks;

/// <summary>Sums over mirrored records, as printed in [SP1065]: the readable form to which <see cref="TotalKernel"/> is tied.</summary>
internal static class TotalReference
{
    /// <summary>[SP1065] eq. 25 without its factor: second differences about every inner offset, the record continued by odd reflection at both ends.</summary>
    public static double SecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int n = x.Length;
        double[] extended = new double[(3 * n) - 2];
        for (int i = 0; i < n; i++)
        {
            extended[n - 1 + i] = x[i];
            extended[n - 1 - i] = (2 * x[0]) - x[i];
            extended[(3 * n) - 3 - i] = (2 * x[^1]) - x[i];
        }

        x.CopyTo(extended.AsSpan(n - 1));
        double sum = 0;
        for (int i = n; i < (2 * n) - 2; i++)
        {
            double d = extended[i - m] - (2 * extended[i]) + extended[i + m];
            sum += d * d;
        }

        return sum;
    }

    /// <summary>[SP1065] sections 5.2.12 and 5.2.14: over all runs of 3 m values, freed of the slope of their half means and continued by even
    /// reflection to 9 m, the mean over 6 m places of the squared second difference of adjacent means of m. Summed over the runs.</summary>
    public static double AveragedSecondDifferences(ReadOnlySpan<double> values, int m)
    {
        int length = 3 * m, half = length / 2;
        double[] run = new double[3 * length];
        double sum = 0;
        for (int start = 0; start + length <= values.Length; start++)
        {
            ReadOnlySpan<double> own = values.Slice(start, length);
            double slope = (Mean(own[^half..]) - Mean(own[..half])) / (length - half);
            for (int i = 0; i < length; i++)
            {
                run[length - 1 - i] = run[length + i] = run[(3 * length) - 1 - i] = own[i] - (slope * i);
            }

            double squares = 0;
            for (int j = 0; j < 6 * m; j++)
            {
                double d = Mean(run.AsSpan(j, m)) - (2 * Mean(run.AsSpan(j + m, m))) + Mean(run.AsSpan(j + (2 * m), m));
                squares += d * d;
            }

            sum += squares / (6 * m);
        }

        return sum;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return values.IsEmpty ? 0 : sum / values.Length;
    }
}
