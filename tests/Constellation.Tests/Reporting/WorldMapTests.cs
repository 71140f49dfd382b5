using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using ScottPlot;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Constellation.Tests.Reporting;

[Collection(OneAtATime.Name)]
public class WorldMapTests(SharedRun shared)
{
    private GridAccuracy Grid => GridAccuracy.Of(shared.Folder);

    [Fact]
    public void A_cell_holds_the_users_of_its_place()
    {
        GridAccuracy grid = Grid;
        ColumnTable table = shared.Folder.Table(RunFolder.GridFile);
        (double[] latitude, double[] longitude, double[] error, double[] pdop) = (table.Real("lat_deg"), table.Real("lon_deg"), table.Real("hpe_m"), table.Real("pdop"));
        foreach ((int row, int column) in new[] { (0, 0), (17, 35), (12, 30), (3, 7) })
        {
            (double lat, double lon) = grid.Grid.Middle(row, column);
            int[] own = [.. Enumerable.Range(0, table.Rows).Where(i => Math.Abs(latitude[i] - lat) < 1e-9 && Math.Abs(longitude[i] - lon) < 1e-9)];
            Assert.Equal(shared.Run.Epochs, own.Length);
            Assert.Equal(WeightedStatistics.Percentile([.. own.Select(i => error[i])], [], 0.95), grid.Horizontal95[row, column]);
            Assert.Equal(own.Average(i => pdop[i]), grid.MeanPdop[row, column], 1e-12);      // the same 97 numbers, added in the same order
        }
    }

    [Fact]
    public void A_cell_is_drawn_at_its_longitude_and_latitude()
    {
        GridAccuracy grid = Grid;
        using Plot plot = new PdopMap(grid, []).Draw();
        Heatmap map = plot.GetPlottables<Heatmap>().Single();
        for (int row = 0; row < grid.Grid.Rows; row++)
        {
            for (int column = 0; column < grid.Grid.Columns; column++)
            {
                (double latitude, double longitude) = grid.Grid.Middle(row, column);
                double half = 0.499 * grid.Grid.StepDeg;
                Assert.Equal(grid.MeanPdop[row, column], map.GetValue(new Coordinates(longitude - half, latitude - half)));
                Assert.Equal(grid.MeanPdop[row, column], map.GetValue(new Coordinates(longitude + half, latitude + half)));
            }
        }
    }

    /// <summary>The picture itself: in cells of open sea, the colour of the pixel is that of the value on the scale.</summary>
    [Fact]
    public void The_pixel_at_a_place_has_the_colour_of_its_cell()
    {
        GridAccuracy grid = Grid;
        PdopMap figure = new(grid, []);
        using Plot plot = figure.Draw();
        using SKBitmap picture = SKBitmap.Decode(PlotImage.Png(plot, figure.Size.Width, figure.Size.Height, scale: 1));
        (double low, double high) = figure.Scale;
        foreach ((double latitude, double longitude) in new[] { (-45.0, -115.0), (35.0, -35.0), (-25.0, 85.0), (25.0, 155.0), (-5.0, -165.0) })
        {
            int row = (int)((latitude + 90) / grid.Grid.StepDeg), column = (int)((longitude + 180) / grid.Grid.StepDeg);
            Pixel at = plot.GetPixel(new Coordinates(longitude, latitude));
            SKColor seen = picture.GetPixel((int)at.X, (int)at.Y);
            Color expected = new ScottPlot.Colormaps.Viridis().Reversed().GetColor(Math.Clamp((grid.MeanPdop[row, column] - low) / (high - low), 0, 1));
            Assert.InRange(Math.Abs(seen.Red - expected.R) + Math.Abs(seen.Green - expected.G) + Math.Abs(seen.Blue - expected.B), 0, 6);     // of 765: two steps of the colour table
        }
    }

