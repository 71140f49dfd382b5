using Constellation.Clocks;
using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

/// <summary>Runs that go on beside each other give what each gives alone, whatever their points differ in.</summary>
public sealed class GroupRunTests : IDisposable
{
    private const string Clocks = "clocks.noise_scale=1 | clocks.noise_scale=3";
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>Settings of all points, and one or two axes of levels with their settings; seeds. Nets without crosslinks lose no slots: their seeds share gains, which another test bounds.</summary>
    public static TheoryData<string, string, string, string, int> Sweeps => new()
    {
        {
            "clocks", "",
            "clocks.noise_scale=1 | clocks.noise_scale=3 | clocks.deterministic=false | clocks.mean_time_to_failure=\"6h\";clocks.redundancy=[{satellites=[\"C\"],hot_spares=1}]"
            + " | clocks.steering=[{satellites=[\"C\"],interval=\"10min\",time_constant=\"1h\"}] | clocks.thermal=[{satellites=[\"C\"],orbit_swing_k=5,temperature_per_k=1e-13}] | clocks.sampling=\"60s\"", "", 2
        },
        {
            "messages and users", "",
            "broadcast.message=\"icd\" | broadcast.message=\"exact\" | broadcast.upload_interval=\"20min\" | broadcast.upload_interval=\"3h\" | broadcast.upload_delay=\"10min\" | broadcast.signal_bias_sigma_m=0.3"
            + " | broadcast.upload=\"network\" | broadcast.upload=\"network\";network.processing_s=20 | users.mask_deg=25 | users.ionosphere=\"klobuchar\" | users.grid_step_deg=45", "", 2
        },
        {
            "nets", "",
            "links.noise_scale=1 | links.replace=[{satellites=[\"C19-C22\"],payload=\"ka-bds3-upgraded\"}] | control.segment=\"ground+isl\" | control.segment=\"isl-only\""
            + " | control.orientation=\"bulletin-a\";control.orientation_age=\"10d\" | orbits.unmodelled_acceleration_mps2=0", Clocks, 1
        },
        {
            "faults", "",
            "faults.clock=[{satellite=\"C20\",at=\"2024-09-20T00:10:00GPST\",phase_step_s=1e-6}] | faults.clock=[{satellite=\"C20\",at=\"2024-09-20T00:10:00GPST\",failure=true}]"
            + " | faults.link=[{satellite=\"C21\",outlier_probability=0.1,outlier_m=20}] | faults.anchor_lost_at=\"2024-09-20T00:10:00GPST\" | faults.ephemeris=[{satellite=\"C20\",along_m=20}]", Clocks, 1
        },
        { "systems", "links.payload=\"none\"\nset.control.segment=\"ground-global\"", "constellation.name=\"galileo\" | constellation.name=\"glonass\"", Clocks, 1 },
    };

