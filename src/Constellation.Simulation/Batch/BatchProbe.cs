using System.Diagnostics;
using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Times what a batch will do first, as it will do it, and says what the whole takes.</summary>
/// <remarks>A shard whose points take less than some seconds with one seed is run whole, again and again, until the program is warm; of a larger one some points are run, of each kind that
/// shares its work at least one where there are few kinds.</remarks>
public sealed class BatchProbe(SweepDefinition sweep, int jobs, CancellationToken cancel)
{
    /// <summary>Longest seed of a shard that is run whole; how much processor time such are repeated for, until all that is hot is compiled; when no more points of a large one are taken. Seconds.</summary>
    private const double LongestSeed = 10, Repeat = 10, Longest = 60;

    private const int MostKinds = 6, MostRepeats = 1000;

    private readonly PointRunner _runner = new(sweep);
    private readonly ShardLayout _layout = ShardLayout.For(sweep);

    /// <summary>Counts alone.</summary>
    public static BatchEstimate Count(SweepDefinition sweep, int jobs) => new(ShardLayout.For(sweep), jobs);

    public BatchEstimate Run()
    {
        int[] points = [.. Enumerable.Range(0, _layout.PointsPerShard)];
        (Cost cold, List<BatchRow> rows) = Timed(sweep.FirstSeed, points[0]);
        using MemoryStream table = new();
        long count = ResultTable.Write(table, rows, BatchManifest.Of(sweep));
        BatchEstimate estimate = new(_layout, jobs) { Sample = rows, RowsPerRun = count, BytesPerRow = count > 0 ? (double)table.Length / count : 0 };
        (Cost warm, _) = Timed(sweep.FirstSeed, points[0]);
        return warm.Wall * points.Length <= LongestSeed ? Whole(estimate, points, cold) : Sampled(estimate, points, cold);
    }

    /// <summary>One seed after the other, as a batch does; what the first ones take more than the last is its warm-up.</summary>
    private BatchEstimate Whole(BatchEstimate estimate, int[] points, Cost cold)
    {
        List<Cost> costs = [];
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        while (costs.Count < 2 || (costs.Count < MostRepeats && (Environment.CpuUsage.TotalTime - used).TotalSeconds < Repeat && Stopwatch.GetElapsedTime(begin).TotalSeconds < Longest))
        {
            // Blocks of points in turn: they may differ.
            int block = costs.Count % Math.Max(1, sweep.Points.Count / points.Length);
            costs.Add(Timed(sweep.FirstSeed + (costs.Count % sweep.Seeds), [.. points.Select(p => p + (block * points.Length))]).Cost);
        }

        int warm = costs.Count * 2 / 3, few = (int)Math.Min((long)_layout.Seeds * _layout.Points / points.Length, warm);
        double[] late = [.. costs.Skip(warm).Select(c => c.Wall)];
        double steady = late.Average(), processor = costs.Skip(warm).Average(c => c.Processor);
        double spread = late.Length < 2 ? 0 : Math.Sqrt(late.Sum(t => (t - steady) * (t - steady)) / (late.Length - 1) / late.Length) / steady;
        return estimate with
        {
            SeedSeconds = steady,
            SeedProcessorSeconds = processor,
            Spread = spread,
            WarmUpSeconds = Math.Max(0, cold.Wall - (steady / points.Length)) + Math.Max(0, costs.Take(few).Sum(c => c.Wall - steady)),
            OnceProcessorSeconds = Math.Max(0, cold.Processor - (processor / points.Length)) + Math.Max(0, costs.Take(few).Sum(c => c.Processor - processor)),
        };
    }

    private BatchEstimate Sampled(BatchEstimate estimate, int[] points, Cost cold)
    {
        int[][] kinds = [.. points.GroupBy(p => sweep.ScenarioOf(sweep.Points[p], sweep.FirstSeed) is { Succeeded: true } read ? GroupRun.KeyOf(read.Value!) ?? $"alone {p}" : $"wrong {p}").Select(g => g.ToArray())];
        long start = Stopwatch.GetTimestamp();
        List<Cost> firsts = [];
        foreach (int[] kind in Spread(kinds, MostKinds))
        {
            if (firsts.Count == 0 || Stopwatch.GetElapsedTime(start).TotalSeconds < Longest)
            {
                firsts.Add(Timed(sweep.FirstSeed, kind[0]).Cost);
            }
        }

        double first = firsts.Average(f => f.Wall), next = first, firstProcessor = firsts.Average(f => f.Processor), nextProcessor = firstProcessor;
        int[] largest = kinds.MaxBy(k => k.Length)!;
        if (largest.Length > 1)
        {
            // The first of a kind makes what the others share.
            int more = Math.Min(3, largest.Length - 1);
            Cost several = Timed(sweep.FirstSeed, largest[..(more + 1)]).Cost, one = Timed(sweep.FirstSeed, largest[0]).Cost;
            (next, nextProcessor) = (Math.Max(0.05 * first, (several.Wall - one.Wall) / more), Math.Max(0.05 * firstProcessor, (several.Processor - one.Processor) / more));
        }

        int others = points.Length - kinds.Length;
        double seed = (kinds.Length * first) + (others * next);
        double deviation = firsts.Count < 2 ? 0 : Math.Sqrt(firsts.Sum(f => (f.Wall - first) * (f.Wall - first)) / (firsts.Count - 1));
        double unseen = kinds.Length <= firsts.Count ? 0 : deviation / Math.Sqrt(firsts.Count) * Math.Sqrt(1 - ((double)firsts.Count / kinds.Length)) * kinds.Length / seed;
        return estimate with
        {
            SeedSeconds = seed,
            SeedProcessorSeconds = (kinds.Length * firstProcessor) + (others * nextProcessor),
            Spread = unseen,
            WarmUpSeconds = Math.Max(0, cold.Wall - first),
            OnceProcessorSeconds = Math.Max(0, cold.Processor - firstProcessor),
        };
    }

    private static IEnumerable<int[]> Spread(int[][] kinds, int most) =>
        kinds.Length <= most ? kinds : Enumerable.Range(0, most).Select(i => kinds[(int)((long)i * (kinds.Length - 1) / (most - 1))]);

    private (Cost Cost, List<BatchRow> Rows) Timed(long seed, params int[] points)
    {
        cancel.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        List<BatchRow> rows = [.. _runner.Run(points, seed, static () => { }, cancel).SelectMany(o => o.Rows)];
        return (new(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds), rows);
    }

    /// <summary>Seconds of the clock on the wall, and of all processors.</summary>
    private readonly record struct Cost(double Wall, double Processor);
}
