namespace Constellation.Reporting;

/// <summary>What users of two runs got. Errors are compared where a user has a position in both runs, availability at every epoch.</summary>
internal sealed class PairedUsers(UserFigures a, UserFigures b, int epochs)
{
    /// <param name="metric">One of <see cref="UserFigures.Metrics"/>.</param>
    /// <param name="scope">What the users are called together.</param>
    /// <param name="usersA">Their places in the first run.</param>
    /// <param name="usersB">Of the same users in the second.</param>
    public ComparisonRow Of(string metric, string scope, int[] usersA, int[] usersB)
    {
        List<double> valuesA = new(usersA.Length * epochs), valuesB = new(valuesA.Capacity), weights = new(valuesA.Capacity);
        List<int> at = new(valuesA.Capacity);
        bool[] used = new bool[epochs];
        int onlyA = 0, onlyB = 0;
        (double[] allA, double[] allB) = (a.Values(metric), b.Values(metric));
        for (int e = 0; e < epochs; e++)
        {
            for (int u = 0; u < usersA.Length; u++)
            {
                (double valueA, double valueB) = (allA[a.Row(e, usersA[u])], allB[b.Row(e, usersB[u])]);
                if (double.IsNaN(valueA) || double.IsNaN(valueB))
                {
                    onlyA += double.IsNaN(valueA) ? 0 : 1;
                    onlyB += double.IsNaN(valueB) ? 0 : 1;
                    continue;
                }

                valuesA.Add(valueA);
                valuesB.Add(valueB);
                weights.Add(a.Weight(usersA[u]));
                at.Add(e);
                used[e] = true;
            }
        }

        EpochBatches batches = new(used);
        double[] figureA = Figure(metric, batches, valuesA, weights, at), figureB = Figure(metric, batches, valuesB, weights, at);
        return new(metric, scope, figureA[0], figureB[0], batches.Sigma(figureA, figureB), at.Count, onlyA, onlyB, metric == UserFigures.Availability ? "" : "m");
    }

    private double[] Figure(string metric, EpochBatches batches, List<double> values, List<double> weights, List<int> at)
    {
        if (metric.EndsWith("_95", StringComparison.Ordinal))
        {
            return BatchedFigures.Percentile(batches, values, weights, at, 0.95);
        }

        bool squared = metric != UserFigures.Availability;
        double[] sums = new double[epochs], totals = new double[epochs];
        for (int i = 0; i < at.Count; i++)
        {
            sums[at[i]] += weights[i] * values[i] * (squared ? values[i] : 1);
            totals[at[i]] += weights[i];
        }

        return squared ? BatchedFigures.RootMean(batches, sums, totals) : BatchedFigures.Mean(batches, sums, totals);
    }
}
