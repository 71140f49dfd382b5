namespace Constellation.Positioning;

/// <summary>Dilution of precision of one user over many epochs.</summary>
/// <param name="MeanSatellites">Mean number of satellites at or above the mask, all epochs.</param>
/// <param name="MeanGdop">Mean over the epochs with a solution; likewise the other means. NaN where no epoch has one.</param>
/// <param name="MeanPdop">See <paramref name="MeanGdop"/>.</param>
/// <param name="MeanHdop">See <paramref name="MeanGdop"/>.</param>
/// <param name="MeanVdop">See <paramref name="MeanGdop"/>.</param>
/// <param name="MeanTdop">See <paramref name="MeanGdop"/>.</param>
/// <param name="Pdop95">95th percentile of PDOP, epochs with a solution.</param>
/// <param name="Availability">Fraction of all epochs with PDOP within the limit; an epoch without a solution is not.</param>
public readonly record struct DopSummary(
    double MeanSatellites, double MeanGdop, double MeanPdop, double MeanHdop, double MeanVdop, double MeanTdop, double Pdop95, double Availability)
{
    /// <summary>Values of PDOP that one thread holds for its percentiles.</summary>
    private const int ValuesHeld = 1 << 21;

    /// <summary>One summary per user. Sums go over epochs in order, so the result does not depend on the number of threads.</summary>
    /// <param name="users">Any places.</param>
    /// <param name="elevationMask">rad.</param>
    /// <param name="epochs">The satellites at each epoch.</param>
    /// <param name="pdopLimit">Largest PDOP that counts as available.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="cancel">Stops between groups of users.</param>
    public static DopSummary[] Over(
        IReadOnlyList<UserDefinition> users, double elevationMask, IReadOnlyList<SatelliteSnapshot> epochs, double pdopLimit, int threads, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(epochs.Count);
        DopSummary[] summaries = new DopSummary[users.Count];
        int size = Math.Clamp(ValuesHeld / epochs.Count & ~3, 4, 256), groups = (users.Count + size - 1) / size;
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel }, g =>
        {
            int first = g * size, count = Math.Min(size, users.Count - first);
            Fill(new DopGrid([.. users.Skip(first).Take(count)], elevationMask), epochs, pdopLimit, summaries.AsSpan(first, count), cancel);
        });
        return summaries;
    }

    private static void Fill(DopGrid grid, IReadOnlyList<SatelliteSnapshot> epochs, double pdopLimit, Span<DopSummary> summaries, CancellationToken cancel)
    {
        int users = summaries.Length;
        double[] pdop = new double[users * epochs.Count];        // [user, epoch]
        DopSums sums = new(users);
        for (int k = 0; k < epochs.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            grid.Compute(epochs[k]);
            sums.Add(grid, pdopLimit);
            for (int u = 0; u < users; u++)
            {
                pdop[(u * epochs.Count) + k] = grid.Pdop[u];
            }
        }

        for (int u = 0; u < users; u++)
        {
            summaries[u] = sums.Summary(u, epochs.Count, OrderStatistics.Percentile(pdop.AsSpan(u * epochs.Count, epochs.Count), 0.95));
        }
    }
}
