using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>Day and night in the pixels against the library's Sun.</summary>
[Collection("OpenGL")]
public sealed class SunlightTests : IDisposable
{
    private const int Width = 320, Height = 64;

    private static readonly GlobeLayers s_bare = new() { Map = MapKind.None, Links = false, Orbits = false, Labels = false, Stations = false, Graticule = false, Stars = false, Cities = false, FlatMap = false, Text = false };

    private readonly EglContext? _context;
    private readonly GlobeRenderer? _renderer;
    private readonly FrameTarget? _target;
    private readonly OverlayCache _cache = new();

    public SunlightTests()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        _context = EglContext.Create(EglContext.DefaultLibrary);
        _renderer = new GlobeRenderer(_context.Gl);
        _target = new FrameTarget(_context.Gl, Width, Height);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _target?.Dispose();
        _renderer?.Dispose();
        _context?.Dispose();
    }

    /// <summary>
    /// Where the light of the open sea has fallen to a middle value, at six places of the terminator about the whole Earth, the Sun has the same elevation;
    /// six planes that agree leave no room for another Sun. The places are sea for hundreds of kilometres about.
    /// </summary>
    [Fact]
    public void The_terminator_is_a_great_circle_about_the_librarys_Sun()
    {
        Epoch epoch = Epoch.Parse("2024-09-20T19:12:00Z");
        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        Vector3d sun = earth.ToItrf(Sun.PositionGcrf(epoch)).Vector.Unit();
        GlobeScene scene = new() { Title = "", Subtitle = "", Epoch = epoch, Earth = earth, SunItrf = sun };
        Vector3d axis = sun.Cross(new Vector3d(0, 0, 1)).Unit(), other = axis.Cross(sun);
        List<double> elevations = [];
        foreach (double angleDeg in new[] { -40.0, 16, 33, 140, 180, 210 })
        {
            // On the great circle square to the Sun, by an angle from the equator; the camera looks straight down, its picture's rows run toward the Sun.
            (double sin, double cos) = Math.SinCos(double.DegreesToRadians(angleDeg));
            elevations.Add(Crossing(scene, (cos * axis) + (sin * other), sun));
        }

        double mean = elevations.Average();
        Assert.All(elevations, e => Check.Within(Tolerance.Of(0.05, "deg", "the promise; a step of colour is 0.1 degree of twilight, and 64 rows are averaged"), mean, e));
        // In civil twilight or at sunrise.
        Assert.InRange(mean, -6, 3);
    }

    /// <summary>With the Sun behind the camera the mirror of the Sun in the sea lies under both: its centre is the place under the Sun.</summary>
    [Fact]
    public void The_gleam_on_the_sea_is_the_place_under_the_Sun()
    {
        // Over the Pacific.
        Epoch epoch = Epoch.Parse("2024-09-20T20:36:00Z");
        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        Vector3d sun = earth.ToItrf(Sun.PositionGcrf(epoch)).Vector.Unit();
        GlobeScene scene = new() { Title = "", Subtitle = "", Epoch = epoch, Earth = earth, SunItrf = sun };
        // A camera so far away that eye and Sun are in one direction from all of the sea below.
        double latitude = double.RadiansToDegrees(Math.Asin(sun.Z)), longitude = double.RadiansToDegrees(Math.Atan2(sun.Y, sun.X));
        const int Size = 400;
        GlobeOptions options = new() { Width = Size, Height = Size, Layers = s_bare, Camera = new GlobeCamera { LatitudeDeg = latitude + 2, LongitudeDeg = longitude - 3, DistanceKm = 1_900_000, FieldOfViewDeg = 0.08 } };
        byte[] pixels = GlobePicture.Draw(scene, options);
        CameraView view = options.Camera!.View(earth, Size, Size);
        (double x, double y, double sum) = (0, 0, 0);
        // The gleam is white, the sea is blue: red above the middle between both.
        byte[] red = [.. pixels.Where((_, i) => i % 4 == 0)];
        double half = 0.5 * (red.Min() + red.Max());
        Assert.True(red.Max() > red.Min() + 25, $"{red.Min()} to {red.Max()}");
        for (int i = 0; i < pixels.Length; i += 4)
        {
            double light = Math.Max(0, pixels[i] - half);
            (x, y, sum) = (x + (light * ((i / 4 % Size) + 0.5)), y + (light * ((i / 4 / Size) + 0.5)), sum + light);
        }

        Position<Itrf>? ground = view.Ground(x / sum, y / sum);
        Assert.NotNull(ground);
        GeodeticPoint seen = Ellipsoid.Wgs84.ToGeodetic(ground.Value);
        // Half way between the places under Sun and camera: the mirror's law for a far camera.
        Vector3d expected = (sun + view.Eye.Vector.Unit()).Unit();
        Vector3d up = Ellipsoid.Up(seen);
        Check.Within(Tolerance.Of(0.05, "deg", "the promise; a pixel is 0.06 degree and the gleam many pixels wide"), 0, double.RadiansToDegrees(up.AngleTo(expected)));
    }

    /// <summary>Elevation of the Sun, degrees, where the blue of the sea is half way between night and day.</summary>
    private double Crossing(GlobeScene scene, Vector3d place, Vector3d sun)
    {
        GlobeCamera camera = new() { LatitudeDeg = double.RadiansToDegrees(Math.Asin(place.Z)), LongitudeDeg = double.RadiansToDegrees(Math.Atan2(place.Y, place.X)), DistanceKm = 60_000, FieldOfViewDeg = 0.3 };
        CameraView level = camera.View(scene.Earth, Width, Height);
        GlobeOptions options = new() { Width = Width, Height = Height, Layers = s_bare, Camera = camera with { RollDeg = double.RadiansToDegrees(Math.Atan2(sun.Dot(-level.Up), sun.Dot(level.Right))) } };
        byte[] pixels = GlobePicture.Draw(scene, options, _renderer!, _target!, _cache);
        CameraView view = options.Camera!.View(scene.Earth, Width, Height);
        double[] columns = new double[Width];
        for (int i = 0; i < pixels.Length; i += 4)
        {
            columns[i / 4 % Width] += pixels[i + 2] / (double)Height;
        }

        // Over the whole picture: night at one end, day at the other; light rises with the Sun.
        int day = view.Right.Dot(sun) > 0 ? Width - 1 : 0, night = Width - 1 - day;
        Assert.True(columns[day] > columns[night] + 8, $"{columns[night]} to {columns[day]} at {double.RadiansToDegrees(Math.Asin(place.Z))}");
        const double Half = 26;
        for (int column = 1; column < Width; column++)
        {
            double a = columns[column - 1], b = columns[column];
            if ((a - Half) * (b - Half) <= 0 && a != b)
            {
                Position<Itrf> ground = view.Ground(column - 0.5 + ((Half - a) / (b - a)), 0.5 * Height)!.Value;
                return double.RadiansToDegrees(Math.Asin(Ellipsoid.Up(Ellipsoid.Wgs84.ToGeodetic(ground)).Dot(sun)));
            }
        }

        Assert.Fail($"no crossing at {place}: {columns[0]} to {columns[^1]}");
        return 0;
    }
}
