using Constellation.Clocks;
using Constellation.Core;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

/// <summary>Spares, failures, temperatures and steering of a scenario reach the user, and nobody else's draws.</summary>
public class ClockRedundancyRunTests(ITestOutputHelper output)
{
    private static readonly string[] s_short = ["time.duration=2h", "control.warm_up=2h", "users.grid_step_deg=30"];
    private static readonly SatelliteId C25 = SatelliteId.Parse("C25");

    private static RunResult Run(params string[] settings) => Chain.Run("beidou-3", [.. s_short, .. settings]);

    private static string Failure(string at, int unit = 0) => $"{{satellite=\"C25\",at=\"2024-09-20T{at}GPST\",failure=true,unit={unit}}}";

    private static bool Usable(RunResult run, double minutes) => State(run, minutes).Usable;

    private static SatelliteEpochState State(RunResult run, double minutes) =>
        run.Satellites[(int)(minutes * 60 / run.Grid.Step.TotalSeconds)].Single(s => s.Id == C25);

    /// <summary>After its only clock a satellite is not offered any more, has no clock in the tables and no estimate; a note says when. All others go on as before.</summary>
    [Fact]
    public void A_satellite_without_a_clock_is_not_offered()
    {
        RunResult whole = Run(), failed = Run($"faults.clock=[{Failure("00:32:00")}]");
        Assert.True(Usable(failed, 30));
        Assert.False(Usable(failed, 35));
        Assert.False(Usable(failed, 120));
        Assert.True(double.IsNaN(State(failed, 35).TruthClock));
        Assert.Equal(State(whole, 30).TruthClock, State(failed, 30).TruthClock);
        Assert.All(failed.Sisre.Where(r => r.Satellite == C25), r => Assert.True(r.Epoch < failed.Start() + Duration.FromMinutes(32)));
        Assert.All(failed.Odts.Where(r => r.Satellite == C25), r => Assert.True(r.Epoch < failed.Start() + Duration.FromMinutes(32)));
        Assert.DoesNotContain(failed.Links, l => (l.NodeA == "C25" || l.NodeB == "C25") && l.SlotStart > failed.Start() + Duration.FromMinutes(35));
        Assert.Contains(failed.Manifest.Notes, n => n == "C25: its last clock failed at 2024-09-20T00:32:00 GPST; not offered to users from then on");
        OthersAreEqual(whole, failed);

        // Fewer satellites, not a wrong one: the fixes stay good.
        Assert.True(failed.Fixes[^1].Average(f => f.SatelliteCount) < whole.Fixes[^1].Average(f => f.SatelliteCount));
        Assert.InRange(failed.Summary("horizontal_95", "global") / whole.Summary("horizontal_95", "global"), 0.95, 1.5);
    }

    /// <summary>A failure is in force at its epoch, as a step is: no signal, no error and no estimate of that epoch; at the epoch before all is as it was.</summary>
    [Fact]
    public void A_failure_is_in_force_at_its_epoch()
    {
        RunResult failed = Run($"faults.clock=[{Failure("02:00:00")}]");
        Assert.True(Usable(failed, 115));
        Assert.False(Usable(failed, 120));
        Assert.True(double.IsNaN(State(failed, 120).TruthClock));
        Assert.Equal(failed.Grid[^1], failed.Start() + Duration.FromHours(2));
        Assert.DoesNotContain(failed.Sisre, r => r.Satellite == C25 && r.Epoch == failed.Grid[^1]);
        Assert.DoesNotContain(failed.Odts, r => r.Satellite == C25 && r.Epoch == failed.Grid[^1]);
        Assert.Contains(failed.Sisre, r => r.Satellite != C25 && r.Epoch == failed.Grid[^1]);
    }

    /// <summary>A longer warm-up helps no satellite whose clock failed in it: the note about uploads leaves it out, and its own says what happened.</summary>
    [Fact]
    public void A_dead_satellite_does_not_want_for_an_upload()
    {
        RunResult failed = Run("faults.clock=[{satellite=\"C25\",at=\"2024-09-19T23:30:00GPST\",failure=true}]");
        Assert.False(Usable(failed, 0));
        Assert.DoesNotContain(failed.Manifest.Notes, n => n.StartsWith("not offered to users at the first epoch", StringComparison.Ordinal) && n.Contains("C25", StringComparison.Ordinal));
        Assert.Contains("C25: its last clock failed at 2024-09-19T23:30:00 GPST; not offered to users from then on", failed.Manifest.Notes);
    }

    /// <summary>From the loss on there is no clock; at the take-over there is one again, which no message made until then speaks of.</summary>
    [Fact]
    public void Outages_hold_their_loss_and_not_their_take_over()
    {
        Epoch lost = Epoch.J2000, restored = lost + Duration.FromMinutes(30), before = lost - Duration.FromSeconds(1), after = restored + Duration.FromSeconds(1);
        SatelliteClock clock = new(PerfectClock.Instance) { Outages = [new(lost, restored)] };
        Assert.Equal([true, false, false, true, true], new[] { before, lost, restored - Duration.FromSeconds(1), restored, after }.Select(clock.IsAvailable));
        Assert.True(clock.IsDescribed(before, before));
        Assert.False(clock.IsDescribed(before, lost));
        Assert.False(clock.IsDescribed(before, after));
        Assert.False(clock.IsDescribed(restored, after));
        Assert.True(clock.IsDescribed(after, after + Duration.FromMinutes(1)));
    }

