namespace Constellation.Positioning;

/// <summary>Means and percentiles of values with weights, such as areas of cells. NaN values are left out.</summary>
public static class WeightedStatistics
{
    /// <summary>Sum w v / sum w; an empty <paramref name="weights"/> means equal ones.</summary>
    public static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0.0, total = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                double w = weights.IsEmpty ? 1.0 : weights[i];
                sum += w * values[i];
                total += w;
            }
        }

        return sum / total;
    }

    /// <summary>The value below which a fraction of the weight lies: linear between the mid-points of the sorted values' weights.</summary>
    /// <remarks>With equal weights and n values this is the (n p + 1/2)-th smallest, the Hazen position.</remarks>
    public static double Percentile(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double fraction)
    {
        if (weights.IsEmpty)
        {
            return OrderStatistics.Percentile(values, fraction);
        }

        double[] keys = new double[values.Length];
        double[] w = new double[values.Length];
        int n = 0;
        double total = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = weights[i];
            if (!double.IsNaN(values[i]) && weight > 0.0)
            {
                keys[n] = values[i];
                w[n++] = weight;
                total += weight;
            }
        }

        if (n == 0)
        {
            return double.NaN;
        }

        Array.Sort(keys, w, 0, n);
        double target = fraction * total, below = 0.0, previousMiddle = double.NaN;
        for (int i = 0; i < n; i++)
        {
            double middle = below + (0.5 * w[i]);
            if (middle >= target)
            {
                return i == 0 ? keys[0] : keys[i - 1] + ((keys[i] - keys[i - 1]) * (target - previousMiddle) / (middle - previousMiddle));
            }

            below += w[i];
            previousMiddle = middle;
        }

        return keys[n - 1];
    }
}