    /// <summary>Of one seed filters share paths and gains of orbits; of seeds that lose slots of their own, nothing that shows.</summary>
    [Theory, MemberData(nameof(Sweeps))]
    public void Rows_are_those_of_run(string name, string settings, string levels, string others, int seeds)
    {
        Tolerance following = new(1e-6, "m", "paths of one seed leave 2e-7 m; messages have the same bits");
        if (name == "systems")
        {
            File.WriteAllText(Path.Combine(_tiny.Folder, "tiny.toml"), TinySweep.Scenario.Replace("satellites = \"C19-C26\"", "", StringComparison.Ordinal));
        }

        string text = $"title = \"t\"\nscenario = \"tiny.toml\"\n{(settings.Length > 0 ? "set." + settings : "")}\n{Axis("a", levels)}{(others.Length > 0 ? Axis("b", others) : "")}";
        SweepDefinition sweep = _tiny.Read(text).ValueOrThrow();
        IReadOnlyList<BatchOutcome> outcomes = new PointRunner(sweep).Run([.. Enumerable.Range(0, sweep.Points.Count)], [.. Enumerable.Range(1, seeds)], _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(sweep.Points.Count * seeds, outcomes.Count);
        foreach (BatchOutcome outcome in outcomes)
        {
            Assert.Null(outcome.Failure);
            IReadOnlyList<SummaryRow> expected = RunPipeline.Execute(sweep.ScenarioOf(sweep.Points[outcome.Point], outcome.Seed).ValueOrThrow(), 1, null, TestContext.Current.CancellationToken).Summary;
            Assert.Equal(expected.Select(r => (r.Metric, r.Scope)), outcome.Rows.Select(r => (r.Metric, r.Name)));
            foreach ((SummaryRow run, BatchRow row) in expected.Zip(outcome.Rows))
            {
                Assert.Equal(double.IsNaN(run.Value), double.IsNaN(row.Value));
                if (!double.IsNaN(run.Value))
                {
                    Check.Within(following, run.Value, row.Value, $"{run.Metric} {run.Scope} of point {sweep.Points[outcome.Point].Name}, seed {outcome.Seed}");
                }
            }
        }
    }

    /// <summary>On files a run goes alone, with each of its figures once, those of losses and years included.</summary>
    [Fact]
    public void Runs_on_files_have_every_figure_once()
    {
        string sp3 = "sp3:" + TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz");
        File.WriteAllText(Path.Combine(_tiny.Folder, "tiny.toml"), $"""
            title = "files"
            [time]
            start = "2021-03-19T23:30:00GPST"
            duration = "10min"
            [constellation]
            name = "galileo"
            [orbits]
            source = "{sp3}"
            [clocks]
            source = "{sp3}"
            [control]
            segment = "ground-global"
            warm_up = "0s"
            interval = "1h"
            [users]
            grid_step_deg = 90
            [failures]
            length = "100d"
            """);
        SweepDefinition sweep = _tiny.Read($"title = \"t\"\nscenario = \"tiny.toml\"\nscopes = [\"all\"]\n{Axis("a", Clocks.Replace("clocks", "users", StringComparison.Ordinal))}").ValueOrThrow();
        BatchOutcome outcome = Assert.Single(new PointRunner(sweep).Run([1], 1, _ => { }, TestContext.Current.CancellationToken));
        IReadOnlyList<SummaryRow> run = RunPipeline.Execute(sweep.ScenarioOf(sweep.Points[1], 1).ValueOrThrow(), 1, null, TestContext.Current.CancellationToken).Summary;
        Assert.Contains("years_slots", outcome.Rows.Select(r => r.Metric));
        Assert.Equal(run.Where(r => PointRunner.ScopeOf(r.Scope) == SweepScopes.All).Select(r => (r.Metric, r.Scope, r.Value)), outcome.Rows.Select(r => (r.Metric, r.Name, r.Value)));
    }

    /// <summary>An error of the program in one of them: it fails alone, the others go on.</summary>
    [Fact]
    public void An_error_within_a_group_is_that_of_one_run()
    {
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        ScenarioDefinition[] good = [.. Enumerable.Range(1, 2).Select(seed => sweep.ScenarioOf(sweep.Points[0], seed).ValueOrThrow())];
        ScenarioDefinition broken = good[0] with { Seed = 3, ClockModels = new Dictionary<string, ClockModel>() };
        double done = 0;
        GroupRun group = new(RunNeeds.Of(sweep), new PlannedNets(), new HeapWatch(), TestContext.Current.CancellationToken);
        IReadOnlyList<(IReadOnlyList<SummaryRow>? Rows, InputException? Error)> results = group.Execute([(good[0], 0), (broken, 0), (good[1], 0)], part => done += part);
        Assert.Equal("CN9001", results[1].Error!.Diagnostics[0].Code);
        Assert.Contains("internal error: KeyNotFoundException", results[1].Error!.Diagnostics[0].Problem, StringComparison.Ordinal);
        Assert.All([0, 2], i => Assert.Equal(group.Execute([(good[i / 2], 0)], _ => { })[0].Rows, results[i].Rows));
        Check.Within(new Tolerance(1e-9, "", "a sum of parts"), 3, done, "runs told");
    }

    private static string Axis(string name, string levels) => $"[[axes]]\nname = \"{name}\"\n" + string.Concat(
        levels.Split('|').Select((level, i) => $"[[axes.alternatives]]\nname = \"{i}\"\n" + string.Concat(level.Split(';').Select(s => $"set.{s.Trim()}\n"))));
}
