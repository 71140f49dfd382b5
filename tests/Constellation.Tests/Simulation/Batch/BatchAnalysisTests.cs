using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class BatchAnalysisTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>Eight satellites, none or all with masers; one anchor with a terminal, or a global network and no links.</summary>
    [Fact]
    public void What_a_point_needs_is_counted()
    {
        PointTable points = Points(TinySweep.Sweep + "\n[[axes.alternatives]]\nname = \"masers, no links\"\nset.clocks.replace = [{ satellites = [\"C\"], clock = \"PHM-BDS3\" }]\nset.links.payload = \"none\"\nset.control.segment = \"ground-global\"\n");
        Assert.Equal(PointCosts.Names, points.Costs.Select(c => c.Count));
        Assert.Equal([0.0, 8.0], points.Costs[0].Values.Skip(1));
        Assert.Equal([9.0, 9.0, 0.0], points.Costs[1].Values);
        Assert.Equal([1.0, 1.0], points.Costs[2].Values.Take(2));
        Assert.True(points.Costs[2].Values[2] > 5, "a global network has more than five stations");
    }

    [Fact]
    public void The_front_has_what_no_other_point_beats()
    {
        PointTable points = Points(TinySweep.Sweep.Replace("name = \"as flown\"", "name = \"masers\"\nset.clocks.replace = [{ satellites = [\"C\"], clock = \"PHM-BDS3\" }]", StringComparison.Ordinal) + string.Concat(Enumerable.Range(1, 3).Select(n =>
            $"\n[[axes.alternatives]]\nname = \"{n} masers\"\nset.clocks.replace = [{{ satellites = [{string.Join(", ", Enumerable.Range(19, n).Select(p => $"\"C{p}\""))}], clock = \"PHM-BDS3\" }}, {{ satellites = [\"C{19 + n}-C26\"], clock = \"RB-BDS3\" }}]")));
        Assert.Equal([8.0, 0.0, 1.0, 2.0, 3.0], points.Costs[0].Values);

        // None: 5; one: 4; two: 4.5, beaten by one; three: 3; eight: 3, which needs more for as much.
        IReadOnlyList<ParetoRow> front = ParetoFront.Of([Row(0, 3), Row(1, 5), Row(2, 4), Row(3, 4.5), Row(4, 3)], points);
        Assert.Equal([1, 2, 4], front.Where(r => r.OnFront).Select(r => r.Row.Point));
        Assert.Equal([1, 2, 3, 4, 0], front.Select(r => r.Row.Point));
        Assert.All(front, r => Assert.Equal("n_masers", r.Count));

        // Of availability the larger is the better.
        front = ParetoFront.Of([Row(0, 3, "availability"), Row(1, 5, "availability"), Row(2, 4, "availability"), Row(3, 6, "availability"), Row(4, 3, "availability")], points);
        Assert.Equal([1, 3], front.Where(r => r.OnFront).Select(r => r.Row.Point));
    }

    /// <summary>f = 2a + b + ab over a, b in {-1, 1}: variances 4, 1 and 1 of 6, by hand.</summary>
    [Fact]
    public void Shares_of_the_variance_are_those_of_a_known_function()
    {
        PointTable points = Points(Grid);
        double[] signs = [-1, 1];
        PairedRow[] rows = [.. signs.SelectMany(a => signs.Select(b => (2 * a) + b + (a * b))).Select((v, i) => Row(i, v))];
        IReadOnlyList<SensitivityRow> found = SweepSensitivity.Of(rows, points);
        Tolerance rounding = new(1e-14, "", "four sums of small whole numbers");
        Assert.Equal(["mask", "step"], found.Select(r => r.Axis));
        Check.Within(rounding, 4.0 / 6, found[0].FirstOrder, "2a alone");
        Check.Within(rounding, 5.0 / 6, found[0].Total, "2a and ab");
        Check.Within(rounding, 1.0 / 6, found[1].FirstOrder, "b alone");
        Check.Within(rounding, 2.0 / 6, found[1].Total, "b and ab");

        // From the first point (-1, -1), value -2: a alone leads to 0, b alone to -2.
        Assert.Equal([2.0, 0.0], found.Select(r => r.Effect));

        // A point that failed leaves no grid, effects stay.
        found = SweepSensitivity.Of([.. rows.Take(3), Row(3, double.NaN)], points);
        Assert.All(found, r => Assert.True(double.IsNaN(r.FirstOrder) && double.IsFinite(r.Effect)));
    }

    [Fact]
    public void Equal_means_have_equal_ranks()
    {
        LeagueRow[] league = [.. LeagueTable.Of([Row(0, 2), Row(1, 1), Row(2, 2), Row(3, 3), Row(0, 0.9, "availability"), Row(1, 0.8, "availability")])];
        Assert.Equal([(1, 1), (0, 2), (2, 2), (3, 4)], league.Take(4).Select(r => (r.Row.Point, r.Rank)));
        Assert.Equal([(0, 1), (1, 2)], league.Skip(4).Select(r => (r.Row.Point, r.Rank)));
    }

    private const string Grid = """
        title = "two axes"
        scenario = "tiny.toml"
        [[axes]]
        name = "mask"
        path = "users.mask_deg"
        values = [5, 10]
        [[axes]]
        name = "step"
        path = "time.step"
        values = ["5min", "10min"]
        """;

    private PointTable Points(string sweep)
    {
        File.WriteAllText(_tiny.FilePath, sweep);
        return PointTable.Of(BatchFolder.Begin(_tiny.Out("points"), _tiny.Read(sweep).ValueOrThrow(), resume: false));
    }

    private static PairedRow Row(int point, double mean, string metric = "sisre_rms") => new(metric, "all", "m", point, 3, mean, 0.1, 3, mean, 0.1);
}
