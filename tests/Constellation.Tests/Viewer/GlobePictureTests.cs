using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer;

/// <summary>Pictures by OpenGL; skipped where there is none. One at a time: a context belongs to its thread.</summary>
[Collection("OpenGL")]
public class GlobePictureTests
{
    private const int Width = 480, Height = 270;

    private static readonly GlobeLayers s_bare = new() { Map = MapKind.None, Links = false, Orbits = false, Labels = false, Stations = false, Graticule = false, Stars = false, FlatMap = false, Text = false };

    private static readonly SatelliteGroup s_red = new("test", new Rgb(1, 0, 0), MarkerShape.Circle, 1);

    public GlobePictureTests()
    {
        (bool available, string text) = OpenGlProbe.Describe();
        if (!available)
        {
            Assert.Skip(text);
        }
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_and_a_whole_png()
    {
        using TemporaryRun run = new(new RunFixture());
        GlobeOptions options = new() { Width = Width, Height = Height };
        byte[] first = GlobePicture.Render(run.Folder, options), second = GlobePicture.Render(run.Folder, options);
        Assert.Equal(first, second);
        using SKBitmap bitmap = SKBitmap.Decode(first);
        Assert.Equal((Width, Height), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.Pixels.Distinct().Count() > 2000, "the picture is nearly empty");
    }

    [Theory, InlineData(64, 64), InlineData(64, 400), InlineData(1000, 80)]
    public void Any_size_is_drawn(int width, int height)
    {
        using TemporaryRun run = new(new RunFixture { Epochs = 1, GridStepDeg = 45 });
        using SKBitmap bitmap = SKBitmap.Decode(GlobePicture.Render(run.Folder, new GlobeOptions { Width = width, Height = height }));
        Assert.Equal((width, height), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public void The_side_toward_the_Sun_is_lit()
    {
        GlobeScene scene = Scene();
        GeodeticPoint sub = scene.SubsolarPoint;
        // Both places are ocean: the Gulf of Guinea and the Pacific.
        double noon = Brightness(scene, sub.LatitudeDeg, sub.LongitudeDeg), midnight = Brightness(scene, -sub.LatitudeDeg, sub.LongitudeDeg + 180);
        Assert.True(noon > 2 * midnight && midnight > 5, $"noon {noon}, midnight {midnight}");
        // 20 degrees on either side of the terminator, 90 degrees from the place under the Sun.
        double morning = Brightness(scene, 0, sub.LongitudeDeg - 70), night = Brightness(scene, 0, sub.LongitudeDeg - 110);
        Assert.True(morning > 1.3 * night, $"morning {morning}, night {night}");
    }

    [Fact]
    public void The_terminator_is_where_the_Sun_sets()
    {
        // Along the equator the light falls through civil twilight to that of the night, which begins with the Sun 6 degrees below the horizon.
        GlobeScene scene = Scene();
        double sun = scene.SubsolarPoint.LongitudeDeg;
        GlobeOptions options = Options(new GlobeCamera { LatitudeDeg = 0, LongitudeDeg = sun - 90, DistanceKm = 60_000, FieldOfViewDeg = 13 });
        byte[] pixels = GlobePicture.Draw(scene, options);
        CameraView view = options.Camera!.View(scene.Earth, Width, Height);
        double day = Blue(-84), sunset = Blue(-90), twilight = Blue(-93), dark = Blue(-96.5), night = Blue(-103);
        Assert.True(day > sunset + 10 && sunset > twilight + 6 && twilight > dark + 3, $"{day}, {sunset}, {twilight}, {dark}, {night}");
        Check.Within(Tolerance.Of(1.5, "of 255", "haze toward the edge of the disc"), dark, night);

        double Blue(double fromSunDeg)
        {
            ScreenPoint at = view.Project(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(0, sun + fromSunDeg, 0)));
            return Mean(pixels, at, 2, 2);
        }
    }

    [Fact]
    public void Coasts_are_where_the_map_says()
    {
        GlobeScene scene = Scene() with { SunItrf = Ellipsoid.Up(GeodeticPoint.FromDegrees(20, 100, 0)) };
        GlobeOptions options = Options(new GlobeCamera { LatitudeDeg = 38, LongitudeDeg = 118, DistanceKm = 14_000 });
        byte[] pixels = GlobePicture.Draw(scene, options);
        CameraView view = options.Camera!.View(scene.Earth, Width, Height);
        foreach ((double latitude, double longitude, bool land) in new[] { (39.9, 116.4, true), (38.6, 119.6, false), (37.3, 127.8, true), (40.0, 134.5, false), (36.2, 118.5, true), (35.5, 123.0, false), (36.2, 138.3, true) })
        {
            ScreenPoint at = view.Project(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(latitude, longitude, 0)));
            double greenOverBlue = Mean(pixels, at, 1, 0) / Mean(pixels, at, 2, 0);
            Assert.True(land == greenOverBlue > 0.85, $"{latitude}, {longitude}: green/blue {greenOverBlue:0.00}");
        }
    }

    [Theory, InlineData(28e6, 13e6, -2e6), InlineData(-28e6, 15e6, 4e6), InlineData(5e6, -24e6, 12e6)]
    public void A_satellite_is_drawn_where_it_projects(double x, double y, double z)
    {
        Position<Itrf> place = new(x, y, z);
        GlobeOptions options = Options(new GlobeCamera { LatitudeDeg = 0, LongitudeDeg = 0, DistanceKm = 120_000, FieldOfViewDeg = 30 });
        GlobeScene scene = Scene();
        byte[] without = GlobePicture.Draw(scene, options), with = GlobePicture.Draw(With(scene, place), options);
        (double sumX, double sumY, double weight) = (0, 0, 0);
        for (int i = 0; i < with.Length; i += 4)
        {
            double red = Math.Max(0, with[i] - without[i]);
            (sumX, sumY, weight) = (sumX + (red * ((i / 4 % Width) + 0.5)), sumY + (red * ((i / 4 / Width) + 0.5)), weight + red);
        }

        ScreenPoint expected = options.Camera!.View(scene.Earth, Width, Height).Project(place);
        Tolerance pixel = Tolerance.Of(0.1, "px", "centre of light of a marker some pixels wide");
        Check.Within(pixel, expected.X, sumX / weight, "x");
        Check.Within(pixel, expected.Y, sumY / weight, "y");
    }

    [Fact]
    public void A_satellite_behind_the_Earth_is_not_drawn()
    {
        GlobeOptions options = Options(new GlobeCamera { LatitudeDeg = 0, LongitudeDeg = 0, DistanceKm = 120_000 });
        GlobeScene scene = Scene();
        byte[] without = GlobePicture.Draw(scene, options);
        Assert.Equal(without, GlobePicture.Draw(With(scene, new Position<Itrf>(-28e6, 1e6, 2e6)), options));
        Assert.NotEqual(without, GlobePicture.Draw(With(scene, new Position<Itrf>(28e6, 1e6, 2e6)), options));
    }

    [Fact]
    public void Lines_pass_behind_and_before_the_Earth()
    {
        GlobeScene scene = Scene();
        GlobeOptions options = Options(new GlobeCamera { LatitudeDeg = 0, LongitudeDeg = 0, DistanceKm = 120_000, FieldOfViewDeg = 12 }) with { Layers = s_bare with { Links = true } };
        byte[] bare = GlobePicture.Draw(scene, options), before = Line(28e6), behind = Line(-28e6);
        CameraView view = options.Camera!.View(scene.Earth, Width, Height);
        int front = Changed(bare, before, r => r < view.EarthRadius - 2), frontBeside = Changed(bare, before, r => r > view.EarthRadius + 2);
        int back = Changed(bare, behind, r => r < view.EarthRadius - 2), backBeside = Changed(bare, behind, r => r > view.EarthRadius + 2);
        Assert.True(front > 50 && frontBeside > 20 && backBeside > 20, $"{front}, {frontBeside}, {backBeside}");
        Assert.Equal(0, back);

        byte[] Line(double x)
        {
            (Position<Itrf> a, Position<Itrf> b) = (new(x, -12e6, 1e6), new(x, 12e6, 1e6));
            return GlobePicture.Draw(scene with { Links = [new SceneLink("A", "B", a, b, false)] }, options);
        }
    }

    [Fact]
    public void The_colour_map_lies_on_its_cells()
    {
        // One cell at the top of the scale, 7.5 degrees about 37.5 N, 112.5 E; the rest at the bottom.
        double[] values = new double[12 * 24];
        values[(8 * 24) + 19] = 1;
        GlobeScene scene = Scene() with { Map = new HeatMap("test", "", 12, 24, values, ColourMap.Viridis), SunItrf = Ellipsoid.Up(GeodeticPoint.FromDegrees(20, 100, 0)) };
        GlobeOptions options = Options(new GlobeCamera { LatitudeDeg = 20, LongitudeDeg = 105, DistanceKm = 25_000 });
        byte[] pixels = GlobePicture.Draw(scene, options);
        CameraView view = options.Camera!.View(scene.Earth, Width, Height);
        Assert.True(GreenOverBlue(37.5, 112.5) > 2, "yellow in the cell");
        Assert.True(GreenOverBlue(37.5, 92.5) < 0.6, "purple west of it");
        Assert.True(GreenOverBlue(17.5, 112.5) < 0.6, "purple south of it");
        Assert.True(GreenOverBlue(37.5, 132.5) < 0.6, "purple east of it");
        Assert.InRange(GreenOverBlue(37.5, 105), 0.6, 2);

        double GreenOverBlue(double latitude, double longitude)
        {
            ScreenPoint at = view.Project(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(latitude, longitude, 0)));
            return Mean(pixels, at, 1, 1) / Mean(pixels, at, 2, 1);
        }
    }