    /// <summary>A hot spare without delay: the signal goes on, its clock carried on within the errors of the take-over (0.1 ns, 1e-13).</summary>
    [Fact]
    public void A_hot_spare_takes_over_at_once()
    {
        const string spares = "clocks.redundancy=[{satellites=[\"C25\"],hot_spares=1,cold_spares=1}]";
        RunResult whole = Run(), spared = Run(spares, $"faults.clock=[{Failure("00:32:00")}]"), unused = Run(spares);
        Assert.True(Usable(spared, 35));
        Assert.True(Usable(spared, 120));
        string note = Assert.Single(spared.Manifest.Notes, n => n.StartsWith("C25: clock lost at 2024-09-20T00:32:00 GPST, hot spare 1 (PHM-BDS3) took over at 2024-09-20T00:32:00", StringComparison.Ordinal));
        output.WriteLine(note);

        // Before it nothing is different, after it the two clocks are within take-over and noise: 5 sigma of 0.1 ns, 1e-13 and 4e-14 over an hour and a half.
        Assert.Equal(State(whole, 30).TruthClock, State(spared, 30).TruthClock);
        Assert.NotEqual(State(whole, 60).TruthClock, State(spared, 60).TruthClock);
        Assert.Equal(State(whole, 120).TruthClock, State(spared, 120).TruthClock, 5e-9);
        OthersAreEqual(whole, spared);

        // Spares that are not needed change nothing at all.
        Assert.Equal(whole.Satellites[^1], unused.Satellites[^1]);
        Assert.Equal(whole.Summary, unused.Summary);
    }

    /// <summary>The manifest names what flies at the epochs of the run: a spare that took over before it, and those that do later, as far as their kind is another.</summary>
    [Fact]
    public void Manifest_names_the_kinds_in_force()
    {
        SatelliteDefinition satellite = ScenarioReader.Read("beidou-3", []).ValueOrThrow().Satellites.Single(s => s.Id == C25);
        Epoch start = Epoch.Parse("2024-09-20T00:00:00GPST");
        EpochGrid grid = new(start, Duration.FromMinutes(5), 25);
        ClockKindChange At(int minutes, string kind) => new(start + Duration.FromMinutes(minutes), start + Duration.FromMinutes(minutes + 5), kind);
        RunSatellite Of(params ClockKindChange[] kinds) => ManifestMaker.Satellite(satellite, grid, kinds);
        Assert.Equal((satellite.Clock, (object?)null), (Of().Clock, Of().ClockChanges));
        Assert.Equal(("A", (object?)null), (Of(At(-30, "A")).Clock, Of(At(-30, "A")).ClockChanges));
        Assert.Equal("A", Of(At(-2, "A")).Clock);                                            // lost before the run, taken over within: nothing else speaks in it
        Assert.Null(Of(At(30, satellite.Clock)).ClockChanges);
        Assert.Null(Of(At(119, "A")).ClockChanges);                                          // takes over after the last epoch
        Assert.Equal("A, B from 2024-09-20T00:35:00GPST, A from 2024-09-20T01:35:00GPST", Of(At(-30, "A"), At(10, "A"), At(30, "B"), At(90, "A")).ClockStory);
    }

    /// <summary>Between loss and take-over, and until a message of later measurements, a satellite with a cold spare is off; then its filter knows the new clock.</summary>
    [Fact]
    public void A_cold_spare_takes_its_time()
    {
        RunResult run = Run(
            "broadcast.upload_interval=15min", $"faults.clock=[{Failure("00:12:00")}]",
            "clocks.redundancy=[{satellites=[\"C25\"],cold_spares=1,cold_delay=\"30min\",spare_clock=\"RB-BDS3\",warm_up_frequency=1e-11,warm_up_time=\"1h\"}]");
        Assert.Contains(run.Manifest.Notes, n => n.Contains("cold spare 1 (RB-BDS3) took over at 2024-09-20T00:42:00 GPST", StringComparison.Ordinal) && n.Contains("not offered to users in between", StringComparison.Ordinal));
        RunSatellite told = run.Manifest.Satellites.Single(s => s.Sat == "C25");
        Assert.Equal("PHM-BDS3", told.Clock);
        Assert.Equal([new RunClockChange("2024-09-20T00:42:00GPST", "RB-BDS3")], told.ClockChanges!);
        Assert.True(Usable(run, 10));
        Assert.False(Usable(run, 15));
        Assert.False(Usable(run, 40));
        Epoch restored = run.Start() + Duration.FromMinutes(42);
        Assert.All(run.Satellites.SelectMany((e, i) => e.Where(s => s.Id == C25 && s.Usable).Select(s => (Epoch: run.Grid[i], s.AgeSeconds))),
            s => Assert.True(s.Epoch <= run.Start() + Duration.FromMinutes(12) || s.Epoch - Duration.FromSeconds(s.AgeSeconds) >= restored));
        Assert.True(Usable(run, 119));

        // Told of the take-over the filter believes its own sigmas: normalised errors of the clock stay within 6.
        OdtsRow[] after = [.. run.Odts.Where(r => r.Satellite == C25 && r.Epoch > restored)];
        Assert.NotEmpty(after);
        Assert.All(after, r => Assert.InRange(r.Clock / r.SigmaClock, -6, 6));
    }

