using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public sealed class MapTests : IDisposable
{
    /// <summary>Values of the grid are kept in single precision.</summary>
    private const double Single = 1.2e-7;

    private readonly TemporaryRun _run = new(new RunFixture());

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_map_of_now_is_the_row_of_the_epoch_at_or_before()
    {
        RunScenes scenes = new(_run.Folder);
        double[] pdop = Cell("pdop");
        for (int k = 0; k < 9; k++)
        {
            HeatMap map = Map(scenes, MapKind.Pdop, MapStatistic.Now, _run.Folder.Epochs[k] + Duration.FromMinutes(k < 8 ? 7 : 0));
            Check.Within(Tolerance.Of(Single * pdop[k], "", "single precision"), pdop[k], map[8, 19]);
        }

        Assert.Same(Map(scenes, MapKind.Pdop, MapStatistic.Now, _run.Folder.Epochs[3]), Map(scenes, MapKind.Pdop, MapStatistic.Now, _run.Folder.Epochs[3] + Duration.FromMinutes(1)));
    }

    [Fact]
    public void The_scale_of_now_stays_over_the_run()
    {
        RunScenes scenes = new(_run.Folder);
        Assert.Single(Enumerable.Range(0, 9).Select(k => Map(scenes, MapKind.Hpe95, MapStatistic.Now, _run.Folder.Epochs[k]).Scale).Distinct());
    }

    [Theory]
    [InlineData(MapStatistic.Mean)]
    [InlineData(MapStatistic.Median)]
    [InlineData(MapStatistic.Max)]
    [InlineData(MapStatistic.Min)]
    [InlineData(MapStatistic.Share)]
    public void A_statistic_is_that_of_the_cells_rows(MapStatistic statistic)
    {
        double[] sorted = [.. Cell("hpe_m").Order()];
        double expected = statistic switch
        {
            MapStatistic.Mean => sorted.Average(),
            MapStatistic.Median => sorted[4],
            MapStatistic.Max => sorted[8],
            MapStatistic.Min => sorted[0],
            _ => 100.0 * sorted.Count(v => v <= 10) / 9,
        };
        HeatMap map = Map(new RunScenes(_run.Folder), MapKind.Hpe95, statistic);
        Check.Within(Tolerance.Of(4 * Single * Math.Abs(expected), "m", "single precision"), expected, map[8, 19]);
        Assert.Equal(statistic == MapStatistic.Share ? "%" : "m", map.Unit);
    }

    [Fact]
    public void Horizontal_and_vertical_dilution_make_that_of_position()
    {
        ErrorTables.WriteSisre(_run.Folder, (_, _) => (600, 0, 0, 0, 0));
        RunScenes scenes = new(_run.Folder);
        HeatMap position = Map(scenes, MapKind.Pdop, MapStatistic.Now), horizontal = Map(scenes, MapKind.Hdop, MapStatistic.Now), vertical = Map(scenes, MapKind.Vdop, MapStatistic.Now);
        for (int i = 0; i < position.Values.Length; i++)
        {
            Check.Within(Tolerance.Of(1e-5, "", "single precision of values up to 10"), position.Values[i], Math.Sqrt((horizontal.Values[i] * horizontal.Values[i]) + (vertical.Values[i] * vertical.Values[i])));
        }
    }

    /// <summary>A clock that is off by 2 m is met as 2 m everywhere; that of one satellite is the worst where that satellite is in view.</summary>
    [Fact]
    public void Errors_of_clocks_are_met_in_full()
    {
        ErrorTables.WriteSisre(_run.Folder, (_, sat) => (600, 0, 0, 0, sat == "C34" ? -5 : 2));
        RunScenes scenes = new(_run.Folder);
        HeatMap worst = Map(scenes, MapKind.SisreWorst, MapStatistic.Now);
        GlobeScene scene = scenes.At(null, SceneRequest.Of(MapKind.None));
        InView(scene, "C34", (cell, seen) => Check.Within(Tolerance.Of(1e-6, "m", "single precision"), seen ? 5 : 2, worst.Values[cell]));
    }

    [Fact]
    public void The_oldest_data_are_those_of_the_oldest_satellite_in_view()
    {
        ErrorTables.WriteSisre(_run.Folder, (_, sat) => (sat == "C34" ? 5400 : 1800, 0, 0, 0, 0));
        RunScenes scenes = new(_run.Folder);
        HeatMap oldest = Map(scenes, MapKind.AgeWorst, MapStatistic.Now), mean = Map(scenes, MapKind.Age, MapStatistic.Now);
        InView(scenes.At(null, SceneRequest.Of(MapKind.None)), "C34", (cell, seen) =>
        {
            Check.Within(Tolerance.Of(1e-5, "min", "single precision"), seen ? 90 : 30, oldest.Values[cell]);
            Assert.Equal(seen, mean.Values[cell] > 30.001);
        });
    }

    /// <summary>With four satellites or fewer no fault can be seen: no level. With more, the level is above ten deviations of the smallest error.</summary>
    [Fact]
    public void Protection_levels_need_satellites_to_spare()
    {
        ErrorTables.WriteSisre(_run.Folder, (_, _) => (600, 0, 0, 0, 0));
        RunScenes scenes = new(_run.Folder);
        HeatMap level = Map(scenes, MapKind.Vpl, MapStatistic.Now);
        Assert.Equal((12, 24), (level.Rows, level.Columns));
        Assert.All(level.Values.Where(double.IsFinite), v => Assert.InRange(v, 2, 500));
        Assert.True(level.Values.Count(double.IsFinite) > 200);
        ErrorTables.WriteSisre(_run.Folder, (_, sat) => sat is "C19" or "C20" or "C21" or "C22" ? (600, 0, 0, 0, 0) : null);
        HeatMap none = Map(new RunScenes(RunFolder.Open(_run.Path)), MapKind.Vpl, MapStatistic.Now);
        Assert.DoesNotContain(none.Values, double.IsFinite);
    }

    [Fact]
    public void A_difference_is_about_zero_on_a_scale_that_is_even_on_both_sides()
    {
        HeatMap a = new("x", "m", 2, 4, [1, 2, 3, 4, 5, 6, 7, double.NaN], ColourMap.Viridis), b = new("x", "m", 4, 8, [.. Enumerable.Repeat(4.0, 32)], ColourMap.Viridis);
        HeatMap difference = HeatMap.Difference(a, b);
        Assert.Equal([-3, -2, -1, 0, 1, 2, 3, double.NaN], difference.Values);
        Assert.Equal(-difference.Scale.Low, difference.Scale.High);
        Assert.Equal(0.5, difference.Scale.Share(0));
        Rgb below = difference.Colours.At(0.2), middle = difference.Colours.At(0.5), above = difference.Colours.At(0.8);
        Assert.True(below.Blue > below.Red && above.Red > above.Blue && middle.Luminance > Math.Max(below.Luminance, above.Luminance));
        Assert.All(HeatMap.Difference(a, a).Values.Where(double.IsFinite), v => Assert.Equal(0, v));
    }

    [Fact]
    public void Scales_of_equal_factors_have_ticks_of_one_two_and_five()
    {
        TickScale scale = TickScale.Decades(0.23, 41);
        Assert.Equal((0.2, 50), (scale.Low, scale.High));
        Assert.Equal(["0.2", "0.5", "1", "2", "5", "10", "20", "50"], scale.Ticks.Select(scale.Text));
        Check.Within(Tolerance.Of(1e-12, "", "rounding"), 0.5, scale.Share(Math.Sqrt(0.2 * 50)));
        TickScale given = TickScale.Between(0.5, 3.2);
        Assert.Equal((0.0, 1.0), (given.Share(0.5), given.Share(3.2)));
        Assert.All(given.Ticks, t => Assert.InRange(t, 0.5 - 1e-9, 3.2 + 1e-9));
    }

    [Fact]
    public void A_range_that_is_asked_for_is_the_scale()
    {
        HeatMap map = new RunScenes(_run.Folder).At(null, new SceneRequest(new GlobeLayers { Map = MapKind.Pdop, Range = (1, 2.5), Smooth = false })).Map!;
        Assert.Equal((1, 2.5, false), (map.Scale.Low, map.Scale.High, map.Smooth));
        HeatMap log = new RunScenes(_run.Folder).At(null, new SceneRequest(new GlobeLayers { Map = MapKind.Hpe95, Logarithmic = true })).Map!;
        Assert.True(log.Scale.Logarithmic && log.Scale.Low > 0);
    }

    private static HeatMap Map(RunScenes scenes, MapKind kind, MapStatistic statistic, Epoch? at = null) =>
        scenes.At(at, new SceneRequest(new GlobeLayers { Map = kind, Statistic = statistic })).Map!;

    /// <summary>Values of the cell at 37.5 N, 112.5 E.</summary>
    private double[] Cell(string column)
    {
        ColumnTable table = _run.Folder.Table(RunFolder.GridFile);
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg"), values = table.Real(column);
        return [.. Enumerable.Range(0, table.Rows).Where(i => Math.Abs(latitude[i] - 37.5) < 1e-9 && Math.Abs(longitude[i] - 112.5) < 1e-9).Select(i => values[i])];
    }

    /// <summary>Every cell, and whether a satellite stands at least 5 degrees high there.</summary>
    private static void InView(GlobeScene scene, string satellite, Action<int, bool> check)
    {
        Position<Itrf> place = scene.Satellites.Single(s => s.Id.ToString() == satellite).Itrf;
        int seen = 0;
        for (int cell = 0; cell < 12 * 24; cell++)
        {
            double elevation = new TopocentricFrame(GeodeticPoint.FromDegrees(-82.5 + (15 * (cell / 24)), -172.5 + (15 * (cell % 24)), 0)).Look(place).ElevationDeg;
            seen += elevation >= 5 ? 1 : 0;
            check(cell, elevation >= 5);
        }

        Assert.InRange(seen, 50, 200);
    }
}
