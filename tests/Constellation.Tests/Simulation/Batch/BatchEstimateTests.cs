using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public class BatchEstimateTests
{
    private static readonly Tolerance s_rounding = new(1e-12, "s", "sums of a few small numbers");

    /// <summary>Three shards of two seconds on two jobs are four seconds, not three; once more for start, first runs and finish.</summary>
    [Fact]
    public void The_last_shard_decides()
    {
        BatchEstimate estimate = new(new ShardLayout(4, 3, 4, 1), 2) { SeedSeconds = 2, SeedProcessorSeconds = 1.5, StartUpSeconds = 0.25, WarmUpSeconds = 0.5, FinishSeconds = 0.75, OnceProcessorSeconds = 1, RowsPerRun = 5, BytesPerRow = 10 };
        Check.Within(s_rounding, 4 + 1.5, estimate.Seconds, "wall");
        Check.Within(s_rounding, (3 * 1.5) + 1, estimate.ProcessorSeconds, "processors");
        Check.Within(s_rounding, 2 * 12 * 5 * 10, estimate.DiskBytes, "shards and merged table");

        // A last block of points that is shorter takes less: 4 + 4 + 1 points of 0.5 s.
        Check.Within(s_rounding, 4.5, (new BatchEstimate(new ShardLayout(9, 1, 4, 1), 1) { SeedSeconds = 2, FinishSeconds = 0 }).Seconds, "blocks");
        Check.Within(s_rounding, 2, (new BatchEstimate(new ShardLayout(9, 1, 4, 1), 8) { SeedSeconds = 2, FinishSeconds = 0 }).Seconds, "more jobs than shards");
    }

    [Fact]
    public void An_unsure_sample_widens_the_interval()
    {
        BatchEstimate sure = new(new ShardLayout(4, 100, 4, 1), 1) { SeedSeconds = 2, FinishSeconds = 0 }, unsure = sure with { Spread = 0.3 };
        Assert.Equal(sure.Seconds, unsure.Seconds);
        Assert.True(unsure.Uncertainty > 0.6 * unsure.Seconds, "two standard errors of 30 %");
        Assert.True(sure.Uncertainty < 0.2 * sure.Seconds);
    }

    /// <summary>What the probe keeps is what a run of the sweep keeps, and its time is that of a run, not of its compilation.</summary>
    [Fact]
    public void The_probe_runs_what_the_batch_runs()
    {
        using TinySweep tiny = new();
        SweepDefinition sweep = tiny.Read().ValueOrThrow();
        BatchEstimate estimate = new BatchProbe(sweep, 1, TimeProvider.System, CancellationToken.None).Run();
        IReadOnlyList<BatchRow> rows = new PointRunner(sweep).Run([0], sweep.FirstSeed, static _ => { }, CancellationToken.None)[0].Rows;
        Assert.Equal(rows, estimate.Sample);
        Assert.Equal(rows.Count, estimate.RowsPerRun);
        Assert.True(estimate is { SeedSeconds: > 0, SeedProcessorSeconds: > 0, WarmUpSeconds: >= 0 } && estimate.SeedSeconds < estimate.Seconds);
    }

    [Fact]
    public void Digits_are_those_that_the_interval_is_worth()
    {
        PairedRow Row(int point, double mean, double difference, double half) => new("sisre_rms", "all", "m", point, 10, mean, half, 10, difference, half);
        PairedRow[] rows = [Row(0, 0.0625012, 0, 0), Row(1, 0.0622512, -0.00025, 0.00067), Row(2, 0.0592912, -0.00321, 0.00124), Row(3, 0.0625012, 0, 0)];
        BatchNumbers numbers = new(rows);
        Assert.Equal(("0.0625", "0.0593"), (numbers.Value(rows[0].Mean), numbers.Value(rows[2].Mean)));
        Assert.Equal("−0.0032±0.0012", numbers.Interval(rows[2]));
        Assert.Equal("0", numbers.Interval(rows[3]));
        Assert.True(BatchNumbers.IsSame(rows[3]) && !BatchNumbers.IsSame(rows[1]));
    }
}
