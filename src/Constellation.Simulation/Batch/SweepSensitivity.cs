namespace Constellation.Simulation;

/// <summary>Which axis matters: one at a time from the first point, and by shares of the variance over a full grid (docs/theory/batch.md, section 3).</summary>
public static class SweepSensitivity
{
    /// <summary>Of every axis with several levels; nothing where there is one such axis alone, whose comparison says it all.</summary>
    /// <param name="rows">Of one metric and scope, all points in their order.</param>
    /// <param name="points">Of the batch.</param>
    public static IReadOnlyList<SensitivityRow> Of(IReadOnlyList<PairedRow> rows, PointTable points)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(points);
        (string Axis, int[] Levels, int Count)[] axes = [.. points.Axes.Select(a => Numbered(a.Axis, a.Levels)).Where(a => a.Count > 1)];
        if (axes.Length < 2 || rows.Count != points.Names.Count)
        {
            return [];
        }

        bool grid = axes.Aggregate(1L, (p, a) => p * a.Count) == rows.Count
            && Enumerable.Range(0, rows.Count).Select(i => string.Join(' ', axes.Select(a => a.Levels[i]))).Distinct().Count() == rows.Count
            && rows.All(r => double.IsFinite(r.Mean));
        double[] mean = [.. rows.Select(r => r.Mean)];
        double all = Variance(mean);
        return
        [
            .. axes.Select(axis =>
            {
                PairedRow[] alone = [.. rows.Where(r => double.IsFinite(r.Mean) && axes.All(other => other.Axis == axis.Axis || other.Levels[r.Point] == other.Levels[0]))];
                bool varied = alone.Select(r => axis.Levels[r.Point]).Distinct().Count() > 1;
                bool shares = grid && all > 0;
                return new SensitivityRow(
                    rows[0].Metric, rows[0].Scope, rows[0].Unit, axis.Axis,
                    varied ? alone.Max(r => r.Mean) - alone.Min(r => r.Mean) : double.NaN,
                    varied ? alone.MaxBy(r => Math.Abs(r.Difference))!.DifferenceHalf : double.NaN,
                    shares ? Variance([.. Groups(mean, i => axis.Levels[i].ToString()).Select(g => g.Average())]) / all : double.NaN,
                    shares ? Groups(mean, i => string.Join(' ', axes.Where(o => o.Axis != axis.Axis).Select(o => o.Levels[i]))).Average(g => Variance(g)) / all : double.NaN);
            }),
        ];
    }

    private static (string Axis, int[] Levels, int Count) Numbered(string axis, IReadOnlyList<string> levels)
    {
        string[] distinct = [.. levels.Distinct()];
        return (axis, [.. levels.Select(l => Array.IndexOf(distinct, l))], distinct.Length);
    }

    private static IEnumerable<double[]> Groups(double[] values, Func<int, string> key) =>
        Enumerable.Range(0, values.Length).GroupBy(key).Select(g => g.Select(i => values[i]).ToArray());

    /// <summary>Over all of a finite set: divided by its number.</summary>
    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }
}
