namespace Constellation.Positioning;

/// <summary>One number for every user out of many epochs.</summary>
public static class PointField
{
    /// <summary>Values that one thread holds at a time.</summary>
    private const int ValuesHeld = 1 << 20;

    /// <summary>Users in groups, each written by its index: the result does not depend on the number of threads.</summary>
    public static double[] Reduce(IPointQuantity quantity, PointScene scene, PointStatistic statistic, int threads, Action<double>? progress = null, CancellationToken cancel = default)
    {
        int users = scene.Users.Count, epochs = scene.Epochs.Count;
        ArgumentOutOfRangeException.ThrowIfZero(epochs);
        double[] field = new double[users];
        ForGroups(users, epochs, quantity.IsSlow, threads, (first, count) =>
        {
            double[] values = new double[count * epochs];
            quantity.Fill(first, count, values, cancel);
            for (int u = 0; u < count; u++)
            {
                field[first + u] = Of(values.AsSpan(u * epochs, epochs), statistic, quantity.WorstIsSmallest);
            }
        }, progress, cancel);
        return field;
    }

    /// <summary>Calls the work for groups of users, on at most so many threads.</summary>
    internal static void ForGroups(int users, int epochs, bool slow, int threads, Action<int, int> work, Action<double>? progress, CancellationToken cancel)
    {
        int size = slow ? 4 : Math.Clamp((ValuesHeld / epochs) & ~3, 4, 256), groups = (users + size - 1) / size, done = 0;
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel }, g =>
        {
            work(g * size, Math.Min(size, users - (g * size)));
            progress?.Invoke((double)Interlocked.Increment(ref done) / groups);
        });
    }

    /// <summary>The statistic of one user's epochs; NaN where none has a value.</summary>
    public static double Of(ReadOnlySpan<double> values, PointStatistic statistic, bool worstIsSmallest) => statistic switch
    {
        PointStatistic.Mean => WeightedStatistics.Mean(values, []),
        PointStatistic.Median => OrderStatistics.Percentile(values, 0.5),
        PointStatistic.P95 => OrderStatistics.Percentile(values, worstIsSmallest ? 0.05 : 0.95),
        PointStatistic.Min => Extreme(values, smallest: true),
        PointStatistic.Max => Extreme(values, smallest: false),
        _ => Extreme(values, worstIsSmallest),
    };

    private static double Extreme(ReadOnlySpan<double> values, bool smallest)
    {
        double extreme = double.NaN;
        foreach (double value in values)
        {
            if (double.IsNaN(extreme) || (smallest ? value < extreme : value > extreme))
            {
                extreme = value;
            }
        }

        return extreme;
    }
}
