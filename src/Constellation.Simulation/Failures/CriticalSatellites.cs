namespace Constellation.Simulation;

/// <summary>Which satellites matter: losses of one and of two, the worst first.</summary>
public static class CriticalSatellites
{
    /// <summary>In the order asked for; what is equal there goes by PDOP, then by satellite.</summary>
    /// <param name="slots">The constellation.</param>
    /// <param name="geometry">How geometry is judged.</param>
    /// <param name="together">How many are lost at once: 1 or 2.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="order">What is worse.</param>
    /// <param name="progress">Told how many losses of how many are through; from any thread.</param>
    public static IReadOnlyList<CriticalSet> Rank(
        ConstellationSlots slots, GeometryCriterion geometry, int together, int threads, CancellationToken cancel, CriticalityOrder order = CriticalityOrder.Availability, Action<int, int>? progress = null)
    {
        int n = slots.Satellites.Count, done = 0;
        int[][] sets = together == 1
            ? [.. Enumerable.Range(0, n).Select(i => new[] { i })]
            : [.. Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j => new[] { i, j }))];
        GeometryShare whole = geometry.Without(default);
        CriticalSet[] found = new CriticalSet[sets.Length];
        Parallel.For(0, sets.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, k =>
        {
            GeometryShare left = geometry.Without(SlotSet.Of(sets[k]));
            found[k] = new([.. sets[k].Select(i => slots.Satellites[i])], left, whole.Mean - left.Mean, whole.Everywhere - left.Everywhere, left.MeanPdop - whole.MeanPdop, left.Accuracy - whole.Accuracy);
            progress?.Invoke(Interlocked.Increment(ref done), sets.Length);
        });
        return order switch
        {
            CriticalityOrder.Availability => [.. found.OrderByDescending(c => Math.Round(c.LostMean, 9)).ThenByDescending(c => Math.Round(c.LostEverywhere, 9)).ThenByDescending(c => c.PdopGrowth)],
            CriticalityOrder.Accuracy => [.. found.OrderByDescending(c => c.AccuracyGrowth).ThenByDescending(c => c.PdopGrowth)],
            _ => [.. found.OrderByDescending(c => c.PdopGrowth)],
        };
    }
}