    [Fact]
    public void Frames_show_the_same_picture_of_one_epoch()
    {
        using TemporaryRun run = new(new RunFixture { Epochs = 1, GridStepDeg = 45 });
        GlobeScene scene = SceneBuilder.Build(run.Folder, null, MapKind.None);
        GlobeOptions options = new() { Width = Width, Height = Height, Layers = new GlobeLayers { Map = MapKind.None } };
        byte[] turning = GlobePicture.Draw(scene, options), inertial = GlobePicture.Draw(scene, options with { Frame = ReferenceFrame.Gcrf });
        int apart = Enumerable.Range(0, turning.Length).Max(i => Math.Abs(turning[i] - inertial[i]));
        // The camera differs by rounding only; a pixel on an edge may fall on its other side in single precision.
        Assert.True(Enumerable.Range(0, turning.Length).Count(i => Math.Abs(turning[i] - inertial[i]) > 2) < turning.Length / 2000, $"most {apart}");
    }

    [Fact]
    public void The_probe_names_version_and_renderer() => Assert.Matches(@"^OpenGL [34]\.\d.*, .+, by EGL (surfaceless|device|default display)$", OpenGlProbe.Describe().Text);

    private static GlobeScene Scene()
    {
        Epoch epoch = Epoch.Parse("2024-09-20T12:00:00Z");
        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        return new GlobeScene { Title = "", Subtitle = "", Epoch = epoch, Earth = earth, SunItrf = earth.ToItrf(Sun.PositionGcrf(epoch)).Vector.Unit() };
    }

