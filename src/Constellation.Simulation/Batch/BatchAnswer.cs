namespace Constellation.Simulation;

/// <summary>What of a comparison answers the question of its sweep.</summary>
public static class BatchAnswer
{
    /// <summary>Metric by metric the rows of its first scope; of a sweep that names none, its first metric.</summary>
    public static IReadOnlyList<PairedRow[]> Of(BatchManifest manifest, IReadOnlyList<PairedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(rows);
        IReadOnlyList<string> metrics = manifest.Answer.Count > 0 ? manifest.Answer : [.. rows.Take(1).Select(r => r.Metric)];
        return
        [
            .. metrics.Select(m => rows.FirstOrDefault(r => r.Metric == m)).OfType<PairedRow>()
                .Select(first => rows.Where(r => r.Metric == first.Metric && r.Scope == first.Scope).ToArray()),
        ];
    }
}
