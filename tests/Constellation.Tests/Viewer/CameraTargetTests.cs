using Constellation.Cli;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public class CameraTargetTests
{
    private static readonly EarthRotation s_earth = EarthOrientation.BuiltIn.At(Epoch.Parse("2024-09-20T06:30:00GPST"));

    private static readonly Position<Itrf> s_satellite = new(14.2e6, -21.3e6, 10.7e6);

    private static readonly GlobeScene s_scene = new()
    {
        Title = "",
        Subtitle = "",
        Epoch = Epoch.Parse("2024-09-20T06:30:00GPST"),
        Earth = s_earth,
        SunItrf = new Vector3d(1, 0, 0),
        Satellites = [new SceneSatellite(SatelliteId.Parse("C34"), "meo", "A", new SatelliteGroup("MEO", new Rgb(1, 0, 0), MarkerShape.Circle, 1), s_satellite, s_earth.ToGcrf(s_satellite))],
    };

    private static readonly Tolerance s_pixel = Tolerance.Of(1e-5, "px", "1000 px of focal length times the rounding of 2.8e7 m (4e-9 m) at 10 m and more"), s_metre = Tolerance.Of(1e-6, "m", "rounding of 3e7 m");

    [Theory, InlineData(0.01, 0, 0), InlineData(0.1, 70, -60), InlineData(50, -80, 200), InlineData(1e5, 30, 10), InlineData(5e5, -20, -170)]
    public void A_followed_satellite_is_the_centre_at_its_distance(double distanceKm, double latitudeDeg, double longitudeDeg)
    {
        GlobeCamera camera = Follow() with { DistanceKm = distanceKm, LatitudeDeg = latitudeDeg, LongitudeDeg = longitudeDeg, RollDeg = 12 };
        ScreenPoint at = camera.View(s_scene, 1920, 1080).Project(s_satellite);
        Check.Within(s_pixel, 960, at.X);
        Check.Within(s_pixel, 540, at.Y);
        Check.Within(s_metre, distanceKm * 1e3, at.Depth);
    }

    /// <summary>Level axes at the satellite, by vectors made here: away from the ellipsoid, and east about the Earth's axis.</summary>
    [Fact]
    public void Latitude_and_longitude_count_on_the_satellites_level_axes()
    {
        GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(s_satellite);
        Vector3d up = Ellipsoid.Up(below), east = new Vector3d(0, 0, 1).Cross(up).Unit();
        CameraView view = (Follow() with { DistanceKm = 1, LatitudeDeg = 90, LongitudeDeg = 0 }).View(s_scene, 800, 600);
        Check.Within(s_metre, 0, (view.Eye - (s_satellite + (1000 * up))).Norm);
        view = (Follow() with { DistanceKm = 1, LatitudeDeg = 0, LongitudeDeg = 0 }).View(s_scene, 800, 600);
        Check.Within(s_metre, 0, (view.Eye - (s_satellite + (1000 * east))).Norm);
        // The zenith is up in the picture.
        Check.Within(Tolerance.Of(1e-12, "1", "rounding"), 0, (view.Up - up).Norm);
        view = (Follow() with { DistanceKm = 1, LatitudeDeg = 0, LongitudeDeg = 90 }).View(s_scene, 800, 600);
        Check.Within(s_metre, 0, (view.Eye - (s_satellite + (1000 * up.Cross(east)))).Norm);
    }

    /// <summary>From the Earth's side, further away than the Earth: the camera stops over the ground.</summary>
    [Fact]
    public void A_followed_satellite_is_never_seen_from_within_the_Earth()
    {
        CameraView view = (Follow() with { DistanceKm = 25_000, LatitudeDeg = -90, LongitudeDeg = 0 }).View(s_scene, 800, 600);
        Check.Within(Tolerance.Of(50, "m", "geodetic against geocentric height"), 1000, Ellipsoid.Wgs84.ToGeodetic(view.Eye).Height);
        Check.Within(s_pixel, 400, view.Project(s_satellite).X);
    }

    [Fact]
    public void A_satellite_that_is_not_there_is_looked_for_at_the_geocentre()
    {
        CameraView view = GlobeCamera.Of(CameraTarget.Satellite(SatelliteId.Parse("C60"))).View(s_scene, 800, 600);
        ScreenPoint at = view.Project(new Position<Itrf>(0, 0, 0));
        Check.Within(s_pixel, 400, at.X);
        Check.Within(s_pixel, 300, at.Y);
    }

    /// <summary>Against azimuth and elevation of the library.</summary>
    [Theory, InlineData(39.9, 116.4, 60), InlineData(-33.9, 151.2, -20), InlineData(5, -40, 2000)]
    public void From_a_site_azimuth_and_elevation_are_those_of_the_library(double latitudeDeg, double longitudeDeg, double height)
    {
        GeodeticPoint site = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, height);
        TopocentricFrame frame = new(site with { Height = Math.Max(0, height) + 2 });
        Position<Itrf> point = frame.PointAt(new LookAngles(2.1, 0.7, 2.3e7));
        GlobeCamera camera = GlobeCamera.Of(CameraTarget.FromSite(site)) with { LongitudeDeg = double.RadiansToDegrees(2.1), LatitudeDeg = double.RadiansToDegrees(0.7) };
        CameraView view = camera.View(s_scene, 1200, 800);
        ScreenPoint at = view.Project(point);
        Check.Within(s_pixel, 600, at.X);
        Check.Within(s_pixel, 400, at.Y);
        // A greater azimuth is to the right, a greater elevation upward.
        Assert.True(view.Project(frame.PointAt(new LookAngles(2.2, 0.7, 2.3e7))).X > 610);
        Assert.True(view.Project(frame.PointAt(new LookAngles(2.1, 0.8, 2.3e7))).Y < 390);
        Check.Within(Tolerance.Of(1e-6, "m", "rounding"), 0, (view.Eye - frame.Origin).Norm);
    }

    [Fact]
    public void A_place_is_looked_at_from_its_distance()
    {
        GeodeticPoint site = GeodeticPoint.FromDegrees(39.9, 116.4, 50);
        ScreenPoint at = (GlobeCamera.Of(CameraTarget.Site(site)) with { DistanceKm = 12 }).View(s_scene, 1200, 800).Project(Ellipsoid.Wgs84.ToCartesian(site));
        Check.Within(s_pixel, 600, at.X);
        Check.Within(s_pixel, 400, at.Y);
        Check.Within(s_metre, 12_000, at.Depth);
    }

    [Fact]
    public void The_wheel_changes_the_distance_from_the_target_and_on_the_ground_the_lens()
    {
        GlobeCamera camera = Follow() with { DistanceKm = 10 };
        Check.Within(Tolerance.Of(1e-9, "km", "rounding"), 9, camera.Zoomed(1).DistanceKm);
        Check.Within(Tolerance.Of(1e-9, "km", "rounding"), GlobeCamera.LeastTargetKm, camera.Zoomed(50).Zoomed(50).Zoomed(50).DistanceKm);
        GlobeCamera ground = GlobeCamera.Of(CameraTarget.FromSite(GeodeticPoint.FromDegrees(10, 20, 0)));
        Check.Within(Tolerance.Of(1e-9, "deg", "rounding"), 54, ground.Zoomed(1).FieldOfViewDeg);
        Check.Within(Tolerance.Of(1e-9, "deg", "rounding"), CameraMoves.GreatestFieldDeg, ground.Zoomed(-50).FieldOfViewDeg);
    }

    /// <summary>On the ground a drag to the right brings what is left into the picture: the sky follows the pointer.</summary>
    [Fact]
    public void A_drag_on_the_ground_moves_the_sky_with_the_pointer()
    {
        GlobeCamera camera = GlobeCamera.Of(CameraTarget.FromSite(GeodeticPoint.FromDegrees(10, 20, 0))) with { LatitudeDeg = 0.01, LongitudeDeg = 100 };
        Position<Itrf> star = new(camera.View(s_scene, 1200, 800).Eye.Vector + (1e12 * camera.View(s_scene, 1200, 800).Forward));
        ScreenPoint at = camera.Dragged(20, 10, 800).View(s_scene, 1200, 800).Project(star);
        Check.Within(Tolerance.Of(0.05, "px", "angle against its tangent, (20/700)^2 / 3 of 20 px"), 620, at.X);
        Check.Within(Tolerance.Of(0.05, "px", "angle against its tangent"), 410, at.Y);
    }

    [Theory, InlineData("25,105,120000"), InlineData("-90,0,6358"), InlineData("0,0,6380"), InlineData("follow:C34,0.1"), InlineData("follow:G05,500,10,-190"), InlineData("site:39.9,116.4,180,45"), InlineData("site:39.9,116.4,-100,350,-5")]
    public void Cameras_that_can_be_written(string text) => Assert.NotNull(CameraArgument.Read(text, out _));

    [Theory, InlineData("0,0,6370"), InlineData("25,105"), InlineData("follow:C34"), InlineData("follow:C34,0"), InlineData("follow:Mars,5"), InlineData("follow:,"), InlineData("follow:C34,1,2"), InlineData("follow:C34,NaN"),
        InlineData("site:39.9,116.4"), InlineData("site:95,0,0,0"), InlineData("site:0,0,1e9,0,0"), InlineData("site:0,0,0,91"), InlineData(""), InlineData("follow:"), InlineData("site:")]
    public void Others_are_refused_with_an_example(string text)
    {
        Assert.Null(CameraArgument.Read(text, out string problem));
        Assert.Contains("such as", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_a_written_camera_mean_what_they_say()
    {
        GlobeCamera camera = CameraArgument.Read("follow:C34,0.5,60,-45", out _)!;
        Assert.Equal((CameraTarget.Satellite(SatelliteId.Parse("C34")), 0.5, 60, -45), (camera.Target, camera.DistanceKm, camera.LatitudeDeg, camera.LongitudeDeg));
        camera = CameraArgument.Read("site:39.9,116.4,55,180,45", out _)!;
        Assert.Equal((CameraTarget.FromSite(GeodeticPoint.FromDegrees(39.9, 116.4, 55)), 180, 45), (camera.Target, camera.LongitudeDeg, camera.LatitudeDeg));
    }

    [Fact]
    public void A_satellite_that_the_run_does_not_have_is_told_with_those_it_has()
    {
        using TemporaryRun run = new(new RunFixture { Epochs = 1, GridStepDeg = 45 });
        GlobeOptions options = new() { Camera = GlobeCamera.Of(CameraTarget.Satellite(SatelliteId.Parse("C63"))), Layers = new GlobeLayers { Map = MapKind.None } };
        string told = Assert.Throws<InputException>(() => GlobePicture.Render(run.Folder, options)).Diagnostics[0].ToString();
        Assert.StartsWith("--camera: error CN5020: there is no satellite C63 at ", told, StringComparison.Ordinal);
        Assert.Contains("follow one of C", told, StringComparison.Ordinal);
    }

    private static GlobeCamera Follow() => GlobeCamera.Of(CameraTarget.Satellite(SatelliteId.Parse("C34")));
}