    private static GlobeScene With(GlobeScene scene, Position<Itrf> satellite) =>
        scene with { Satellites = [new SceneSatellite(SatelliteId.Parse("C19"), "meo", "A", s_red, satellite, scene.Earth.ToGcrf(satellite))] };

    private static GlobeOptions Options(GlobeCamera camera) => new() { Width = Width, Height = Height, Layers = s_bare, Camera = camera };

    private static double Brightness(GlobeScene scene, double latitudeDeg, double longitudeDeg)
    {
        byte[] pixels = GlobePicture.Draw(scene, Options(new GlobeCamera { LatitudeDeg = latitudeDeg, LongitudeDeg = longitudeDeg, DistanceKm = 20_000 }));
        ScreenPoint centre = new(0.5 * Width, 0.5 * Height, 1);
        return Mean(pixels, centre, 0, 5) + Mean(pixels, centre, 1, 5) + Mean(pixels, centre, 2, 5);
    }

    /// <summary>Mean of one component over a square about a place.</summary>
    private static double Mean(byte[] pixels, ScreenPoint at, int component, int reach)
    {
        double sum = 0;
        for (int y = (int)at.Y - reach; y <= (int)at.Y + reach; y++)
        {
            for (int x = (int)at.X - reach; x <= (int)at.X + reach; x++)
            {
                sum += pixels[(((y * Width) + x) * 4) + component];
            }
        }

        return sum / ((2 * reach) + 1) / ((2 * reach) + 1);
    }

    private static int Changed(byte[] a, byte[] b, Func<double, bool> radius)
    {
        int changed = 0;
        for (int i = 0; i < a.Length; i += 4)
        {
            double x = (i / 4 % Width) + 0.5 - (0.5 * Width), y = (i / 4 / Width) + 0.5 - (0.5 * Height);
            changed += radius(Math.Sqrt((x * x) + (y * y))) && (a[i] != b[i] || a[i + 1] != b[i + 1] || a[i + 2] != b[i + 2]) ? 1 : 0;
        }

        return changed;
    }
}
