using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;
using ScottPlot;

namespace Constellation.Tests.Reporting;

/// <summary>Figures of positions, from a plain series of errors.</summary>
[Collection(OneAtATime.Name)]
public sealed class PositionPlotTests(SharedRun shared)
{
    [Theory, InlineData("enu"), InlineData("scatter"), InlineData("cdf")]
    public void Every_kind_draws_series_with_gaps(string kind)
    {
        RunPlot plot = Series(500, gap: 100).Plot(kind);
        Assert.True(plot.HasData);
        using Plot drawn = plot.Draw();
        Assert.NotEmpty(drawn.GetPlottables());
        drawn.RenderInMemory(plot.Size.Width, plot.Size.Height);
        Assert.Contains(" m ", plot.AltText, StringComparison.Ordinal);
        Assert.False(Series(10, gap: 0).Plot(kind).HasData);
    }

    [Fact]
    public void Stanford_counts_by_region()
    {
        StanfordCounts counts = StanfordCounts.Of([1, 1, 12, 40, 30, 50, 2], [10, 40, 10, 20, 45, 45, double.NaN], 35);
        Assert.Equal(new StanfordCounts(Normal: 1, Unavailable: 2, Misleading: 2, Hazardous: 1, WithoutLevel: 1), counts);
        Assert.Equal(7, counts.Total);
    }

    [Fact]
    public void Stanford_waterfall_and_residuals_draw()
    {
        StanfordPlot stanford = new("test", "vertical", [1, 2, 50], [10, 40, 45], 35);
        ErrorWaterfallPlot waterfall = new("test", [new("orbits", 0.1, 0.1, 0.2), new("clocks", 0.3, 0.3, 0.5)], new("all", 0.4, 0.32, 0.54));
        ResidualSkyPlot sky = new("test", [new("G01", 10, 45, 0.3), new("G02", 200, 20, -1), new("G03", 100, -5, 2)]);
        foreach (RunPlot plot in (RunPlot[])[stanford, waterfall, sky])
        {
            Assert.True(plot.HasData);
            using Plot drawn = plot.Draw();
            drawn.RenderInMemory(plot.Size.Width, plot.Size.Height);
        }
    }

    /// <summary>The samples of a run go through the statistics of real messages: its own SISRE column.</summary>
    [Fact]
    public void Samples_of_a_run_have_its_sisre()
    {
        ColumnTable table = shared.Folder.Table("sisre.parquet", "sat,sisre_m");
        double[] expected = [.. table.Text("sat").Zip(table.Real("sisre_m")).Where(p => p.First == "C23" && double.IsFinite(p.Second)).Select(p => p.Second)];
        SisreSample[] samples = [.. RunSisre.Of(shared.Folder, s => s == SatelliteId.Parse("C23"))];
        Assert.Equal(expected.Length, samples.Length);
        Assert.All(expected.Zip(samples), p => Assert.Equal(p.First, p.Second.Sisre, 1e-9));
        using Plot drawn = new SisreSamplesPlot(samples, overAge: true).Draw();
        drawn.RenderInMemory(600, 400);
    }

    /// <summary>The errors of a run turned to the Earth's axes and projected again give its in-range error.</summary>
    [Fact]
    public void Errors_of_a_run_on_the_earths_axes()
    {
        RunSky sky = RunSky.Of(shared.Folder);
        SisreSample[] samples = [.. RunSisre.Of(shared.Folder, _ => true)];
        int k = 5;
        for (int i = 0; i < sky.Snapshots[k].Count; i++)
        {
            (int s, Constellation.Geodesy.Position<Constellation.Geodesy.Itrf> there) = sky.Snapshots[k][i];
            SisreSample sample = samples.Single(x => x.Satellite == sky.Satellites[s] && x.Epoch == shared.Folder.Epochs[k]);
            Assert.Equal(sample.Error.Radial, sky.Errors[k][s].Orbit.Dot(there.Vector.Unit()), 1e-9);
            Assert.Equal(sample.Error.Clock, sky.Errors[k][s].Clock, 1e-12);
        }

        IReadOnlyList<SupportEstimate> support = SupportEstimate.Of(sky.Satellites, sky.Snapshots, sky.Errors);
        Assert.Equal(GnssSystem.BeiDou, Assert.Single(support).System);
    }

    [Fact]
    public void Grid_of_a_run_by_statistic()
    {
        RunGrid grid = RunGrid.Of(shared.Folder);
        double[,] p95 = grid.Of("hpe_m", PointStatistic.P95, false), own = GridAccuracy.Of(shared.Folder).Horizontal95;
        for (int i = 0; i < p95.Length; i++)
        {
            Assert.Equal(own[i / grid.Grid.Columns, i % grid.Grid.Columns], p95[i / grid.Grid.Columns, i % grid.Grid.Columns]);
        }
    }

    private static PositionErrorSeries Series(int count, int gap)
    {
        RandomDraws draws = new(1, 0, EntityId.Scenario, NoisePurpose.UserThermal);
        double[] Errors(int offset, double sigma) => [.. Enumerable.Range(0, count).Select(k => gap == 0 || k == gap ? double.NaN : sigma * draws.NormalAt((ulong)(offset + k)))];
        return new()
        {
            Name = "test",
            Epochs = [.. Enumerable.Range(0, count).Select(k => Epoch.FromGps(2333, Duration.FromSeconds(30 * k)))],
            East = Errors(0, 0.4),
            North = Errors(10_000, 0.6),
            Up = Errors(20_000, 1.2),
        };
    }
}
