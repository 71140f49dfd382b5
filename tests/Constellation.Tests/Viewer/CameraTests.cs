using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public class CameraTests
{
    private static readonly EarthRotation s_earth = EarthOrientation.BuiltIn.At(Epoch.Parse("2024-09-20T06:30:00GPST"));

    private static readonly Tolerance s_rounding = Tolerance.Of(1e-7, "px", "2000 px of focal length times some 1e-16 of places of 1e8 m");

    [Theory, InlineData(0, 0), InlineData(39.9, 116.4), InlineData(-33.9, 151.2), InlineData(90, 0), InlineData(-90, 50)]
    public void The_place_below_the_camera_is_the_centre_of_the_picture(double latitudeDeg, double longitudeDeg)
    {
        CameraView view = new GlobeCamera { LatitudeDeg = latitudeDeg, LongitudeDeg = longitudeDeg, DistanceKm = 50_000 }.View(s_earth, 1920, 1080);
        ScreenPoint at = view.Project(new Position<Itrf>(6.4e6 * Ellipsoid.Up(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0))));
        Check.Within(s_rounding, 960, at.X);
        Check.Within(s_rounding, 540, at.Y);
        Check.Within(Tolerance.Of(1e-6, "m", "rounding of 5e7 m"), 43_600e3, at.Depth);
    }

    [Fact]
    public void Known_places_project_where_a_hand_calculation_says()
    {
        // Camera 100,000 km over 0, 0 with 30 degrees: f = 540 / tan 15 = 540 / 0.267949192431 = 2015.307436 px.
        CameraView view = new GlobeCamera { LatitudeDeg = 0, LongitudeDeg = 0, DistanceKm = 100_000 }.View(s_earth, 1920, 1080);
        // A GEO 90 degrees east stands 42,164 km to the right at a depth of 100,000 km: 960 + 2015.307436 x 0.42164.
        ScreenPoint geo = view.Project(new Position<Itrf>(0, 42_164e3, 0));
        Check.Within(Tolerance.PrintedDecimals(3, "px"), 1809.734, geo.X);
        Check.Within(s_rounding, 540, geo.Y);
        // 20,000 km over the pole and 20,000 km toward the camera: depth 80,000 km, 540 - 2015.307436 x 0.25 = 36.173.
        ScreenPoint north = view.Project(new Position<Itrf>(20_000e3, 0, 20_000e3));
        Check.Within(Tolerance.PrintedDecimals(3, "px"), 36.173, north.Y);
        Check.Within(s_rounding, 960, north.X);
        // Equator: radius f a / sqrt(d^2 - a^2) = 2015.307436 x 6378.137 / sqrt(1e10 - 4.068063e7) = 128.8009.
        Check.Within(Tolerance.Of(0.001, "px", "four digits of the hand calculation"), 128.801, view.EarthRadius);
    }

    [Fact]
    public void In_gcrf_the_longitude_is_right_ascension()
    {
        CameraView view = new GlobeCamera { Frame = ReferenceFrame.Gcrf, LatitudeDeg = 10, LongitudeDeg = 200, DistanceKm = 80_000 }.View(s_earth, 800, 600);
        ScreenPoint at = view.Project(s_earth.ToItrf(new Position<Gcrf>(3e7 * Ellipsoid.Up(GeodeticPoint.FromDegrees(10, 200, 0)))));
        Check.Within(s_rounding, 400, at.X);
        Check.Within(s_rounding, 300, at.Y);
    }

    [Fact]
    public void A_change_of_frame_does_not_move_the_picture()
    {
        GlobeCamera fixedCamera = new() { LatitudeDeg = 31, LongitudeDeg = 105, DistanceKm = 90_000, RollDeg = 7 };
        GlobeCamera inertial = fixedCamera.InFrame(ReferenceFrame.Gcrf, s_earth);
        Assert.Equal(ReferenceFrame.Gcrf, inertial.Frame);
        CameraView before = fixedCamera.View(s_earth, 1920, 1080), after = inertial.View(s_earth, 1920, 1080);
        foreach (Position<Itrf> point in new Position<Itrf>[] { new(6.4e6, 0, 0), new(-2e7, 1e7, 1e7), new(0, 4.2e7, -3e6), new(1e6, 2e6, 2.6e7) })
        {
            ScreenPoint a = before.Project(point), b = after.Project(point);
            Check.Within(s_rounding, a.X, b.X);
            Check.Within(s_rounding, a.Y, b.Y);
        }

        GlobeCamera back = inertial.InFrame(ReferenceFrame.Itrf, s_earth);
        Tolerance angle = Tolerance.Of(1e-9, "deg", "rounding of two turns");
        Check.Within(angle, 31, back.LatitudeDeg);
        Check.Within(angle, 105, back.LongitudeDeg);
        Check.Within(angle, 7, back.RollDeg);
    }

    [Fact]
    public void A_satellite_behind_the_Earth_is_hidden()
    {
        CameraView view = new GlobeCamera { LatitudeDeg = 0, LongitudeDeg = 0, DistanceKm = 100_000 }.View(s_earth, 1920, 1080);
        Assert.True(view.IsHidden(new Position<Itrf>(-28e6, 0, 0)));
        Assert.False(view.IsHidden(new Position<Itrf>(28e6, 0, 0)));
        Assert.False(view.IsHidden(new Position<Itrf>(-28e6, 28e6, 0)));
        // The line from (1e8, 0) that touches the equator meets x = -28e6 at y = 128e6 tan(asin(6378137 / 1e8)) = 8,180,685 m.
        Assert.True(view.IsHidden(new Position<Itrf>(-28e6, 8.1806e6, 0)));
        Assert.False(view.IsHidden(new Position<Itrf>(-28e6, 8.1808e6, 0)));
        // Over the pole the ellipsoid is 21 km lower: 128e6 x b / sqrt(1e16 - a^2) = 8,153,257 m with the flattened axis.
        Assert.True(view.IsHidden(new Position<Itrf>(-28e6, 0, 8.1531e6)));
        Assert.False(view.IsHidden(new Position<Itrf>(-28e6, 0, 8.1534e6)));
    }

    /// <summary>The Earth is drawn within triangles about its outline: all of it is inside, and they are little wider than it is.</summary>
    [Fact]
    public void The_triangles_about_the_Earth_hold_it_on_every_side()
    {
        Random random = new(3);
        for (int trial = 0; trial < 100; trial++)
        {
            GlobeCamera camera = new()
            {
                LatitudeDeg = (180 * random.NextDouble()) - 90,
                LongitudeDeg = 360 * random.NextDouble(),
                DistanceKm = 9_000 * Math.Exp(4 * random.NextDouble()),
                FieldOfViewDeg = 16,
                PanRightDeg = (6 * random.NextDouble()) - 3,
                PanUpDeg = (6 * random.NextDouble()) - 3,
            };
            CameraView view = camera.View(s_earth, 1200, 800);
            float[]? triangles = EarthOutline.Disc(view, 1 + (2 / view.EarthRadius));
            Assert.NotNull(triangles);
            (double left, double right) = (triangles.Where((_, i) => i % 2 == 0).Min(), triangles.Where((_, i) => i % 2 == 0).Max());
            (double least, double most) = (1e9, -1e9);
            // Along rows: where the ray meets the ellipsoid and where it does not.
            for (int row = 0; row < 40; row++)
            {
                double y = -400 + (1600 * random.NextDouble()), x = -400 + (2000 * random.NextDouble());
                bool inside = false;
                for (int i = 0; i < triangles.Length && !inside; i += 6)
                {
                    inside = Inside(triangles.AsSpan(i, 6), x, y);
                }

                Assert.True(inside || view.Ground(x, y) is null, $"{x}, {y}");
                (least, most) = view.Ground(x, y) is null ? (least, most) : (Math.Min(least, x), Math.Max(most, x));
            }

            Assert.True(least > most || (left < least && right > most));
            Assert.True(right - left < 2.01 * (view.EarthRadius + 4) / Math.Cos(double.DegreesToRadians(15)), $"{right - left} of {2 * view.EarthRadius}");
        }

        static bool Inside(ReadOnlySpan<float> t, double x, double y)
        {
            double a = Side(t[0], t[1], t[2], t[3]), b = Side(t[2], t[3], t[4], t[5]), c = Side(t[4], t[5], t[0], t[1]);
            return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);

            double Side(double x0, double y0, double x1, double y1) => ((x1 - x0) * (y - y0)) - ((y1 - y0) * (x - x0));
        }
    }

    [Fact]
    public void Ground_under_a_pixel_projects_back_to_it()
    {
        CameraView view = new GlobeCamera { LatitudeDeg = 40, LongitudeDeg = -70, DistanceKm = 20_000 }.View(s_earth, 1000, 800);
        foreach ((double x, double y) in new[] { (500.0, 400.0), (300.5, 222.25), (650, 610) })
        {
            Position<Itrf>? ground = view.Ground(x, y);
            Assert.NotNull(ground);
            Check.Within(Tolerance.Of(1e-6, "m", "rounding of the ray"), 0, Ellipsoid.Wgs84.ToGeodetic(ground.Value).Height);
            ScreenPoint at = view.Project(ground.Value);
            Check.Within(s_rounding, x, at.X);
            Check.Within(s_rounding, y, at.Y);
            Assert.False(view.IsHidden(ground.Value + (10 * Ellipsoid.Up(Ellipsoid.Wgs84.ToGeodetic(ground.Value)))));
        }

        Assert.Null(view.Ground(0, 0));
    }

    [Theory, InlineData("beidou-3", 105, 125, 1920, 1080), InlineData("gps", 15, 15, 1920, 1080), InlineData("beidou-3", 105, 125, 900, 1200)]
    public void The_default_camera_stands_over_the_service_area_and_sees_every_MEO(string constellation, double westDeg, double eastDeg, int width, int height)
    {
        using TemporaryRun run = new(new RunFixture { Constellation = constellation, Epochs = 2, GridStepDeg = 45 });
        GlobeScene scene = SceneBuilder.Build(run.Folder, null, MapKind.None);
        GlobeCamera camera = DefaultCamera.For(scene, width, height);
        Assert.InRange(camera.LongitudeDeg, westDeg, eastDeg);
        CameraView view = camera.View(scene.Earth, width, height);
        Assert.All(scene.Satellites.Where(s => s.OrbitClass == "meo"), s => Assert.True(view.Project(s.Itrf).IsInside(width, height), s.Id.ToString()));
        Assert.InRange(view.EarthRadius, 0.1 * Math.Min(width, height), 0.15 * Math.Min(width, height));
    }
}
