using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>What OpenGL puts on the screen against the projection in double precision: measured from the pixels, by centres of light.</summary>
[Collection("OpenGL")]
public sealed class ScreenPrecisionTests : IDisposable
{
    private const int Width = 480, Height = 320;

    private static readonly Epoch s_epoch = Epoch.Parse("2024-09-20T12:00:00Z");

    private static readonly EarthRotation s_earth = EarthOrientation.BuiltIn.At(s_epoch);

    private static readonly Tolerance s_tenth = Tolerance.Of(0.1, "px", "what a user of the globe is promised; a centre of light in steps of 1/255 is good to some hundredths");

    private static readonly Position<Itrf> s_meo = new(14.2e6, -21.3e6, 10.7e6), s_geo = new(-14.4e6, 39.6e6, 1e5), s_ground = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(39.906, 116.391, 45));

    private readonly EglContext? _context;
    private readonly FrameTarget? _target;

    public ScreenPrecisionTests()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        _context = EglContext.Create(EglContext.DefaultLibrary);
        _target = new FrameTarget(_context.Gl, Width, Height);
    }

    public void Dispose()
    {
        _target?.Dispose();
        _context?.Dispose();
    }

    [Theory]
    [InlineData("ground", 1), InlineData("ground", 10), InlineData("ground", 1e3), InlineData("ground", 5e5)]
    [InlineData("meo", 0.1), InlineData("meo", 1), InlineData("meo", 10), InlineData("meo", 1e3), InlineData("meo", 1e5), InlineData("meo", 5e5)]
    [InlineData("geo", 0.1), InlineData("geo", 1), InlineData("geo", 1e3), InlineData("geo", 1e5)]
    public void Markers_are_where_double_precision_puts_them(string place, double distanceKm)
    {
        Position<Itrf> at = place switch { "ground" => s_ground, "meo" => s_meo, _ => s_geo };
        using MarkerPass markers = new(_context!.Gl);
        Random random = new(5);
        for (int trial = 0; trial < 6; trial++)
        {
            CameraView view = Toward(at, distanceKm * 1e3, (160 * random.NextDouble()) - 80, (100 * random.NextDouble()) - 50, random.NextDouble());
            ScreenPoint expected = view.Project(at);
            _target!.Begin(default);
            _context.Gl.Enable(Silk.NET.OpenGL.EnableCap.Blend);
            _context.Gl.BlendFunc(Silk.NET.OpenGL.BlendingFactor.One, Silk.NET.OpenGL.BlendingFactor.OneMinusSrcAlpha);
            markers.Add((at - view.Eye) * 1e-3, new Rgb(1, 1, 1), 1, 5, MarkerShape.Circle, 0, 0);
            markers.Draw(view);
            (double x, double y) = Centre(_target.Read(), (int)expected.X - 12, (int)expected.Y - 12, 25, 25);
            Check.Within(s_tenth, expected.X, x, $"{trial} x");
            Check.Within(s_tenth, expected.Y, y, $"{trial} y");
        }
    }

    /// <summary>A camera that comes down slowly, as the wheel does, looking a little aside: the place keeps to its way down to 1 km.</summary>
    [Fact]
    public void A_slow_zoom_to_the_ground_does_not_jitter()
    {
        using LinePass lines = new(_context!.Gl);
        // A cross of four arms of 10 m to 5,000 km, as long as the picture needs.
        GeodeticPoint below = GeodeticPoint.FromDegrees(39.906, 116.391, 0);
        Position<Itrf> centre = Ellipsoid.Wgs84.ToCartesian(below);
        TopocentricFrame frame = new(below);
        double latitude = double.RadiansToDegrees(Math.Asin(centre.Z / centre.Vector.Norm));
        GlobeCamera camera = new() { LatitudeDeg = latitude + 1e-5, LongitudeDeg = 116.391 - 2e-5, DistanceKm = 500_000, PanRightDeg = 2, PanUpDeg = -1.5 };
        int steps = 0;
        for (; camera.DistanceKm > GlobeCamera.LeastDistanceKm(camera.LatitudeDeg) + 1e-6; camera = camera.Zoomed(2), steps++)
        {
            CameraView view = camera.View(s_earth, Width, Height);
            double arm = 12 * (centre - view.Eye).Norm / view.FocalLength;
            ScreenPoint expected = view.Project(centre);
            _target!.Begin(default);
            _context.Gl.Enable(Silk.NET.OpenGL.EnableCap.Blend);
            _context.Gl.BlendFunc(Silk.NET.OpenGL.BlendingFactor.One, Silk.NET.OpenGL.BlendingFactor.OneMinusSrcAlpha);
            foreach (Vector3d axis in new[] { frame.East, frame.North })
            {
                lines.Add(view, centre + (-arm * axis), new Rgb(1, 1, 1), 1);
                lines.Add(view, centre + (arm * axis), new Rgb(1, 1, 1), 1, last: true);
            }

            lines.Draw(view, 2, onGround: false);
            // Each arm is measured across, six pixels from the crossing, where it is alone.
            byte[] pixels = _target.Read();
            int column = (int)expected.X + 6, row = (int)expected.Y + 6;
            Check.Within(s_tenth, On(view.Project(centre), view.Project(centre + (arm * frame.East)), column + 0.5, false), Centre(pixels, column, (int)expected.Y - 4, 1, 9).Y, $"at {camera.DistanceKm} km, y");
            Check.Within(s_tenth, On(view.Project(centre), view.Project(centre + (-arm * frame.North)), row + 0.5, true), Centre(pixels, (int)expected.X - 4, row, 9, 1).X, $"at {camera.DistanceKm} km, x");
        }

        Assert.True(steps > 50, $"{steps}");
        Check.Within(Tolerance.Of(0.02, "m", "geocentric against geodetic vertical"), 1000, Ellipsoid.Wgs84.ToGeodetic(camera.View(s_earth, Width, Height).Eye).Height);
    }

    /// <summary>The line of an orbit through its satellite, from 100 m to 100,000 km away: across the line, its middle is the satellite.</summary>
    [Theory, InlineData(0.1), InlineData(10), InlineData(1e3), InlineData(2e4), InlineData(1e5)]
    public void Orbits_pass_through_their_satellites(double distanceKm)
    {
        Vector3d velocity = s_earth.ToGcrf(s_meo).Vector.Cross(new Vector3d(0.2, 0.4, 0.9)).Unit() * 3700;
        SceneSatellite satellite = new(SatelliteId.Parse("C34"), "meo", "A", new SatelliteGroup("MEO", new Rgb(1, 1, 1), MarkerShape.Circle, 1), s_meo, s_earth.ToGcrf(s_meo)) { VelocityGcrf = velocity };
        IReadOnlyList<Position<Itrf>> ring = OrbitRings.Of(satellite, s_earth);
        Assert.Equal(s_meo, ring[0]);
        CameraView view = Toward(s_meo, distanceKm * 1e3, 31, 12, 0.35);
        using LinePass lines = new(_context!.Gl);
        _target!.Begin(default);
        _context.Gl.Enable(Silk.NET.OpenGL.EnableCap.Blend);
        _context.Gl.BlendFunc(Silk.NET.OpenGL.BlendingFactor.One, Silk.NET.OpenGL.BlendingFactor.OneMinusSrcAlpha);
        for (int i = 0; i <= ring.Count; i++)
        {
            lines.Add(view, ring[i % ring.Count], new Rgb(1, 1, 1), 1, i == ring.Count);
        }

        lines.Draw(view, 2, onGround: false);
        byte[] pixels = _target.Read();
        ScreenPoint at = view.Project(s_meo), next = view.Project(ring[1]), before = view.Project(ring[^1]);
        // Light in a window about the satellite lies on the chords to both sides: its middle, measured across the chord, is on them.
        (double x, double y) = Centre(pixels, (int)at.X - 5, (int)at.Y - 5, 11, 11);
        double length = Math.Sqrt(((next.X - before.X) * (next.X - before.X)) + ((next.Y - before.Y) * (next.Y - before.Y)));
        double across = (((next.X - before.X) * (y - at.Y)) - ((next.Y - before.Y) * (x - at.X))) / length;
        Check.Within(Tolerance.Of(0.15, "px", "a centre of light in a square window cut askew, beside the promised 0.1"), 0, across);
    }

    /// <summary>The other coordinate of the line through two points where one of them is given.</summary>
    private static double On(ScreenPoint a, ScreenPoint b, double at, bool row) =>
        row ? a.X + ((at - a.Y) / (b.Y - a.Y) * (b.X - a.X)) : a.Y + ((at - a.X) / (b.X - a.X) * (b.Y - a.Y));

    private static CameraView Toward(Position<Itrf> at, double distance, double dx, double dy, double turn)
    {
        Vector3d up = at.Vector.Unit(), east = new Vector3d(0, 0, 1).Cross(up).Unit(), north = up.Cross(east);
        Vector3d away = (up + (0.4 * turn * east) - (0.3 * turn * north)).Unit();
        Vector3d right = east.Cross(away).Cross(away).Unit(), upward = away.Cross(right);
        double focal = 900;
        // Aside of the middle by some pixels: the eye moves, the line of sight stays.
        Vector3d eye = at.Vector + (distance * away) - (dx * distance / focal * right) + (dy * distance / focal * upward);
        return new CameraView(new Position<Itrf>(eye), right, upward, -away, focal, Width, Height);
    }

    private static (double X, double Y) Centre(byte[] pixels, int left, int top, int width, int height)
    {
        (double x, double y, double sum) = (0, 0, 0);
        for (int row = Math.Max(0, top); row < Math.Min(Height, top + height); row++)
        {
            for (int column = Math.Max(0, left); column < Math.Min(Width, left + width); column++)
            {
                double light = pixels[4 * ((row * Width) + column)];
                (x, y, sum) = (x + (light * (column + 0.5)), y + (light * (row + 0.5)), sum + light);
            }
        }

        Assert.True(sum > 0, "nothing is drawn there");
        return (x / sum, y / sum);
    }
}
