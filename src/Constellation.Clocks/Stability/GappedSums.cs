namespace Constellation.Clocks;

/// <summary>The sums of records with missing (NaN) offsets: a term counts when all its offsets are there. [Sesia08]</summary>
internal static class GappedSums
{
    public static PartialSum FirstDifferences(ReadOnlySpan<double> x, int m)
    {
        PartialSum sum = default;
        for (int i = 0; i + m < x.Length; i++)
        {
            sum = Add(sum, x[i + m] - x[i]);
        }

        return sum;
    }

    public static PartialSum SecondDifferences(ReadOnlySpan<double> x, int m)
    {
        PartialSum sum = default;
        for (int i = 0; i + (2 * m) < x.Length; i++)
        {
            sum = Add(sum, x[i + (2 * m)] - (2 * x[i + m]) + x[i]);
        }

        return sum;
    }

    public static PartialSum ThirdDifferences(ReadOnlySpan<double> x, int m)
    {
        PartialSum sum = default;
        for (int i = 0; i + (3 * m) < x.Length; i++)
        {
            sum = Add(sum, x[i + (3 * m)] - (3 * (x[i + (2 * m)] - x[i + m])) - x[i]);
        }

        return sum;
    }

    /// <summary>The inner mean is that of the second differences there are, if they are at least half of m; it is scaled to m of them.</summary>
    /// <remarks>Exact without gaps. White phase noise comes out higher by up to the share missing, redder noise does not.</remarks>
    public static PartialSum AveragedSecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (3 * m) + 1, renewal = Math.Max(1024, m);
        PartialSum sum = default;
        double inner = 0;
        int there = 0;
        for (int j = 0; j < terms; j++)
        {
            if (j % renewal == 0)
            {
                (inner, there) = (0, 0);
                for (int i = j; i < j + m; i++)
                {
                    Count(x, i, m, +1, ref inner, ref there);
                }
            }
            else
            {
                Count(x, j - 1, m, -1, ref inner, ref there);
                Count(x, j + m - 1, m, +1, ref inner, ref there);
            }

            if (there > 0 && 2 * (long)there >= m)
            {
                sum = Add(sum, inner * m / there);
            }
        }

        return sum;
    }

    /// <summary>Theo1: the pairs of a place that are there stand for all of its pairs, if they have half of the weight.</summary>
    public static PartialSum WeightedDifferences(ReadOnlySpan<double> x, int m)
    {
        int half = m / 2;
        double whole = 0;
        for (int v = 1; v <= half; v++)
        {
            whole += 1.0 / v;
        }

        PartialSum sum = default;
        for (int i = 0; i + m < x.Length; i++)
        {
            double ends = x[i] + x[i + m];
            if (double.IsNaN(ends))
            {
                continue;
            }

            double squares = 0, weight = 0;
            for (int v = 1; v <= half; v++)
            {
                double d = ends - x[i + v] - x[i + m - v];
                if (!double.IsNaN(d))
                {
                    squares += d * d / v;
                    weight += 1.0 / v;
                }
            }

            if (weight >= 0.5 * whole)
            {
                sum += new PartialSum(squares * whole / weight, 1);
            }
        }

        return sum;
    }

    private static PartialSum Add(PartialSum sum, double d) => double.IsNaN(d) ? sum : new(sum.Sum + (d * d), sum.Terms + 1);

    private static void Count(ReadOnlySpan<double> x, int i, int m, int sign, ref double inner, ref int there)
    {
        double d = x[i + (2 * m)] - (2 * x[i + m]) + x[i];
        if (!double.IsNaN(d))
        {
            inner += sign * d;
            there += sign;
        }
    }
}
