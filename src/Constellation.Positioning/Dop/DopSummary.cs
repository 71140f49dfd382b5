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
        double[] pdop = new double[summaries.Length * epochs.Count];        // [user, epoch]
        Sums[] sums = new Sums[summaries.Length];
        for (int k = 0; k < epochs.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            grid.Compute(epochs[k]);
            for (int u = 0; u < sums.Length; u++)
            {
                pdop[(u * epochs.Count) + k] = grid.Pdop[u];
                sums[u].Add(grid.Count[u], grid[u], pdopLimit);
            }
        }

        for (int u = 0; u < sums.Length; u++)
        {
            summaries[u] = sums[u].Summary(epochs.Count, WeightedStatistics.Percentile(pdop.AsSpan(u * epochs.Count, epochs.Count), [], 0.95));
        }
    }

    private struct Sums
    {
        private long _satellites, _solved, _available;
        private double _gdop, _pdop, _hdop, _vdop, _tdop;

        public void Add(int count, Dop dop, double pdopLimit)
        {
            _satellites += count;
            if (dop.IsDefined)
            {
                _solved++;
                _available += dop.Pdop <= pdopLimit ? 1 : 0;
                _gdop += dop.Gdop;
                _pdop += dop.Pdop;
                _hdop += dop.Hdop;
                _vdop += dop.Vdop;
                _tdop += dop.Tdop;
            }
        }

        public readonly DopSummary Summary(int epochs, double pdop95) => new(
            (double)_satellites / epochs, _gdop / _solved, _pdop / _solved, _hdop / _solved, _vdop / _solved, _tdop / _solved, pdop95, (double)_available / epochs);
    }
}
