using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Constellation.Cli;
using Constellation.Simulation;

namespace Constellation.Benchmarks;

/// <summary>Ten million rows written as shards, merged and asked; and runs of a sweep.</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private const int Points = 10, Seeds = 100, Scopes = 500, Metrics = 20;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "constellation-batch-benchmark");

    /// <summary>Peak of the process so far, bytes.</summary>
    public static long PeakMemory => Process.GetCurrentProcess().PeakWorkingSet64;

    [GlobalCleanup]
    public void Clean()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Goal: 15 s and 1 GiB with all writers.</summary>
    [Benchmark]
    public int Ten_million_rows_written_merged_and_asked()
    {
        Clean();
        SweepDefinition sweep = SweepReader.Read("clock-swap").ValueOrThrow() with { Seeds = Seeds, RunsPerShard = Points };
        BatchFolder folder = BatchFolder.Begin(_folder, sweep, resume: false);
        string[] scopes = [.. Enumerable.Range(0, Scopes).Select(i => $"region-{i}")], metrics = [.. Enumerable.Range(0, Metrics).Select(i => $"metric_{i}")];
        Stage written = new();
        Parallel.For(0, Seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            BatchOutcome[] outcomes = [.. Enumerable.Range(0, Points).Select(p => new BatchOutcome(p, seed, Rows(p, seed, scopes, metrics), null))];
            folder.Commit(seed, outcomes);
        });
        string told = written.End("written");
        Stage merged = new();
        BatchMerge.Write(folder);
        told += merged.End("merged");
        Stage asked = new();
        int rows = 0;
        using FolderQuery query = FolderQuery.Open(_folder, 2);
        query.Read("SELECT scope, clocks, quantile_cont(value, 0.95) FROM results GROUP BY ALL", (columns, write) =>
        {
            using MemoryStream table = new();
            using Constellation.Formats.TableWriter writer = Constellation.Formats.TableWriter.Create("csv", table, columns);
            write(writer);
            rows = (int)table.Length;
        });
        Console.Error.WriteLine(FormattableString.Invariant($"{told}{asked.End("asked")}peak {PeakMemory / 1048576.0:0} MiB"));
        return rows;
    }

    /// <summary>Eight seeds of ten clock configurations, the whole chain: one shard of the thousand runs.</summary>
    [Benchmark]
    public int Ten_clocks_eight_seeds()
    {
        SweepDefinition sweep = SweepReader.Read("clock-swap").ValueOrThrow();
        return new PointRunner(sweep).Run([.. Enumerable.Range(0, 10)], [1, 2, 3, 4, 5, 6, 7, 8], static _ => { }, CancellationToken.None).Sum(o => o.Rows.Count);
    }

    private static BatchRow[] Rows(int point, int seed, string[] scopes, string[] metrics)
    {
        BatchRow[] rows = new BatchRow[scopes.Length * metrics.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new(point, seed, SweepScopes.Region, scopes[i / metrics.Length], metrics[i % metrics.Length], Math.Sin((point * 1e6) + (seed * 1e4) + i), "m");
        }

        return rows;
    }

    /// <summary>A stage's time, and that of the processors: the one depends on what else they do.</summary>
    private sealed class Stage
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

        public string End(string name) =>
            FormattableString.Invariant($"{name} {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.0} s ({(Environment.CpuUsage.TotalTime - _processor).TotalSeconds:0.0} s of processors), ");
    }
}
