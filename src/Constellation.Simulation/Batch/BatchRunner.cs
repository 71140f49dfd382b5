using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Constellation.Simulation;

/// <summary>Runs the shards of a batch that are not done yet, several at once.</summary>
/// <param name="sweep">What is run.</param>
/// <param name="folder">Where results go; no two runners are to have the same shards.</param>
/// <param name="clock">For the journal.</param>
public sealed class BatchRunner(SweepDefinition sweep, BatchFolder folder, TimeProvider clock)
{
    private readonly PointRunner _points = new(sweep);
    private readonly BatchJournal _journal = new(folder.Path, clock);
    private readonly Lock _counts = new();
    private double _runs;
    private int _failures, _shards;

    /// <summary>Runs what is missing of a share of all shards.</summary>
    /// <param name="share">Counted from 0.</param>
    /// <param name="shares">Of so many.</param>
    /// <param name="jobs">Shards at once.</param>
    /// <param name="progress">Told from any thread, often.</param>
    /// <param name="cancel">Ends the work between steps; shards that are begun are lost.</param>
    /// <returns>Failed runs in shards of this share, earlier ones included.</returns>
    public int Run(int share, int shares, int jobs, Action<BatchProgress> progress, CancellationToken cancel)
    {
        ShardState[] states = folder.States();
        folder.RequireUnaltered(states);
        int[] mine = [.. Enumerable.Range(0, states.Length).Where(i => i % shares == share)];
        int[] open = [.. mine.Where(i => states[i] == ShardState.Missing)];
        int toDo = open.Sum(folder.Layout.RunsOf);
        (_runs, _failures, _shards) = (0, 0, states.Count(s => s == ShardState.Done));
        void Report() => progress(new(Volatile.Read(ref _shards), states.Length, Runs(0), toDo, Volatile.Read(ref _failures)));
        Report();
        if (open.Length > 0)
        {
            _journal.Add("begin", runs: toDo);
            try
            {
                // One after the other as jobs become free: none waits behind another.
                Parallel.ForEach(Partitioner.Create(open, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel }, shard => RunShard(shard, Report, cancel));
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }

            _journal.Add("end", runs: toDo, failures: _failures);
        }

        return mine.Sum(i => folder.SealOf(i)?.Failures.Count ?? 0);
    }

    private void RunShard(int shard, Action report, CancellationToken cancel)
    {
        // Another process that was given the same share may have been here.
        if (File.Exists(folder.ShardPath(shard)) && folder.StateOf(shard) == ShardState.Done)
        {
            Runs(folder.Layout.RunsOf(shard));
            Interlocked.Increment(ref _shards);
            return;
        }

        long start = clock.GetTimestamp();
        (Range points, Range seeds) = folder.Layout.Of(shard);
        (int firstPoint, int pointCount) = points.GetOffsetAndLength(sweep.Points.Count);
        (int firstSeed, int seedCount) = seeds.GetOffsetAndLength(sweep.Seeds);
        double told = 0;
        IReadOnlyList<BatchOutcome> outcomes = _points.Run(
            [.. Enumerable.Range(firstPoint, pointCount)], [.. Enumerable.Range(firstSeed, seedCount).Select(s => sweep.FirstSeed + s)],
            part =>
            {
                told += part;
                Runs(part);
                report();
            },
            cancel);
        cancel.ThrowIfCancellationRequested();
        folder.Commit(shard, outcomes);
        Runs(outcomes.Count - told);
        int failures = outcomes.Count(o => o.Failure is not null);
        Interlocked.Add(ref _failures, failures);
        Interlocked.Increment(ref _shards);
        _journal.Add("shard", shard, clock.GetElapsedTime(start).TotalSeconds, outcomes.Count, failures);
        report();
    }

    private double Runs(double more)
    {
        lock (_counts)
        {
            return _runs += more;
        }
    }
}
