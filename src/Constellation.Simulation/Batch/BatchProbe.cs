using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Times what a batch will do first, as it will do it, and says what the whole takes.</summary>
/// <remarks>A shard that takes less than some seconds is run whole, again and again, until the program is warm; of a larger one some points are run, of each kind that
/// shares its work at least one where there are few kinds. p points with s seeds of a kind take b + a p + d s + c p s, which four timings of its largest kind say.</remarks>
/// <param name="sweep">What would be run.</param>
/// <param name="jobs">Shards at once.</param>
/// <param name="clock">What is timed by.</param>
/// <param name="cancel">Ends the work between runs.</param>
public sealed class BatchProbe(SweepDefinition sweep, int jobs, TimeProvider clock, CancellationToken cancel)
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
        long begin = clock.GetTimestamp();
        while (costs.Count < 2 || (costs.Count < MostRepeats && (Environment.CpuUsage.TotalTime - used).TotalSeconds < Repeat && clock.GetElapsedTime(begin).TotalSeconds < Longest))
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
        long start = clock.GetTimestamp();
        List<Cost> firsts = [];
        foreach (int[] kind in Spread(kinds, MostKinds))
        {
            if (firsts.Count == 0 || clock.GetElapsedTime(start).TotalSeconds < Longest)
            {
                firsts.Add(Timed([kind[0]], [sweep.FirstSeed]).Cost);
            }
        }

        int[] largest = kinds.MaxBy(k => k.Length)!;
        int some = Math.Min(3, largest.Length), seeds = _layout.SeedsPerShard, few = Math.Min(3, seeds);
        Cost Of(int count, int draws) => Timed(largest[..count], [.. Enumerable.Range(0, draws).Select(k => sweep.FirstSeed + k)]).Cost;
        Cost one = Of(1, 1), points3 = some > 1 ? Of(some, 1) : one, seeds3 = few > 1 ? Of(1, few) : one, both = some > 1 && few > 1 ? Of(some, few) : some > 1 ? points3 : seeds3;

        // What one more point, one more seed, and one more run of both costs.
        double Whole(Func<Cost, double> of, int count)
        {
            double perRun = some > 1 && few > 1 ? Math.Max(0, (of(both) - of(points3) - of(seeds3) + of(one)) / ((some - 1) * (few - 1))) : 0;
            double perPoint = some > 1 ? Math.Max(0, ((of(points3) - of(one)) / (some - 1)) - perRun) : 0, perSeed = few > 1 ? Math.Max(0, ((of(seeds3) - of(one)) / (few - 1)) - perRun) : 0;
            double once = Math.Max(0, of(one) - perPoint - perSeed - perRun);
            return once + (perPoint * count) + (perSeed * seeds) + (perRun * count * seeds);
        }

        // Other kinds are as dear as their first runs against that of the largest.
        double first = firsts.Average(f => f.Wall), firstProcessor = firsts.Average(f => f.Processor);
        double seed = kinds.Sum(k => Whole(c => c.Wall, k.Length)) * first / one.Wall / seeds, processor = kinds.Sum(k => Whole(c => c.Processor, k.Length)) * firstProcessor / one.Processor / seeds;
        double deviation = firsts.Count < 2 ? 0 : Math.Sqrt(firsts.Sum(f => (f.Wall - first) * (f.Wall - first)) / (firsts.Count - 1));
        double unseen = kinds.Length <= firsts.Count ? 0 : deviation / Math.Sqrt(firsts.Count) * Math.Sqrt(1 - ((double)firsts.Count / kinds.Length)) / first;
        return estimate with
        {
            SeedSeconds = seed,
            SeedProcessorSeconds = processor,
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
        long start = clock.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        List<BatchRow> rows = [.. _runner.Run(points, seeds, static _ => { }, cancel).SelectMany(o => o.Rows)];
        return (new(clock.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds), rows);
    }

    /// <summary>Seconds of the clock on the wall, and of all processors.</summary>
    private readonly record struct Cost(double Wall, double Processor);
}
