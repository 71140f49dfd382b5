namespace Constellation.Simulation;

/// <summary>Which satellites matter: losses of one and of two, the worst first.</summary>
public static class CriticalSatellites
{
    /// <summary>By lost availability, then by lost time with good geometry everywhere, then by PDOP, then by satellite.</summary>
    /// <param name="slots">The constellation.</param>
    /// <param name="geometry">How geometry is judged.</param>
    /// <param name="together">How many are lost at once: 1 or 2.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="cancel">Ends it.</param>
    public static IReadOnlyList<CriticalSet> Rank(ConstellationSlots slots, GeometryCriterion geometry, int together, int threads, CancellationToken cancel)
    {
        int n = slots.Satellites.Count;
        int[][] sets = together == 1
            ? [.. Enumerable.Range(0, n).Select(i => new[] { i })]
            : [.. Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j => new[] { i, j }))];
        GeometryShare whole = geometry.Without(0);
        CriticalSet[] found = new CriticalSet[sets.Length];
        Parallel.For(0, sets.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, k =>
        {
            GeometryShare left = geometry.Without(sets[k].Aggregate(0UL, (bits, i) => bits | (1UL << i)));
            found[k] = new([.. sets[k].Select(i => slots.Satellites[i])], left, whole.Mean - left.Mean, whole.Everywhere - left.Everywhere, left.MeanPdop - whole.MeanPdop);
        });
        return [.. found.OrderByDescending(c => Math.Round(c.LostMean, 9)).ThenByDescending(c => Math.Round(c.LostEverywhere, 9)).ThenByDescending(c => c.PdopGrowth)];
    }
}
