using System.Diagnostics;

namespace Constellation.Simulation;

/// <summary>How much a sweep is: counts, and what some timed runs say of time and disk.</summary>
/// <param name="Points">Of the sweep.</param>
/// <param name="Seeds">Of each.</param>
/// <param name="Shards">Files.</param>
/// <param name="PointsPerShard">At most.</param>
/// <param name="Jobs">At once.</param>
/// <param name="FirstSeconds">First run of a seed, which makes what the others share, s; NaN without a probe.</param>
/// <param name="NextSeconds">Each further run of that seed, s.</param>
/// <param name="RowsPerRun">Kept.</param>
/// <param name="BytesPerRow">In a file.</param>
public sealed record BatchEstimate(int Points, int Seeds, int Shards, int PointsPerShard, int Jobs, double FirstSeconds, double NextSeconds, double RowsPerRun, double BytesPerRow)
{
    private double Runs => (double)Points * Seeds;

    /// <summary>Runs that make what the others of their seed and shard share.</summary>
    private double Firsts => (double)Seeds * Math.Ceiling((double)Points / PointsPerShard);

    public double Seconds => ((Firsts * FirstSeconds) + ((Runs - Firsts) * NextSeconds)) / Math.Min(Jobs, Math.Max(1, Shards));

    /// <summary>Shards and the merged table.</summary>
    public double DiskBytes => 2 * Runs * RowsPerRun * BytesPerRow;

    /// <summary>Counts, and with a probe the times of a point alone and of two together, both after one that is not counted.</summary>
    public static BatchEstimate Of(SweepDefinition sweep, int jobs, bool probe, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ShardLayout layout = ShardLayout.For(sweep);
        BatchEstimate counts = new(layout.Points, layout.Seeds, layout.Count, layout.PointsPerShard, jobs, double.NaN, double.NaN, double.NaN, double.NaN);
        if (!probe)
        {
            return counts;
        }

        PointRunner runner = new(sweep);
        (double Seconds, List<BatchRow> Rows) Timed(params int[] points)
        {
            long start = Stopwatch.GetTimestamp();
            List<BatchRow> rows = [.. runner.Run(points, sweep.FirstSeed, static _ => { }, cancel).SelectMany(o => o.Rows)];
            return (Stopwatch.GetElapsedTime(start).TotalSeconds, rows);
        }

        int last = sweep.Points.Count - 1;
        _ = Timed(0);
        (double one, List<BatchRow> rows) = Timed(0);
        double next = last > 0 ? Math.Max(Timed(0, last).Seconds - one, 0.05 * one) : one;
        using MemoryStream table = new();
        long count = ResultTable.Write(table, rows, BatchManifest.Of(sweep));
        return counts with { FirstSeconds = one, NextSeconds = next, RowsPerRun = count, BytesPerRow = count > 0 ? (double)table.Length / count : 0 };
    }

    /// <summary>What, value and unit, line by line.</summary>
    public IEnumerable<(string What, double Value, string Unit)> Rows()
    {
        yield return ("points", Points, "");
        yield return ("seeds", Seeds, "");
        yield return ("runs", Runs, "");
        yield return ("shards", Shards, "");
        yield return ("jobs", Jobs, "");
        if (double.IsNaN(FirstSeconds))
        {
            yield break;
        }

        yield return ("first_run_of_a_seed", FirstSeconds, "s");
        yield return ("further_run_of_a_seed", NextSeconds, "s");
        yield return ("time", Seconds, "s");
        yield return ("rows", Runs * RowsPerRun, "");
        yield return ("disk", DiskBytes / 1e6, "MB");
    }
}
