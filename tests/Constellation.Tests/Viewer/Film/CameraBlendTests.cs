using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Film;

public class CameraBlendTests
{
    private static readonly Tolerance s_degrees = Tolerance.Of(1e-9, "deg", "rounding"), s_km = Tolerance.Of(1e-6, "km", "rounding"), s_unit = Tolerance.Of(1e-12, "", "rounding");

    private static readonly EarthRotation s_earth = EarthOrientation.BuiltIn.At(Epoch.Parse("2024-09-20T05:00:00Z"));

    [Fact]
    public void Half_way_on_the_equator_is_the_middle()
    {
        GlobeCamera between = CameraBlend.Camera(Camera(0, 10, 50_000), Camera(0, 100, 50_000), 0.5, s_earth)!;
        Check.Within(s_degrees, 0, between.LatitudeDeg);
        Check.Within(s_degrees, 55, between.LongitudeDeg);
        Check.Within(s_km, 50_000, between.DistanceKm);
    }

    /// <summary>The great circle from 45 N, 0 E to 45 N, 180 E leads over the pole; by latitude and longitude it would go round.</summary>
    [Fact]
    public void The_way_is_a_great_circle()
    {
        GlobeCamera between = CameraBlend.Camera(Camera(45, 0, 50_000), Camera(45, 179.999, 50_000), 0.5, s_earth)!;
        Check.Within(Tolerance.Of(0.001, "deg", "the end is 0.001 degrees short of the opposite meridian"), 90, between.LatitudeDeg);
    }

    /// <summary>From 1,000 to 100,000 km above the pole's radius the geometric mean is 10,000 km.</summary>
    [Fact]
    public void Heights_go_by_ratios()
    {
        GlobeCamera between = CameraBlend.Camera(Camera(0, 0, 6356.7523 + 1_000), Camera(0, 0, 6356.7523 + 100_000), 0.5, s_earth)!;
        Check.Within(s_km, 6356.7523 + 10_000, between.DistanceKm);
    }

    [Fact]
    public void Longitudes_go_the_short_way_over_the_date_line() =>
        Check.Within(s_degrees, 180, Math.Abs(CameraBlend.Camera(Camera(0, 170, 50_000), Camera(0, -170, 50_000), 0.5, s_earth)!.LongitudeDeg));

    [Fact]
    public void Between_frames_it_begins_and_ends_where_the_cameras_are()
    {
        GlobeScene scene = Scene();
        GlobeCamera a = Camera(20, 30, 40_000), b = Camera(-10, 200, 90_000) with { Frame = ReferenceFrame.Gcrf };
        Same(a.View(scene, 480, 270), CameraBlend.View(a, b, 0, scene, 480, 270));
        Same(a.View(scene, 480, 270), CameraBlend.View(a, b, 1e-13, scene, 480, 270));
        Same(b.View(scene, 480, 270), CameraBlend.View(a, b, 1, scene, 480, 270));
    }

    /// <summary>From the Earth's centre to a place's sky: axes stay orthogonal and of length 1 on the whole way, and both ends are met.</summary>
    [Fact]
    public void Between_targets_the_pose_turns_without_shear()
    {
        GlobeScene scene = Scene();
        GlobeCamera a = Camera(20, 30, 40_000), b = GlobeCamera.Of(CameraTarget.FromSite(GeodeticPoint.FromDegrees(48, 11, 500)));
        Assert.Null(CameraBlend.Camera(a, b, 0.5, s_earth));
        Same(a.View(scene, 480, 270), CameraBlend.View(a, b, 0, scene, 480, 270));
        Same(b.View(scene, 480, 270), CameraBlend.View(a, b, 1, scene, 480, 270));
        for (double share = 0.05; share < 1; share += 0.05)
        {
            CameraView view = CameraBlend.View(a, b, share, scene, 480, 270);
            foreach ((Vector3d u, Vector3d v) in new[] { (view.Right, view.Up), (view.Up, view.Forward), (view.Forward, view.Right) })
            {
                Check.Within(s_unit, 0, u.Dot(v));
                Check.Within(s_unit, 1, u.Norm);
            }

            Check.Within(s_unit, 0, (view.Right.Cross(view.Forward) - view.Up).Norm);
            Assert.True(view.Eye.Vector.Norm > 6.356e6, "in the Earth");
        }
    }

    private static void Same(CameraView expected, CameraView actual)
    {
        Check.Within(Tolerance.Of(1e-3, "m", "rounding at 90,000 km"), 0, (expected.Eye - actual.Eye).Norm);
        Check.Within(Tolerance.Of(1e-9, "", "rounding"), 0, (expected.Forward - actual.Forward).Norm + (expected.Up - actual.Up).Norm + (expected.Right - actual.Right).Norm);
        Check.Within(Tolerance.Of(1e-6, "px", "rounding"), expected.FocalLength, actual.FocalLength);
    }

    private static GlobeCamera Camera(double latitude, double longitude, double distance) => new() { LatitudeDeg = latitude, LongitudeDeg = longitude, DistanceKm = distance };

    private static GlobeScene Scene() => new() { Title = "", Subtitle = "", Epoch = Epoch.Parse("2024-09-20T05:00:00Z"), Earth = s_earth, SunItrf = new Vector3d(1, 0, 0) };
}
