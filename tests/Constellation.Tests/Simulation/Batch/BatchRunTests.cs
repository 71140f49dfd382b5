using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class BatchRunTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>Whoever runs the shards, in whatever order: the merged table has the same bytes.</summary>
    [Fact]
    public void Shares_and_jobs_do_not_change_the_result()
    {
        Assert.Equal(0, Run("batch", _tiny.FilePath, "--out", _tiny.Out("whole"), "--jobs", "1", "-q"));
        Assert.Equal(0, Run("batch", _tiny.FilePath, "--out", _tiny.Out("parts"), "--shard", "2/2", "-q"));
        Assert.Equal(3, Run("batch", "status", _tiny.Out("parts"), "-o", _tiny.Out("status.csv")));
        Assert.Equal(3, Run("batch", "merge", _tiny.Out("parts"), "-q"));
        Assert.Equal(0, Run("batch", _tiny.FilePath, "--out", _tiny.Out("parts"), "--shard", "1/2", "--jobs", "2", "-q"));
        Assert.Equal(0, Run("batch", "merge", _tiny.Out("parts"), "-q"));
        Assert.Equal(0, Run("batch", "status", _tiny.Out("parts"), "-o", _tiny.Out("status.csv")));
        Assert.Equal(Merged("whole"), Merged("parts"));

        // Two points, three seeds; two runs to a shard.
        ColumnTable table = ColumnTable.Read(Path.Combine(_tiny.Out("whole"), BatchFolder.MergedFile));
        Assert.Equal(6, table.Integer("point").Zip(table.Integer("seed")).Distinct().Count());
        Assert.Equal(3, BatchFolder.Open(_tiny.Out("whole")).Layout.Count);
    }

    /// <summary>Bound: filters that follow have gains of orbits that differ by 1e-10; of messages the same bits follow.</summary>
    [Fact]
    public void Rows_are_those_of_run_with_the_same_seed()
    {
        Tolerance following = new(1e-6, "m", "gains of orbits within 1e-10 of themselves; messages have the same bits");
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        IReadOnlyList<BatchOutcome> outcomes = new PointRunner(sweep).Run([0, 1], 2, _ => { }, TestContext.Current.CancellationToken);
        for (int point = 0; point < 2; point++)
        {
            IReadOnlyList<SummaryRow> run = RunPipeline.Execute(sweep.ScenarioOf(sweep.Points[point], 2).ValueOrThrow(), 1, null, TestContext.Current.CancellationToken).Summary;
            SummaryRow[] expected = [.. run.Where(r => sweep.Metrics.Contains(r.Metric))];
            Assert.Equal(expected.Select(r => (r.Metric, r.Scope)), outcomes[point].Rows.Select(r => (r.Metric, r.Name)));
            for (int i = 0; i < expected.Length; i++)
            {
                double actual = outcomes[point].Rows[i].Value;
                if (point == 0 || double.IsNaN(expected[i].Value))
                {
                    Assert.Equal(expected[i].Value, actual);
                }
                else
                {
                    Check.Within(following, expected[i].Value, actual, $"{expected[i].Metric} {expected[i].Scope}");
                }
            }
        }
    }

    /// <summary>Bound: rounds of the first half hour, with orbits wrong by metres, are still remembered; after hours it is 1e-9 m (docs/theory/batch.md, section 4).</summary>
    [Fact]
    public void Rows_of_seeds_that_share_their_gains_are_those_of_run()
    {
        Tolerance sharing = new(1e-4, "m", "gains of orbits within 1e-6 of themselves on first innovations of metres; a state that rounds to another millimetre gives other bits");
        SweepDefinition sweep = _tiny.Read().ValueOrThrow() with { Settings = ["links.lost_slots_seed=1"] };
        IReadOnlyList<BatchOutcome> outcomes = new PointRunner(sweep).Run([0, 1], [1, 2, 3], _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal([(0, 1L), (1, 1L), (0, 2L), (1, 2L), (0, 3L), (1, 3L)], outcomes.Select(o => (o.Point, o.Seed)));
        foreach (BatchOutcome outcome in outcomes)
        {
            IReadOnlyList<SummaryRow> run = RunPipeline.Execute(sweep.ScenarioOf(sweep.Points[outcome.Point], outcome.Seed).ValueOrThrow(), 1, null, TestContext.Current.CancellationToken).Summary;
            SummaryRow[] expected = [.. run.Where(r => sweep.Metrics.Contains(r.Metric))];
            Assert.Equal(expected.Select(r => (r.Metric, r.Scope)), outcome.Rows.Select(r => (r.Metric, r.Name)));
            foreach ((SummaryRow one, BatchRow row) in expected.Zip(outcome.Rows).Where(p => !double.IsNaN(p.First.Value)))
            {
                Check.Within(sharing, one.Value, row.Value, $"{one.Metric} {one.Scope} of point {outcome.Point}, seed {outcome.Seed}");
            }
        }
    }

    [Fact]
    public void A_folder_is_continued_only_when_asked_and_only_with_the_same_sweep()
    {
        string folder = _tiny.Out("b");
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        BatchFolder.Begin(folder, sweep, resume: false);
        Told("CN6020", "holds this batch already, 0 of 3 shards done; continue it with --resume", () => BatchFolder.Begin(folder, sweep, resume: false));
        BatchFolder.Begin(folder, sweep, resume: true);
        Told("CN6021", "the batch was begun with another text of sweep 'sweep' or of its scenario", () => BatchFolder.Begin(folder, sweep with { Seeds = 4 }, resume: true));
        string manifest = Path.Combine(folder, BatchFolder.ManifestFile), text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace("\"program\": \"constellation ", "\"program\": \"constellation 9.", StringComparison.Ordinal));
        Told("CN6022", "the batch was begun by constellation 9.", () => BatchFolder.Begin(folder, sweep, resume: true));
        File.WriteAllText(manifest, text[..(text.Length / 2)]);
        Told("CN6025", "cannot be read", () => BatchFolder.Open(folder));
        Told("CN6023", "is no batch", () => BatchFolder.Open(_tiny.Folder));
        Told("CN6020", "holds something that is not a batch", () => BatchFolder.Begin(_tiny.Folder, sweep, resume: true));
    }

    /// <summary>A list of leap seconds with a step more, installed between two shares: 4039286400 s after 1900 is 2028-01-01.</summary>
    [Fact]
    public void Leap_seconds_that_changed_are_noticed()
    {
        string list = Path.Combine(Directory.CreateDirectory(_tiny.Out("data/leap-seconds")).FullName, "new.list"), data = _tiny.Out("data");
        Assert.Equal(0, Share("1/2").Status);
        File.WriteAllText(list, "#@\t4054752000\n3692217600\t37\n");
        Assert.Equal(0, Share("1/2").Status);
        File.AppendAllText(list, "4039286400\t38\n");
        Cli.ProgramRun other = Share("2/2");
        Assert.Equal(2, other.Status);
        Assert.Contains("CN6070: the batch was begun with other contents of leap seconds", other.Error, StringComparison.Ordinal);

        Cli.ProgramRun Share(string share) => Cli.ProgramRun.Of("batch", _tiny.FilePath, "--seeds", "1", "--out", _tiny.Out("b"), "--shard", share, "--ephemeris", data);
    }

    /// <summary>Files that scenario, settings and levels name count with their contents, wherever they lie and whatever they are called elsewhere.</summary>
    [Fact]
    public void A_file_that_changed_is_noticed()
    {
        string clock = _tiny.Out("own.toml");
        File.Copy(EphemerisLibrary.BuiltIn.Find(LibraryKind.Clock, "RB-BDS3")!, clock);
        File.WriteAllText(clock, File.ReadAllText(clock).Replace("\"RB-BDS3\"", "\"OWN\"", StringComparison.Ordinal));
        SweepDefinition sweep = _tiny.Read(TinySweep.Sweep.Replace("clock = \"RB-BDS3\"", $"clock = \"{clock}\"", StringComparison.Ordinal)).ValueOrThrow();
        string folder = _tiny.Out("b");
        BatchFolder batch = BatchFolder.Begin(folder, sweep, resume: false);
        Assert.Contains("own.toml", batch.Manifest.Inputs.Select(i => i.Name));
        Assert.Contains("beidou-3.toml", batch.Manifest.Inputs.Select(i => i.Name));
        BatchFolder.Begin(folder, sweep, resume: true);
        File.AppendAllText(clock, "\n# better\n");
        Told("CN6070", "the batch was begun with other contents of own.toml: results of both are not to be mixed; put back what it held, or choose another folder", () => BatchFolder.Begin(folder, sweep, resume: true));
        Assert.NotEqual(batch.Manifest.IdOf(0), BatchManifest.Of(sweep).IdOf(0));
    }

    [Fact]
    public void A_folder_of_another_format_is_told_by_its_format()
    {
        string folder = _tiny.Out("b");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, BatchFolder.ManifestFile), """{ "format_version": 1, "program": "constellation 0.0.9", "unknown": 1 }""");
        Told("CN6022", "is of format 1, this program writes 2; go on with the program that began it (constellation 0.0.9), or begin a new folder", () => BatchFolder.Open(folder));
    }

    /// <summary>Large shards are copied, small ones gathered: the rows are those of the shards, in their order, and the bytes do not depend on who made them.</summary>
    [Fact]
    public void Merged_rows_are_those_of_the_shards()
    {
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        Merge("a", [0, 1, 2]);
        Merge("b", [2, 0, 1]);
        Assert.Equal(Merged("a"), Merged("b"));
        ColumnTable table = ColumnTable.Read(Path.Combine(_tiny.Out("a"), BatchFolder.MergedFile));
        int[] counts = [50, 200_000, 50];
        Assert.Equal(counts.SelectMany((n, shard) => Enumerable.Repeat((long)shard, n)), table.Integer("seed"));
        Assert.Equal(counts.SelectMany(n => Enumerable.Range(0, n).Select(i => (double)i)), table.Real("value"));
        Assert.Equal(counts.SelectMany(n => Enumerable.Range(0, n).Select(i => $"region-{i % 70}")), table.Text("scope"));

        void Merge(string name, int[] order)
        {
            BatchFolder batch = BatchFolder.Begin(_tiny.Out(name), sweep, resume: false);
            foreach (int shard in order)
            {
                batch.Commit(shard, [new(0, shard, [.. Enumerable.Range(0, shard == 1 ? 200_000 : 50).Select(i => new BatchRow(0, shard, SweepScopes.Region, $"region-{i % 70}", "m", i, "m"))], null)]);
            }

            Assert.Empty(BatchMerge.Write(batch));
        }
    }

    [Fact]
    public void A_shard_that_was_edited_is_noticed()
    {
        string folder = _tiny.Out("b");
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        BatchFolder batch = BatchFolder.Begin(folder, sweep, resume: false);
        batch.Commit(0, [new(0, 1, [new(0, 1, SweepScopes.All, "all", "sisre_rms", 1, "m")], null), new(1, 1, [], new(1, 1, "CN4003", "why"))]);
        Assert.Equal([ShardState.Done, ShardState.Missing, ShardState.Missing], batch.States());
        byte[] bytes = File.ReadAllBytes(batch.ShardPath(0));
        bytes[^20] ^= 1;
        File.WriteAllBytes(batch.ShardPath(0), bytes);
        Assert.Equal(ShardState.Altered, batch.StateOf(0));
        Told("CN6024", "is not what was written", () => batch.RequireUnaltered(batch.States()));
        batch.Commit(0, [new(1, 1, [], new(1, 1, "CN4003", "why"))]);
        string seal = Path.ChangeExtension(batch.ShardPath(0), ".json");
        File.WriteAllText(seal, File.ReadAllText(seal).Replace("why", "because", StringComparison.Ordinal));
        Assert.Equal(ShardState.Altered, batch.StateOf(0));
        batch.Commit(0, []);
        File.Copy(batch.ShardPath(0), batch.ShardPath(1));
        File.Copy(Path.ChangeExtension(batch.ShardPath(0), ".json"), Path.ChangeExtension(batch.ShardPath(1), ".json"));
        Assert.Equal(ShardState.Foreign, batch.StateOf(1));
    }

    /// <summary>Results get their names by it: two points that change places are noticed, and it is made again as it was.</summary>
    [Fact]
    public void A_table_of_points_that_was_edited_is_noticed()
    {
        SweepDefinition sweep = _tiny.Read().ValueOrThrow(), turned = sweep with { Axes = [sweep.Axes[0] with { Name = "kloks" }] };
        BatchFolder batch = BatchFolder.Begin(_tiny.Out("b"), sweep, resume: false);
        string points = Path.Combine(batch.Path, BatchFolder.PointsFile);
        byte[] written = File.ReadAllBytes(points);
        batch.RequireUnaltered(batch.States());
        PointTable.Write(points, turned);
        Told("CN6024", "is not what was written: it was altered or damaged; remove it, and have it written again with --resume", () => BatchMerge.Write(batch));
        File.Delete(points);
        Told("CN6024", "is not what was written", () => BatchMerge.Write(BatchFolder.Open(batch.Path)));
        BatchFolder again = BatchFolder.Begin(batch.Path, sweep, resume: true);
        again.RequireUnaltered(again.States());
        Assert.Equal(written, File.ReadAllBytes(points));
    }

    [Fact]
    public void Two_runners_do_not_share_a_folder()
    {
        string folder = _tiny.Out("b");
        using (BatchLock.Take(folder))
        {
            new BatchJournal(folder, TimeProvider.System).Add("begin");
            Told("CN6026", $"another runner is at work in this folder (process {Environment.ProcessId} on {Environment.MachineName})", () => BatchLock.Take(folder).Dispose());
            BatchLock.Take(folder, "1-of-2").Dispose();
            Assert.Throws<PathTooLongException>(() => BatchLock.Take(folder, new string('x', 300)));
        }

        // What a killed process leaves locks nothing.
        File.WriteAllText(Path.Combine(folder, "lock"), "1 on nowhere\n");
        BatchLock.Take(folder).Dispose();
    }

    [Fact]
    public void A_torn_line_of_the_journal_is_stepped_over()
    {
        BatchJournal journal = new(_tiny.Folder, TimeProvider.System);
        journal.Add("begin");
        File.AppendAllText(Path.Combine(_tiny.Folder, BatchJournal.File), "{\"what\":\"sha");
        journal.Add("end");
        (IReadOnlyList<JournalLine> lines, int torn) = journal.Read();
        Assert.Equal(["begin", "end"], lines.Select(l => l.What));
        Assert.Equal(1, torn);
    }

    /// <summary>A point that cannot be run is a row of its own; the others go on, and the status says so.</summary>
    [Fact]
    public void A_failed_point_does_not_end_the_batch()
    {
        File.WriteAllText(_tiny.FilePath, TinySweep.Sweep.Replace("seeds = 3", "seeds = 1", StringComparison.Ordinal) + "\n[[axes.alternatives]]\nname = \"one satellite\"\nset.constellation.satellites = \"C19\"\nset.control.segment = \"isl-only\"\n");
        int status = Run("batch", _tiny.FilePath, "--out", _tiny.Out("b"), "-q");
        Assert.Equal(1, status);
        Assert.Contains(",1,CN", File.ReadAllText(Path.Combine(_tiny.Out("b"), BatchFolder.FailuresFile)), StringComparison.Ordinal);
        Assert.Equal([0, 1], ColumnTable.Read(Path.Combine(_tiny.Out("b"), BatchFolder.MergedFile)).Integer("point").Distinct());
    }

    [Fact]
    public void Tables_are_asked_in_sql()
    {
        string folder = _tiny.Out("b"), answer = _tiny.Out("answer.csv");
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        BatchFolder batch = BatchFolder.Begin(folder, sweep, resume: false);
        for (int shard = 0; shard < 3; shard++)
        {
            batch.Commit(shard, [.. Enumerable.Range(0, 2).Select(p => new BatchOutcome(p, 1 + shard, [new(p, 1 + shard, SweepScopes.All, "all", "sisre_rms", (10 * p) + shard, "m")], null))]);
        }

        Assert.Equal(0, Run("query", folder, "SELECT clocks, avg(value) AS mean, count(*) AS n FROM results GROUP BY clocks ORDER BY clocks", "-o", answer));
        Assert.Equal(["clocks,mean,n", "as flown,1,3", "rubidium,11,3"], File.ReadAllLines(answer));
        Assert.Equal(2, Run("query", folder, "SELECT nothing FROM results"));
        Assert.Equal(2, Run("query", folder, "DROP VIEW results"));
        Assert.Equal(2, Run("query", _tiny.Out("nowhere"), "SELECT 1"));
        Assert.Equal(0, Run("query", folder, "SELECT * FROM results", "--format", "parquet", "-o", _tiny.Out("r.parquet")));
        Assert.Equal(6, ColumnTable.Read(_tiny.Out("r.parquet"), "value").Rows);
    }

    /// <summary>Of 2 and 4 the mean is 3 and s = sqrt(2): half of the interval is t(0.975, 1) s / sqrt(2) = 12.706, by any table of Student's t.</summary>
    [Fact]
    public void Intervals_are_those_of_Student()
    {
        (int n, double mean, double half) = PairedComparison.Interval([2, 4]);
        Assert.Equal((2, 3.0), (n, mean));
        Check.Within(new Tolerance(1e-3, "", "decimals of the table"), 12.706, half, "half of the interval");
    }

    private byte[] Merged(string name) => File.ReadAllBytes(Path.Combine(_tiny.Out(name), BatchFolder.MergedFile));

    private static int Run(params string[] arguments) => Program.Run(arguments, TestContext.Current.CancellationToken);

    private static void Told(string code, string problem, Action action)
    {
        Diagnostic diagnostic = Assert.Throws<InputException>(action).Diagnostics[0];
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(problem, diagnostic.ToString(), StringComparison.Ordinal);
    }
}
