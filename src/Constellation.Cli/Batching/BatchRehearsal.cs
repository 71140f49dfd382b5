using System.Diagnostics;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Does what comes after the runs of a batch with made-up figures, in a folder of its own that is removed again, to time it.</summary>
internal static class BatchRehearsal
{
    private const int MostPoints = 300;

    /// <summary>Seconds of merging and of all outputs; NaN where there are too many points.</summary>
    public static double Seconds(SweepDefinition sweep, BatchEstimate estimate)
    {
        if (sweep.Points.Count > MostPoints || estimate.Sample.Count == 0)
        {
            return double.NaN;
        }

        string path = Directory.CreateTempSubdirectory("constellation-plan-").FullName;
        try
        {
            SweepDefinition few = sweep with { Seeds = Math.Min(2, sweep.Seeds) };
            BatchFolder folder = BatchFolder.Begin(path, few, resume: false);
            for (int shard = 0; shard < folder.Layout.Count; shard++)
            {
                (Range points, Range seeds) = folder.Layout.Of(shard);
                folder.Commit(shard, [.. Whole(points, few.Points.Count).SelectMany(p => Whole(seeds, few.Seeds).Select(s => Outcome(estimate.Sample, p, few.FirstSeed + s)))]);
            }

            long start = Stopwatch.GetTimestamp();
            BatchOutputs.Merge(folder, quiet: true);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Figures that differ, so that pictures have something to show.</summary>
    private static BatchOutcome Outcome(IReadOnlyList<BatchRow> sample, int point, long seed) =>
        new(point, seed, [.. sample.Select(r => r with { Point = point, Seed = seed, Value = r.Value * (1 + (0.01 * point) + (0.003 * (seed % 7))) })], null);

    private static IEnumerable<int> Whole(Range range, int length)
    {
        (int offset, int count) = range.GetOffsetAndLength(length);
        return Enumerable.Range(offset, count);
    }
}
