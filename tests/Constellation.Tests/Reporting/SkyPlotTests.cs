using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;
using ScottPlot;
using ScottPlot.Plottables;

namespace Constellation.Tests.Reporting;

[Collection(OneAtATime.Name)]
public class SkyPlotTests(SharedRun shared)
{
    private static readonly Tolerance s_rounding = Tolerance.Of(1e-12, "degrees", "sine and cosine of a right angle in doubles, times 90");

    [Theory]
    [InlineData(0, 0, 0, 90)]       // north on the horizon: up
    [InlineData(90, 0, 90, 0)]      // east: right
    [InlineData(180, 0, 0, -90)]
    [InlineData(270, 0, -90, 0)]
    [InlineData(90, 60, 30, 0)]
    [InlineData(123, 90, 0, 0)]     // the zenith is the middle
    public void North_is_up_and_east_is_right(double azimuth, double elevation, double x, double y)
    {
        Check.Within(s_rounding, x, SkyPlot.Place(azimuth, elevation).X, "x");
        Check.Within(s_rounding, y, SkyPlot.Place(azimuth, elevation).Y, "y");
    }

    [Fact]
    public void The_letters_of_the_rim_stand_where_the_paths_have_them()
    {
        using Plot plot = new SkyPlot(SkyTracks.Of(shared.Folder, 0)).Draw();
        plot.RenderInMemory(600, 620);
        PolarAxis axis = plot.GetPlottables<PolarAxis>().Single();
        for (int azimuth = 0; azimuth < 360; azimuth += 30)
        {
            PolarAxisSpoke spoke = axis.Spokes[azimuth / 30];
            Coordinates rim = axis.GetCoordinates(90, spoke.Angle);
            (double x, double y) = SkyPlot.Place(azimuth, 0);
            Check.Within(Tolerance.Of(1e-9, "degrees", "angles turned to radians and back"), x, rim.X, "x");
            Check.Within(Tolerance.Of(1e-9, "degrees", "angles turned to radians and back"), y, rim.Y, "y");
        }

        Assert.Equal("N", axis.Spokes[0].LabelText);
        Assert.Equal("E", axis.Spokes[3].LabelText);
        Pixel north = plot.GetPixel(new Coordinates(0, 90)), east = plot.GetPixel(new Coordinates(90, 0)), middle = plot.GetPixel(new Coordinates(0, 0));
        Assert.True(north.Y < middle.Y && Math.Abs(north.X - middle.X) < 1 && east.X > middle.X && Math.Abs(east.Y - middle.Y) < 1);
        Assert.Equal(middle.Y - north.Y, east.X - middle.X, 1.0f);
    }

    /// <summary>From Beijing, C59 (140 E) stands in the south-east, C60 (80 E) in the south-west, C61 (110.5 E) south; nearly still.</summary>
    [Theory]
    [InlineData("C59", 1)]
    [InlineData("C60", -1)]
    [InlineData("C61", 0)]
    public void Geostationary_satellites_stand_where_they_should(string sat, int side)
    {
        SkyTracks tracks = SkyTracks.Of(shared.Folder, 0);
        int s = tracks.Satellites.Select((v, i) => (v.Sat, i)).Single(p => p.Sat == sat).i;
        foreach ((double azimuth, double elevation) in tracks.AzimuthDeg(s).Zip(tracks.ElevationDeg(s)))
        {
            (double x, double y) = SkyPlot.Place(azimuth, elevation);
            Assert.True(y < -30 && elevation > 20);
            Assert.Equal(side, Math.Sign(Math.Round(x / 20)));
        }
    }

    /// <summary>Written out once more with the rotation to east, north, up at the site: an own formula, from the table itself.</summary>
    [Fact]
    public void Directions_follow_from_the_positions_of_the_table()
    {
        const int site = 5;     // Berlin
        SkyTracks tracks = SkyTracks.Of(shared.Folder, site);
        ColumnTable table = shared.Folder.Table(RunFolder.OrbitsFile);
        RunSite place = shared.Folder.Manifest.Sites[site];
        (double sb, double cb) = Math.SinCos(double.DegreesToRadians(place.LatitudeDeg));
        (double sl, double cl) = Math.SinCos(double.DegreesToRadians(place.LongitudeDeg));
        double n = 6_378_137.0 / Math.Sqrt(1 - (6.694379990141317e-3 * sb * sb));
        (double x0, double y0, double z0) = ((n + place.HeightM) * cb * cl, (n + place.HeightM) * cb * sl, ((n * (1 - 6.694379990141317e-3)) + place.HeightM) * sb);
        int satellites = tracks.Satellites.Count;
        for (int row = 0; row < table.Rows; row += 37)
        {
            (double dx, double dy, double dz) = (table.Real("x_m")[row] - x0, table.Real("y_m")[row] - y0, table.Real("z_m")[row] - z0);
            double east = (-sl * dx) + (cl * dy), north = (-sb * cl * dx) - (sb * sl * dy) + (cb * dz), up = (cb * cl * dx) + (cb * sl * dy) + (sb * dz);
            double azimuth = (double.RadiansToDegrees(Math.Atan2(east, north)) + 360) % 360, elevation = double.RadiansToDegrees(Math.Asin(up / Math.Sqrt((east * east) + (north * north) + (up * up))));
            Check.Within(Tolerance.Of(1e-9, "degrees", "rounding of 1e-8 m at 2e7 m, larger near the zenith"), azimuth, tracks.AzimuthDeg(row % satellites)[row / satellites], "azimuth");
            Check.Within(Tolerance.Of(1e-9, "degrees", "rounding of 1e-8 m at 2e7 m, larger near the zenith"), elevation, tracks.ElevationDeg(row % satellites)[row / satellites], "elevation");
        }
    }

    [Fact]
    public void Every_satellite_above_the_mask_has_its_name_on_its_path()
    {
        SkyTracks tracks = SkyTracks.Of(shared.Folder, 0);
        using Plot plot = new SkyPlot(tracks).Draw();
        Dictionary<string, Coordinates> names = plot.GetPlottables<Text>().ToDictionary(t => t.LabelText, t => t.Location);
        for (int s = 0; s < tracks.Satellites.Count; s++)
        {
            bool seen = tracks.ElevationDeg(s).Any(e => e >= tracks.MaskDeg);
            Assert.Equal(seen, names.ContainsKey(tracks.Satellites[s].Sat));
            if (seen)
            {
                Coordinates at = names[tracks.Satellites[s].Sat];
                Assert.Contains(tracks.AzimuthDeg(s).Zip(tracks.ElevationDeg(s)), d => SkyPlot.Place(d.First, d.Second) == (at.X, at.Y));
            }
        }
    }
}
