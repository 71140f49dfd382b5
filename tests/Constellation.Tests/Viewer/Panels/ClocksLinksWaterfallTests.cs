using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Tests.Reporting;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Panels;

[Collection(OneRun.Name)]
public sealed class ClocksLinksWaterfallTests(PanelRun run)
{
    [Fact]
    public void Clock_errors_are_the_tables_in_nanoseconds()
    {
        ClocksContent content = new ClocksPanel().Content(run.State(0));
        ColumnTable odts = run.Folder.Table(RunFolder.OdtsFile, RunFolder.OdtsColumns);
        string[] sats = odts.Text("sat");
        int s = content.Satellites.Select((id, i) => (id, i)).Single(p => p.id.ToString() == "C25").i;
        double[] own = [.. Enumerable.Range(0, odts.Rows).Where(i => sats[i] == "C25").Select(i => odts.Real("clock_m")[i])];
        Assert.Equal(own.Length, content.Estimate[s].Length);
        Assert.All(own.Zip(content.Estimate[s]), p => Check.Within(Tolerance.Of(1e-9, "ns", "one division"), p.First / 0.299792458, p.Second));
        foreach (string kind in content.Kinds)
        {
            double[] all = [.. content.Broadcast.Where((_, i) => content.Kind[i] == kind).SelectMany(e => e).Where(double.IsFinite)];
            Check.Within(Tolerance.Reordering(all.Length, 10, "ns"), Math.Sqrt(all.Average(v => v * v)), content.Rms(content.Broadcast, kind), kind);
        }

        Assert.Equal(ClockStability.Of(run.Folder).Select(k => k.Name), content.Stability.Select(k => k.Name));
    }

    [Fact]
    public void Histograms_count_every_value_once()
    {
        double[] share = ClockCharts.Shares([-5, -0.999, 0, 0.001, 0.5, 7], 1, 2.0 / 41);
        Check.Within(Tolerance.Of(1e-12, "%", "a sum of 41 shares"), 100, share.Sum(), "sum");
        Check.Within(Tolerance.Of(1e-12, "%", "two of six"), 200 / 6.0, share[0], "first: what lies below, too");
        Check.Within(Tolerance.Of(1e-12, "%", "two of six"), 200 / 6.0, share[20], "middle");
    }

    [Fact]
    public void Switches_of_clocks_are_told()
    {
        using SampleFolder folder = new();
        RunFolder changed = folder.Write(new SampleRun { Epochs = 9, GridStepDeg = 90, Only = ["C34", "C39", "C59"], Changed = "C34" });
        ClockIncident incident = Assert.Single(ClockIncidents.Of(SourceTables.Of(new RunScenes(changed))));
        Assert.Equal(("C34", "PHM-GAL took over", Epoch.Parse("2024-09-20T01:00:00GPST")), (incident.Satellite.ToString(), incident.Text, incident.Epoch));
        RunSatellite satellite = changed.Manifest.Satellites.Single(s => s.Sat == "C34");
        Assert.Equal(satellite.Clock, SatelliteContent.ClockAt(satellite, incident.Epoch - Duration.FromSeconds(1)));
        Assert.Equal("PHM-GAL", SatelliteContent.ClockAt(satellite, incident.Epoch));
    }

    [Fact]
    public void Pairs_are_what_the_schedule_and_the_view_say()
    {
        LinksContent content = new LinksPanel().Content(run.State(8))!;
        (LinkView view, LinkRound round) = run.Rounds[8];
        Assert.Equal(round.EpochOf(0), content.Start);
        Assert.Equal(round.Slots, content.Slots);
        int slot = content.SlotAt(run.Source.Grid[8]);
        Assert.Equal(10, slot);                     // the epoch is the middle of the round: begin of the second half
        for (int a = 0; a < view.System.Satellites.Count; a++)
        {
            for (int b = a + 1; b < view.System.NodeCount; b++)
            {
                if (content.IndexOf(view.System.NameOf(b)) is not (>= 0 and int column))
                {
                    continue;
                }

                int[] slots = [.. round.Contacts.Where(c => c.A == a && c.B == b).Select(c => c.Slot).Distinct().Order()];
                PairState expected = slots.Contains(slot) ? PairState.Ranging : slots.Length > 0 ? PairState.Scheduled : view.IndexOf(a, b) >= 0 ? PairState.Free : PairState.Blocked;
                int row = content.IndexOf(view.System.NameOf(a));
                Assert.Equal(expected, content.State(row, column, slot));
                Assert.Equal(expected, content.State(column, row, slot));
                Assert.Equal(slots, content.SlotsOf(row, column));
            }
        }
    }

