namespace Constellation.Simulation;

/// <summary>Which points are worth having: accuracy against the number of masers, terminals and stations (docs/theory/batch.md, section 3).</summary>
public static class ParetoFront
{
    private static readonly string[] s_moreIsBetter = ["availability", "satellites_mean", .. EnduranceFigures.Metrics.Where(m => !m.EndsWith("_pdop", StringComparison.Ordinal))];

    /// <summary>Whether of a metric a smaller value is the better one.</summary>
    public static bool LessIsBetter(string metric) => !s_moreIsBetter.Contains(metric);

    /// <summary>By every count that differs between points, points in order of count and then of value.</summary>
    /// <param name="rows">Of one metric and scope.</param>
    /// <param name="points">Of the batch.</param>
    public static IReadOnlyList<ParetoRow> Of(IReadOnlyList<PairedRow> rows, PointTable points)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(points);
        List<ParetoRow> front = [];
        foreach ((string count, IReadOnlyList<double> numbers) in points.Costs)
        {
            PairedRow[] valid = [.. rows.Where(r => double.IsFinite(r.Mean) && double.IsFinite(numbers[r.Point]))];
            if (valid.Select(r => numbers[r.Point]).Distinct().Count() < 2)
            {
                continue;
            }

            // In order of count, the best first: a point is on the front when it beats all before it.
            double best = double.PositiveInfinity;
            foreach (PairedRow row in valid.OrderBy(r => numbers[r.Point]).ThenBy(Badness).ThenBy(r => r.Point))
            {
                bool better = Badness(row) < best;
                best = Math.Min(best, Badness(row));
                front.Add(new(count, numbers[row.Point], row, better));
            }
        }

        return front;
    }

    private static double Badness(PairedRow row) => LessIsBetter(row.Metric) ? row.Mean : -row.Mean;
}