    [Fact]
    public void Degrees_of_longitude_and_latitude_are_equally_long()
    {
        AccuracyMap figure = new(Grid, shared.Folder.Manifest.Sites);
        using Plot plot = figure.Draw();
        plot.RenderInMemory(figure.Size.Width, figure.Size.Height);
        Pixel south = plot.GetPixel(new Coordinates(-180, -90)), north = plot.GetPixel(new Coordinates(180, 90));
        Assert.Equal(north.X - south.X, 2 * (south.Y - north.Y), 1.0f);
    }

    [Fact]
    public void Cells_without_a_position_are_grey_and_do_not_move_the_scale()
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 3, GridStepDeg = 30 });
        AtomicFile.Write(Path.Combine(run.Path, RunFolder.GridFile), stream =>
        {
            using ParquetTableWriter table = new(stream, TableColumn.From("lat_deg,lon_deg,pdop,hpe_m"));
            for (int cell = 0; cell < 72; cell++)
            {
                bool none = cell % 12 == 0;
                table.Real(-75 + (30 * (cell / 12))).Real(-165 + (30 * (cell % 12))).Real(none ? double.NaN : 2).Real(none ? double.NaN : 1 + (0.01 * cell)).EndRow();
            }
        });
        AccuracyMap figure = new(GridAccuracy.Of(run), []);
        Assert.True(figure.HasData);
        Assert.InRange(figure.Scale.Low, 1, 1.1);
        Assert.InRange(figure.Scale.High, 1.6, 1.72);
        Assert.Contains("Grey: no position", figure.Caption);
        using Plot plot = figure.Draw();
        using SKBitmap picture = SKBitmap.Decode(PlotImage.Png(plot, figure.Size.Width, figure.Size.Height, scale: 1));
        Pixel at = plot.GetPixel(new Coordinates(-170, 5));
        Assert.Equal(new SKColor(0xD5, 0xD9, 0xDE), picture.GetPixel((int)at.X, (int)at.Y));
    }

    [Fact]
    public void A_map_of_equal_values_has_a_scale_too()
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 3, GridStepDeg = 30 });
        AtomicFile.Write(Path.Combine(run.Path, RunFolder.GridFile), stream =>
        {
            using ParquetTableWriter table = new(stream, TableColumn.From("lat_deg,lon_deg,pdop,hpe_m"));
            table.Real(15).Real(15).Real(2).Real(0).EndRow();
        });
        GridAccuracy grid = GridAccuracy.Of(run);
        foreach (WorldMap figure in new WorldMap[] { new AccuracyMap(grid, []), new PdopMap(grid, []) })
        {
            Assert.True(figure.Scale.High > figure.Scale.Low);
            using Plot plot = figure.Draw();
            Assert.NotEmpty(PlotImage.Png(plot, 500, 245, scale: 1));
        }
    }

    /// <summary>Places of a world atlas, to the half degree of a 1:110 million coast.</summary>
    [Theory]
    [InlineData("Cape Agulhas", -34.83, 20.00)]
    [InlineData("North Cape", 71.17, 25.78)]
    [InlineData("Cape Horn (Tierra del Fuego)", -55.0, -66.5)]
    [InlineData("Cape York", -10.69, 142.53)]
    [InlineData("Dakar", 14.74, -17.53)]
    public void The_coast_runs_where_it_should(string place, double latitude, double longitude)
    {
        double nearest = Coastline.Strokes.SelectMany(s => s).Min(p => Math.Sqrt(Math.Pow(p.Y - latitude, 2) + Math.Pow((p.X - longitude) * Math.Cos(double.DegreesToRadians(latitude)), 2)));
        Assert.True(nearest < 0.7, $"{place}: {nearest} degrees");
        Assert.All(Coastline.Strokes, s => Assert.True(s.Length > 1 && s.All(p => Math.Abs(p.X) <= 180 && Math.Abs(p.Y) <= 90)));
        Assert.All(Coastline.Strokes, s => Assert.All(s.Zip(s.Skip(1)), e => Assert.True(Math.Abs(e.First.X - e.Second.X) < 20)));
    }
}