    /// <summary>The ways that the library finds over the planner's own rounds: the panel has only what the run's table tells of them.</summary>
    [Fact]
    public void Ways_to_the_ground_are_the_librarys()
    {
        LinksContent content = new LinksPanel().Content(run.State(8))!;
        (LinkView view, LinkRound round) = run.Rounds[8];
        LinkTimetable table = new(view.System, round.EpochOf(0));
        for (int i = 0; i < 4; i++)
        {
            table.Add(view, round);
        }

        RouteFinder finder = new(table, run.Scenario.Network.Processing);
        Assert.Equal(view.System.Satellites.Count, content.Routes.Count);
        for (int s = 0; s < view.System.Satellites.Count; s++)
        {
            LinkRoute expected = finder.ToGround(s, round.EpochOf(0))!;
            NetRoute route = content.Routes.Single(r => r.Satellite == view.System.Satellites[s].Id);
            Assert.Equal(expected.Hops, route.Hops);
            Assert.Equal([.. expected.Satellites.Select(view.System.NameOf), view.System.Stations[expected.Station].Name], route.Path);
            Check.Within(Tolerance.Of(1e-6, "s", "positions by way of the table"), expected.Delay, route.Delay, route.Satellite.ToString());
        }
    }

    /// <summary>Between two rounds of the control segment the last is repeated.</summary>
    [Theory, InlineData(0, 10), InlineData(2.9, 10), InlineData(3, 11), InlineData(29.9, 19), InlineData(30, 0), InlineData(93, 1)]
    public void Slots_go_round(double after, int slot) => Assert.Equal(slot, new LinksPanel().Content(run.State(8, after: after))!.SlotAt(run.Source.Grid[8] + Duration.FromSeconds(after)));

    [Fact]
    public void The_whole_of_the_waterfall_is_that_of_the_accuracy_verb()
    {
        RunSky sky = RunSky.Of(run.Folder);
        UserDefinition user = SourceTables.Of(run.Source).User(PanelRun.Site);
        AccuracyField field = new(new PointScene([user], sky.Snapshots, sky.Satellites, new UniformHorizon(HorizonMask.Flat(double.DegreesToRadians(5)))), new RangeErrorBudget(UserModel.DualFrequency), sky.SpaceSigma);
        IReadOnlyList<ErrorContribution> expected = AccuracyParts.Of(field, user, sky.Errors, out ErrorContribution whole);
        WaterfallContent content = new WaterfallPanel().Over(run.State(3, site: PanelRun.Site));
        Assert.Equal(whole, content.Whole);
        foreach (string source in new[] { "satellite orbits", "troposphere", "multipath", "receiver noise" })
        {
            Assert.Equal(expected.Single(p => p.Source == source), content.Parts.Single(p => p.Source == source));
        }
    }

    /// <summary>What is constant on each satellite is bias and nothing else; what has no mean over the run is clock and nothing else.</summary>
    [Fact]
    public void Biases_and_clocks_are_told_apart()
    {
        using TemporaryRun temporary = new(new RunFixture { Epochs = 4, GridStepDeg = 90 });
        ErrorTables.WriteSisre(temporary.Folder, (k, sat) => (600, 0, 0, 0, 0.1 * (sat[2] - '4')));
        WaterfallContent constant = Whole(temporary.Folder);
        Assert.InRange(Part(constant, "signal biases"), 0.05, 2);
        Assert.True(Part(constant, "satellite clocks") < 1e-12);
        Check.Within(Tolerance.Of(1e-12, "m", "one error carried twice"), Bars(constant, "satellite orbits"), 0, "no orbit error");
        ErrorTables.WriteSisre(temporary.Folder, (k, sat) => (600, 0, 0, 0, (k % 2 == 0 ? 0.1 : -0.1) * (sat[2] - '4')));
        WaterfallContent varying = Whole(RunFolder.Open(temporary.Path));
        Assert.InRange(Part(varying, "satellite clocks"), 0.05, 2);
        Assert.True(Part(varying, "signal biases") < 1e-12);

        static double Part(WaterfallContent content, string source) => content.Parts.Single(p => p.Source == source).Vertical;
        static double Bars(WaterfallContent content, string source) => content.Parts.Single(p => p.Source == source).Range;
        static WaterfallContent Whole(RunFolder folder) =>
            WaterfallContent.Of(WaterfallSky.Of(folder), SourceTables.Of(new RunScenes(folder)).User(PanelRun.Site), UserModel.DualFrequency, null);
    }
}
