namespace Constellation.Reporting;

/// <summary>Cuts the epochs at which runs have values into neighbouring batches, to tell how far a figure would move with another stretch of time.</summary>
/// <remarks>Delete-one-batch jackknife [Kuensch89]: the figure is formed again without each batch, and the differences of two runs are taken batch by batch, so that what both
/// runs have in common (orbits, noise of receivers, unchanged clocks) drops out. With the root of the epochs as the number of batches, a batch of a day at 5 min is 85 min long: longer than
/// what neighbouring epochs share between hourly uploads. It knows nothing of other seeds: one draw of the clocks is one draw.</remarks>
internal sealed class EpochBatches
{
    private const int Fewest = 4, Most = 32;

    private readonly int[] _batch;

    /// <param name="used">Of each epoch, whether the figure has a value there: the batches share these, so that none is empty.</param>
    public EpochBatches(IReadOnlyList<bool> used)
    {
        int epochs = used.Count(u => u), before = 0;
        Count = epochs < 2 * Fewest ? 0 : Math.Clamp((int)Math.Sqrt(epochs), Fewest, Most);
        _batch = new int[used.Count];
        for (int e = 0; e < _batch.Length; e++)
        {
            _batch[e] = (int)((long)Math.Min(before, epochs - 1) * Math.Max(1, Count) / Math.Max(1, epochs));
            before += used[e] ? 1 : 0;
        }
    }

    /// <summary>0: too few epochs for any.</summary>
    public int Count { get; }

    public int Of(int epoch) => _batch[epoch];

    /// <summary>Standard deviation of the difference of two figures, each given whole (first) and without each batch.</summary>
    public double Sigma(double[] a, double[] b)
    {
        double[] d = [.. Enumerable.Range(1, Count).Select(k => b[k] - a[k])];
        if (d.Length == 0 || d.Any(double.IsNaN))
        {
            return double.NaN;
        }

        double mean = d.Average();
        return Math.Sqrt((Count - 1.0) / Count * d.Sum(v => (v - mean) * (v - mean)));
    }
}
