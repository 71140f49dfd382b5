namespace Constellation.Simulation;

/// <summary>How much a sweep is: counts, and what some timed runs say of time and disk.</summary>
/// <param name="Layout">Points, seeds and shards.</param>
/// <param name="Jobs">Shards at once.</param>
public sealed record BatchEstimate(ShardLayout Layout, int Jobs)
{
    /// <summary>An estimate is no better than this, even on a machine that does nothing else.</summary>
    private const double LeastUncertainty = 0.15;

    /// <summary>One seed of the points of a whole shard, when the program is warm, s; NaN without a probe.</summary>
    public double SeedSeconds { get; init; } = double.NaN;

    /// <summary>Processor time of the same, s: what a busy machine does not change.</summary>
    public double SeedProcessorSeconds { get; init; }

    /// <summary>Standard error of one seed, as a share of it: of what was timed, and of points that were not.</summary>
    public double Spread { get; init; }

    /// <summary>What the first runs take more, while the program is compiled, s.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>Processor time of start, first runs and finish, s.</summary>
    public double OnceProcessorSeconds { get; init; }

    /// <summary>From the start of the program to its first run, s.</summary>
    public double StartUpSeconds { get; init; }

    /// <summary>Merging, tables, pictures and page, s; NaN where there are too many points to rehearse it.</summary>
    public double FinishSeconds { get; init; } = double.NaN;

    /// <summary>Figures that a run keeps.</summary>
    public double RowsPerRun { get; init; } = double.NaN;

    /// <summary>Of a row in a file.</summary>
    public double BytesPerRow { get; init; } = double.NaN;

    /// <summary>The figures of one run, for a rehearsal of what comes after the runs.</summary>
    public IReadOnlyList<BatchRow> Sample { get; init; } = [];

    /// <summary>Wall-clock time of the whole, s.</summary>
    public double Seconds => StartUpSeconds + WarmUpSeconds + Work + (double.IsNaN(FinishSeconds) ? 0 : FinishSeconds);

    /// <summary>Processor time of the whole, s.</summary>
    public double ProcessorSeconds => OnceProcessorSeconds + (Runs * SeedProcessorSeconds / Layout.PointsPerShard);

    /// <summary>By which the time may be wrong, s: two standard errors of the work, and what other programs do to the whole.</summary>
    public double Uncertainty => Math.Sqrt(Math.Pow(2 * Spread * Work, 2) + Math.Pow(LeastUncertainty * Seconds, 2));

    /// <summary>Shards and the merged table.</summary>
    public double DiskBytes => 2 * Runs * RowsPerRun * BytesPerRow;

    private double Runs => (double)Layout.Points * Layout.Seeds;

    /// <summary>Every shard goes to the job that is free first, so the last ones decide.</summary>
    private double Work
    {
        get
        {
            PriorityQueue<double, double> jobs = new(Enumerable.Repeat((0.0, 0.0), Math.Max(1, Jobs)));
            double end = 0;
            for (int shard = 0; shard < Layout.Count; shard++)
            {
                double done = jobs.Dequeue() + (SeedSeconds * Layout.RunsOf(shard) / Layout.PointsPerShard);
                jobs.Enqueue(done, done);
                end = Math.Max(end, done);
            }

            return end;
        }
    }

    /// <summary>What, value and unit, line by line.</summary>
    public IEnumerable<(string What, double Value, string Unit)> Rows()
    {
        yield return ("points", Layout.Points, "");
        yield return ("seeds", Layout.Seeds, "");
        yield return ("runs", Runs, "");
        yield return ("shards", Layout.Count, "");
        yield return ("jobs", Jobs, "");
        if (double.IsNaN(SeedSeconds))
        {
            yield break;
        }

        yield return ("run", SeedSeconds / Layout.PointsPerShard, "s");
        yield return ("start", StartUpSeconds + WarmUpSeconds, "s");
        yield return ("finish", FinishSeconds, "s");
        yield return ("time", Seconds, "s");
        yield return ("time_least", Seconds - Uncertainty, "s");
        yield return ("time_most", Seconds + Uncertainty, "s");
        yield return ("processor_time", ProcessorSeconds, "s");
        yield return ("rows", Runs * RowsPerRun, "");
        yield return ("disk", DiskBytes / 1e6, "MB");
    }
}
