using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Fit;

public class Sp3ArcsTests
{
    private static readonly Vector3d Absent = new(double.NaN, double.NaN, double.NaN);
    private static readonly Duration Day = Duration.FromHours(24);

    [Fact]
    public void Days_become_arcs_and_each_judges_the_one_before()
    {
        Sp3Arcs cut = Cut(SimulatedSp3.File(96, 96), SimulatedSp3.File(0, 96));
        Assert.Equal([SimulatedSp3.Start, SimulatedSp3.Start + Day], cut.Arcs.Select(a => a.Span.First));
        Assert.Equal([96, 96], cut.Arcs.Select(a => a.Positions.Length));
        Assert.Equal([96, 0], cut.Arcs.Select(a => a.After.Length));
        Assert.Equal(SimulatedSp3.Start + Day, cut.Arcs[0].After[0].Epoch);
        Assert.Empty(cut.LeftOut);
    }

    /// <summary>A file that closes with midnight repeats the first epoch of the next day: it is used once, in the next arc, or in its own where there is no next.</summary>
    [Fact]
    public void The_closing_midnight_makes_no_arc_of_its_own()
    {
        Sp3Arcs one = Cut(SimulatedSp3.File(0, 97)), two = Cut(SimulatedSp3.File(0, 97), SimulatedSp3.File(96, 97));
        Assert.Equal([97], one.Arcs.Select(a => a.Positions.Length));
        Assert.Equal([96, 97], two.Arcs.Select(a => a.Positions.Length));
        Assert.Equal([96, 0], two.Arcs.Select(a => a.After.Length));
    }

    [Fact]
    public void Predicted_positions_are_neither_fitted_nor_truth()
    {
        Sp3File day = SimulatedSp3.File(0, 96, s => Array.Fill(s.Marks, Sp3Marks.OrbitPredicted, 60, 36)), next = SimulatedSp3.File(96, 96, s => Array.Fill(s.Marks, Sp3Marks.OrbitPredicted));
        Sp3Series series = Sp3Series.Group([day, next]).Single();
        Sp3Arcs cut = Sp3Arcs.Cut(series, SatelliteSelector.All, Day, Day);
        Assert.Equal(36 + 96, series.Predicted);
        Assert.Equal([60], cut.Arcs.Select(a => a.Positions.Length));
        Assert.Empty(cut.Arcs[0].After);
        Assert.Equal("it has no observed position there", cut.LeftOut.Single().Reason);
    }

    /// <summary>Where one file predicts what another has observed, the observation counts, whichever file comes first.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void An_observation_goes_before_a_prediction(bool reversed)
    {
        Sp3File old = SimulatedSp3.File(0, 192, s => Array.Fill(s.Marks, Sp3Marks.OrbitPredicted, 96, 96)), late = SimulatedSp3.File(96, 96);
        Sp3Arcs cut = reversed ? Cut(late, old) : Cut(old, late);
        Assert.Equal([96, 96], cut.Arcs.Select(a => a.Positions.Length));
    }

    [Fact]
    public void A_manoeuvre_cuts_the_arc_and_forbids_to_judge_across()
    {
        Sp3Arcs early = Cut(SimulatedSp3.File(0, 192, s => s.Marks[30] |= Sp3Marks.Maneuver));
        Assert.Equal((66, 96), (early.Arcs[0].Positions.Length, early.Arcs[0].After.Length));
        Assert.StartsWith("manoeuvre marked before 2023-03-12T07:30:00", early.Arcs[0].Note, StringComparison.Ordinal);

        Sp3Arcs late = Cut(SimulatedSp3.File(0, 192, s => s.Marks[70] |= Sp3Marks.Maneuver));
        Assert.Equal((70, 0), (late.Arcs[0].Positions.Length, late.Arcs[0].After.Length));

        Sp3Arcs next = Cut(SimulatedSp3.File(0, 192, s => s.Marks[120] |= Sp3Marks.Maneuver));
        Assert.Equal((96, 0), (next.Arcs[0].Positions.Length, next.Arcs[0].After.Length));
        Assert.Equal(72, next.Arcs[1].Positions.Length);

        // Three pieces of which none is half a day.
        Sp3Arcs many = Cut(SimulatedSp3.File(0, 96, s => (s.Marks[32], s.Marks[64]) = (Sp3Marks.Maneuver, Sp3Marks.Maneuver)));
        Assert.Contains("only 32 positions", many.LeftOut.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_are_told_and_too_little_is_left_out()
    {
        Sp3Arcs gap = Cut(SimulatedSp3.File(0, 96, s => Array.Fill(s.Positions, Absent, 40, 7)));
        Assert.Equal((89, "7 positions missing"), (gap.Arcs[0].Positions.Length, gap.Arcs[0].Note));
        Sp3Arcs little = Cut(SimulatedSp3.File(0, 96, s => Array.Fill(s.Positions, Absent, 30, 66)));
        Assert.Equal("only 30 positions over 7.25 h, where at least 20 over 12 h are needed", little.LeftOut.Single().Reason);
    }

    /// <summary>Half of the next day does not judge a prediction over a day.</summary>
    [Fact]
    public void A_prediction_is_judged_only_where_it_is_covered()
    {
        Assert.Empty(Cut(SimulatedSp3.File(0, 96 + 48)).Arcs[0].After);
        Assert.Equal(90, Cut(SimulatedSp3.File(0, 96 + 90)).Arcs[0].After.Length);
    }

    [Fact]
    public void Centres_and_distant_days_are_series_apart()
    {
        IReadOnlyList<Sp3Series> series = Sp3Series.Group([SimulatedSp3.File(0, 96), SimulatedSp3.File(0, 96, agency: "OTHR"), SimulatedSp3.File(960, 96), SimulatedSp3.File(96, 96)]);
        Assert.Equal(["TEST 900 s", "TEST 900 s", "OTHR 900 s"], series.Select(s => s.Name));
        Assert.Equal([192, 96, 96], series.Select(s => s.Table.Epochs.Length));
    }

    /// <summary>Six hours at 0.4 s are 54 000 positions: every third is enough, and it is said.</summary>
    [Fact]
    public void More_positions_than_an_orbit_needs_are_thinned()
    {
        Sp3File coarse = SimulatedSp3.File(0, 25);
        Sp3Satellite one = coarse.Satellites[0];
        const int rows = 54_001;
        Sp3File dense = coarse with
        {
            Interval = Duration.FromSeconds(0.4),
            Epochs = [.. Enumerable.Range(0, rows).Select(i => coarse.Epochs[0] + (Duration.FromSeconds(0.4) * i))],
            Satellites = [new Sp3Satellite { Id = one.Id, Positions = [.. Enumerable.Repeat(one.Positions[0], rows)], Clocks = new double[rows], Marks = new Sp3Marks[rows] }],
        };
        OrbitArc arc = Sp3Arcs.Cut(Sp3Series.Group([dense]).Single(), SatelliteSelector.All, Duration.FromHours(6), Duration.Zero).Arcs.Single();
        Assert.Equal((18_001, "one of 3 positions used"), (arc.Positions.Length, arc.Note));
        Assert.Equal(dense.Epochs[3], arc.Positions[1].Epoch);
    }

    private static Sp3Arcs Cut(params Sp3File[] files) => Sp3Arcs.Cut(Sp3Series.Group(files).Single(), SatelliteSelector.All, Day, Day);
}
