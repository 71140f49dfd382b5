using System.Diagnostics;
using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Times what a batch will do first, as it will do it, and says what the whole takes.</summary>
/// <remarks>A shard that takes less than some seconds is run whole, again and again, until the program is warm; of a larger one some points are run, of each kind that
/// shares its work at least one where there are few kinds.</remarks>
public sealed class BatchProbe(SweepDefinition sweep, int jobs, CancellationToken cancel)
{
    /// <summary>Longest shard that is run whole; how much processor time such are repeated for, until all that is hot is compiled; when no more points of a large one are taken. Seconds.</summary>
    private const double LongestShard = 10, Repeat = 10, Longest = 60;

    private const int MostKinds = 6, MostRepeats = 1000;

    private readonly PointRunner _runner = new(sweep);
    private readonly ShardLayout _layout = ShardLayout.For(sweep);

    /// <summary>Counts alone.</summary>
    public static BatchEstimate Count(SweepDefinition sweep, int jobs) => new(ShardLayout.For(sweep), jobs);

    public BatchEstimate Run()
    {
        int[] points = [.. Enumerable.Range(0, _layout.PointsPerShard)];
        (Cost cold, List<BatchRow> rows) = Timed([points[0]], [sweep.FirstSeed]);
        using MemoryStream table = new();
        long count = ResultTable.Write(table, rows, BatchManifest.Of(sweep));
        BatchEstimate estimate = new(_layout, jobs) { Sample = rows, RowsPerRun = count, BytesPerRow = count > 0 ? (double)table.Length / count : 0 };
        (Cost warm, _) = Timed([points[0]], [sweep.FirstSeed]);
        return warm.Wall * points.Length * _layout.SeedsPerShard <= LongestShard ? Whole(estimate, points, cold) : Sampled(estimate, points, cold);
    }

    /// <summary>One shard after the other, as a batch does; what the first ones take more than the last is its warm-up.</summary>
    private BatchEstimate Whole(BatchEstimate estimate, int[] points, Cost cold)
    {
        List<Cost> costs = [];
        int seeds = _layout.SeedsPerShard;
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        while (costs.Count < 2 || (costs.Count < MostRepeats && (Environment.CpuUsage.TotalTime - used).TotalSeconds < Repeat && Stopwatch.GetElapsedTime(begin).TotalSeconds < Longest))
        {
            // Blocks of points in turn: they may differ.
            int block = costs.Count % Math.Max(1, sweep.Points.Count / points.Length);
            Cost shard = Timed([.. points.Select(p => p + (block * points.Length))], [.. Enumerable.Range(0, seeds).Select(s => sweep.FirstSeed + (((costs.Count * seeds) + s) % sweep.Seeds))]).Cost;
            costs.Add(new(shard.Wall / seeds, shard.Processor / seeds));
        }

        int warm = costs.Count * 2 / 3, few = Math.Min(_layout.Count, warm);
        double[] late = [.. costs.Skip(warm).Select(c => c.Wall)];
        double steady = late.Average(), processor = costs.Skip(warm).Average(c => c.Processor);
        double spread = late.Length < 2 ? 0 : Math.Sqrt(late.Sum(t => (t - steady) * (t - steady)) / (late.Length - 1) / late.Length) / steady;
        return estimate with
        {
            SeedSeconds = steady,
            SeedProcessorSeconds = processor,
            Spread = spread,
            WarmUpSeconds = Math.Max(0, cold.Wall - (steady / points.Length)) + Math.Max(0, seeds * costs.Take(few).Sum(c => c.Wall - steady)),
            OnceProcessorSeconds = Math.Max(0, cold.Processor - (processor / points.Length)) + Math.Max(0, seeds * costs.Take(few).Sum(c => c.Processor - processor)),
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
                firsts.Add(Timed([kind[0]], [sweep.FirstSeed]).Cost);
            }
        }

        double first = firsts.Average(f => f.Wall), next = first, firstProcessor = firsts.Average(f => f.Processor), nextProcessor = firstProcessor;
        int[] largest = kinds.MaxBy(k => k.Length)!;
        int several = Math.Min(3, largest.Length), seeds = _layout.SeedsPerShard, together = several * Math.Min(2, seeds);
        if (together > 1)
        {
            // The first of a kind makes what the others share, other seeds included.
            Cost all = Timed(largest[..several], [.. Enumerable.Range(0, Math.Min(2, seeds)).Select(s => sweep.FirstSeed + s)]).Cost, one = Timed([largest[0]], [sweep.FirstSeed]).Cost;
            next = Math.Max(0.05 * first, (all.Wall - one.Wall) / (together - 1));
            nextProcessor = Math.Max(0.05 * firstProcessor, (all.Processor - one.Processor) / (together - 1));
        }

        double own = (double)kinds.Length / seeds, others = points.Length - own;
        double seed = (own * first) + (others * next);
        double deviation = firsts.Count < 2 ? 0 : Math.Sqrt(firsts.Sum(f => (f.Wall - first) * (f.Wall - first)) / (firsts.Count - 1));
        double unseen = kinds.Length <= firsts.Count ? 0 : deviation / Math.Sqrt(firsts.Count) * Math.Sqrt(1 - ((double)firsts.Count / kinds.Length)) * own / seed;
        return estimate with
        {
            SeedSeconds = seed,
            SeedProcessorSeconds = (own * firstProcessor) + (others * nextProcessor),
            Spread = unseen,
            WarmUpSeconds = Math.Max(0, cold.Wall - first),
            OnceProcessorSeconds = Math.Max(0, cold.Processor - firstProcessor),
        };
    }

    private static IEnumerable<int[]> Spread(int[][] kinds, int most) =>
        kinds.Length <= most ? kinds : Enumerable.Range(0, most).Select(i => kinds[(int)((long)i * (kinds.Length - 1) / (most - 1))]);

    private (Cost Cost, List<BatchRow> Rows) Timed(int[] points, long[] seeds)
    {
        cancel.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        List<BatchRow> rows = [.. _runner.Run(points, seeds, static _ => { }, cancel).SelectMany(o => o.Rows)];
        return (new(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds), rows);
    }

    /// <summary>Seconds of the clock on the wall, and of all processors.</summary>
    private readonly record struct Cost(double Wall, double Processor);
}
