namespace Constellation.Reporting;

/// <summary>Figures of a run as a whole (first) and without each batch of its epochs.</summary>
internal static class BatchedFigures
{
    /// <summary>Weighted mean of the values of all epochs, given as sums over each.</summary>
    public static double[] Mean(EpochBatches batches, double[] sums, double[] weights)
    {
        double[] byBatch = new double[batches.Count], weightByBatch = new double[batches.Count];
        double all = 0, weight = 0;
        for (int e = 0; e < sums.Length; e++)
        {
            all += sums[e];
            weight += weights[e];
            if (batches.Count > 0)
            {
                byBatch[batches.Of(e)] += sums[e];
                weightByBatch[batches.Of(e)] += weights[e];
            }
        }

        return [all / weight, .. Enumerable.Range(0, batches.Count).Select(k => (all - byBatch[k]) / (weight - weightByBatch[k]))];
    }

    public static double[] RootMean(EpochBatches batches, double[] sums, double[] weights) => [.. Mean(batches, sums, weights).Select(Math.Sqrt)];

    /// <summary>The percentile of <see cref="Positioning.WeightedStatistics"/>: linear between the mid-points of the sorted values' weights. NaN values are left out.</summary>
    public static double[] Percentile(EpochBatches batches, List<double> values, List<double> weights, List<int> epochs, double fraction)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i]) && weights[i] > 0)];
        Array.Sort([.. order.Select(i => values[i])], order);
        int[] batch = [.. order.Select(i => batches.Of(epochs[i]))];
        double[] figures = new double[1 + batches.Count];
        for (int k = 0; k < figures.Length; k++)
        {
            figures[k] = Without(k - 1);
        }

        return figures;

        double Without(int left)
        {
            double target = 0, below = 0, middleBefore = double.NaN, before = double.NaN;
            for (int i = 0; i < order.Length; i++)
            {
                target += batch[i] == left ? 0 : fraction * weights[order[i]];
            }

            for (int i = 0; i < order.Length; i++)
            {
                if (batch[i] == left)
                {
                    continue;
                }

                double weight = weights[order[i]], value = values[order[i]], middle = below + (0.5 * weight);
                if (middle >= target)
                {
                    return double.IsNaN(before) ? value : before + ((value - before) * (target - middleBefore) / (middle - middleBefore));
                }

                below += weight;
                (middleBefore, before) = (middle, value);
            }

            return before;
        }
    }
}