    /// <summary>A frequency step of 3e-12 is seen among three running clocks within two windows of five minutes, and the clock is taken off.</summary>
    [Fact]
    public void A_monitoring_unit_takes_off_the_clock_that_jumped()
    {
        const string step = "faults.clock=[{satellite=\"C25\",at=\"2024-09-20T00:12:00GPST\",frequency_step=3e-12}]";
        RunResult without = Run(step), with = Run(step, "clocks.redundancy=[{satellites=[\"C25\"],hot_spares=2,monitor=true}]");
        Assert.Contains(with.Manifest.Notes, n => n.StartsWith("C25: the monitoring unit took off clock 0 at 2024-09-20T00:", StringComparison.Ordinal));
        Assert.True(with.Manifest.Notes.Count(n => n.StartsWith("C25", StringComparison.Ordinal)) == 2);
        double jumped = Chain.Rms(without.Sisre.Of("C25").Select(r => r.Error.Clock)), saved = Chain.Rms(with.Sisre.Of("C25").Select(r => r.Error.Clock));
        output.WriteLine($"clock error {jumped:F3} m without, {saved:F3} m with the unit");

        // The spare goes on as the clock did before it jumped: with the take-over's errors as above, not the 19 ns that 3e-12 make in 108 min.
        RunResult whole = Run();
        Assert.Equal(State(whole, 120).TruthClock, State(with, 120).TruthClock, 5e-9);
        Assert.Equal(3e-12 * 6480, State(without, 120).TruthClock - State(whole, 120).TruthClock, 1e-12);
        Assert.True(saved < 0.9 * jumped);
    }

    /// <summary>Failures by chance: with 30 satellites and a mean time of 40 h about 1 - exp(-4/40) of them fail in warm-up and run; every one is told.</summary>
    [Fact]
    public void Failures_by_chance_have_their_rate_and_are_told()
    {
        RunResult run = Run("clocks.mean_time_to_failure=40h");
        int failed = run.Satellites[^1].Count(s => double.IsNaN(s.TruthClock));
        output.WriteLine($"{failed} of {run.Satellites[^1].Length} failed");
        Assert.Equal(failed, run.Manifest.Notes.Count(n => n.Contains("its last clock failed", StringComparison.Ordinal)));
        Assert.InRange(failed, 1, 8);                                    // 30 x 0.095 = 2.9, three sigma
    }

    /// <summary>A temperature of 1 K once per revolution at 1e-13 per K moves the phase by 2 x 1e-13 / n = 1.5 ns, peak to peak 2 x that less the lag; no one else's.</summary>
    [Fact]
    public void Temperature_moves_the_clock_of_one_satellite()
    {
        RunResult plain = Run(), warm = Run("clocks.thermal=[{satellites=[\"C25\"],orbit_swing_k=1,temperature_per_k=1e-13,lag=\"1min\"}]");
        double[] moved = [.. Enumerable.Range(0, plain.Grid.Count).Select(e => State(warm, 5 * e).TruthClock - State(plain, 5 * e).TruthClock)];
        Assert.InRange(moved.Max() - moved.Min(), 1e-11, 1e-13 * 7200);
        OthersAreEqual(plain, warm);
    }

    /// <summary>A steered clock stays near system time, where a free one of the same draws has its offset of 0.1 ms; the filter is told of the commands.</summary>
    [Fact]
    public void Steering_keeps_a_clock_at_system_time()
    {
        RunResult free = Run(), steered = Run("clocks.steering=[{satellites=[\"C25\"],interval=\"30min\",time_constant=\"3h\"}]");
        Assert.True(Math.Abs(State(free, 120).TruthClock) > 1e-7);
        double bias = 5 * 0.35 / Chain.SpeedOfLight, relativity = 3e-9;                     // signal bias, and e = 0.0006
        Assert.InRange(State(steered, 120).TruthClock, -bias - relativity - 5e-9, bias + relativity + 5e-9);
        Assert.All(steered.Odts.Where(r => r.Satellite == C25), r => Assert.InRange(r.Clock / r.SigmaClock, -6, 6));
        OthersAreEqual(free, steered);
    }

    private static void OthersAreEqual(RunResult a, RunResult b)
    {
        foreach (int e in (int[])[0, a.Grid.Count - 1])
        {
            for (int i = 0; i < a.Satellites[e].Length; i++)
            {
                if (a.Satellites[e][i].Id != C25)
                {
                    Assert.Equal((a.Satellites[e][i].TruthClock, a.Satellites[e][i].TruthPosition), (b.Satellites[e][i].TruthClock, b.Satellites[e][i].TruthPosition));
                }
            }
        }
    }
}
