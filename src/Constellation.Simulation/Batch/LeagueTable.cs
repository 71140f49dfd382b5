namespace Constellation.Simulation;

/// <summary>Points in the order of every metric.</summary>
public static class LeagueTable
{
    /// <summary>Metric by metric, points by rank; points without a value are left out.</summary>
    public static IEnumerable<LeagueRow> Of(IReadOnlyList<PairedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (IGrouping<(string Metric, string Scope, string Unit), PairedRow> metric in rows.GroupBy(r => (r.Metric, r.Scope, r.Unit)))
        {
            string column = metric.Key.Metric + (metric.Key.Scope == RunSummary.All ? "" : ", " + metric.Key.Scope) + (metric.Key.Unit.Length > 0 ? $" ({metric.Key.Unit})" : "");
            double sign = ParetoFront.LessIsBetter(metric.Key.Metric) ? 1 : -1;
            PairedRow[] valid = [.. metric.Where(r => double.IsFinite(r.Mean)).OrderBy(r => sign * r.Mean).ThenBy(r => r.Point)];
            foreach (PairedRow row in valid)
            {
                yield return new(column, 1 + valid.Count(other => sign * other.Mean < sign * row.Mean), row);
            }
        }
    }
}
