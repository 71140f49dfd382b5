using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class BatchCellTests : IDisposable
{
    private static readonly string s_sweep = TinySweep.Sweep.Replace("seeds = 3", "seeds = 2", StringComparison.Ordinal)
        .Replace("metrics = [\"sisre_rms\", \"odts_radial_rms\", \"horizontal_95\"]", "metrics = [\"sisre_rms\", \"horizontal_95\", \"satellites_mean\"]\nanswer = [\"horizontal_95\", \"sisre_rms\"]\nscopes = [\"all\", \"region\", \"cell\"]\nset.users.grid_step_deg = 45", StringComparison.Ordinal)
        + "\n[[axes.alternatives]]\nname = \"four satellites\"\nset.constellation.satellites = [\"C19-C22\"]\n";

    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>A cell's figures are those of the fixes that the run of the same settings has there, and its difference is that of the two runs.</summary>
    [Fact]
    public void Cells_are_those_of_the_runs()
    {
        (SweepDefinition sweep, BatchFolder folder) = Run();
        Assert.Equal(["horizontal_95", "satellites_mean"], CellMap.MetricsOf(folder));
        CellMap map = Assert.Single(CellMap.Of(folder, "satellites_mean", 0, [2]));
        Assert.Equal((45.0, 32), (map.StepDeg, map.Cells.Count));
        double[][] runs = [.. new[] { 0, 2 }.SelectMany(p => new[] { 1L, 2L }.Select(s => SatellitesOf(sweep, p, s)))];
        Tolerance rounding = new(1e-12, "", "means of four whole numbers");
        for (int i = 0; i < map.Cells.Count; i++)
        {
            CellRow cell = map.Cells[i];
            Assert.Equal(2, cell.Pairs);
            Check.Within(rounding, (runs[0][i] + runs[1][i]) / 2, cell.First, "satellites of the first point");
            Check.Within(rounding, (runs[2][i] + runs[3][i]) / 2, cell.Second, "satellites of the other");
            Check.Within(rounding, cell.Second - cell.First, cell.Difference, "difference");
        }

        Assert.Contains(map.Cells, c => c.Difference < -1);
        Assert.All(map.Cells, c => Assert.True(c.Difference <= 0, "fewer satellites are seen by no one in greater number"));
    }

    /// <summary>Where the first shard is missing, or all its runs failed, the next one tells what was kept.</summary>
    [Fact]
    public void What_was_kept_is_seen_behind_failed_runs()
    {
        SweepDefinition sweep = _tiny.Read().ValueOrThrow();
        BatchFolder folder = BatchFolder.Begin(_tiny.Out("failed"), sweep, resume: false);
        Assert.Empty(CellMap.MetricsOf(folder));
        folder.Commit(1, [new(0, 2, [new(0, 2, SweepScopes.Cell, new UserGrid(45, 0).Users[0].Name, "horizontal_95", 1, "m")], null)]);
        Assert.Equal(["horizontal_95"], CellMap.MetricsOf(folder));
        folder.Commit(0, [new(0, 1, [], new(0, 1, "CN4003", "why")), new(1, 1, [], new(1, 1, "CN4003", "why"))]);
        Assert.Equal(["horizontal_95"], CellMap.MetricsOf(folder));
    }

    [Fact]
    public void The_page_has_a_map_and_the_answer_first()
    {
        (_, BatchFolder folder) = Run();
        PointTable points = PointTable.Of(folder);
        IReadOnlyList<PairedRow> rows = PairedComparison.Of(folder);
        IReadOnlyList<PairedRow[]> answer = BatchAnswer.Of(folder.Manifest, rows);
        Assert.Equal([("horizontal_95", "global"), ("sisre_rms", "all")], answer.Select(a => (a[0].Metric, a[0].Scope)));
        CellMap map = CellMap.Of(folder, "horizontal_95", 0, [1])[0];
        string page = BatchReport.Of(folder.Manifest, points, rows, [], [], [map]);
        Assert.Contains("'rubidium' less 'as flown'", page, StringComparison.Ordinal);
        string[] ids = [.. System.Text.RegularExpressions.Regex.Matches(page, "<(?:section|figure) id=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.True(page.IndexOf("figure-comparison-horizontal_95-global", StringComparison.Ordinal) < page.IndexOf("figure-comparison-sisre_rms-all", StringComparison.Ordinal));
    }

    [Fact]
    public void Sites_and_regions_are_no_cells()
    {
        Assert.Equal(SweepScopes.Cell, PointRunner.ScopeOf(new UserGrid(22.5, 0).Users[5].Name));
        Assert.Equal(SweepScopes.Region, PointRunner.ScopeOf("china"));
        Assert.Equal(SweepScopes.Site, PointRunner.ScopeOf("Nice, France"));
    }

    [Fact]
    public void An_answer_that_is_not_kept_is_refused() =>
        Assert.Contains(_tiny.Read(TinySweep.Sweep.Replace("seeds = 3", "answer = [\"availability\"]", StringComparison.Ordinal)).Diagnostics, d => d.Code == "CN6007" && d.Problem.Contains("availability", StringComparison.Ordinal));

    private (SweepDefinition Sweep, BatchFolder Folder) Run()
    {
        SweepDefinition sweep = _tiny.Read(s_sweep).ValueOrThrow();
        BatchFolder folder = BatchFolder.Begin(_tiny.Out("cells"), sweep, resume: false);
        Assert.Equal(0, new BatchRunner(sweep, folder, TimeProvider.System).Run(0, 1, 1, static _ => { }, CancellationToken.None));
        return (sweep, folder);
    }

    private static double[] SatellitesOf(SweepDefinition sweep, int point, long seed)
    {
        RunResult run = RunPipeline.Execute(sweep.ScenarioOf(sweep.Points[point], seed).ValueOrThrow(), 1);
        return [.. Enumerable.Range(run.SiteCount, run.Users.Count - run.SiteCount).Select(u => run.Fixes.Average(epoch => epoch[u].SatelliteCount))];
    }
}
