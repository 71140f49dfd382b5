using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>Camera of the window: the ground in hand, flights, following, standing at a place.</summary>
public sealed class ViewerCameraTests : IDisposable
{
    private const int Width = 1280, Height = 800;

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 30 });
    private readonly ViewerModel _model;

    public ViewerCameraTests() => _model = Model(null);

    public void Dispose() => _run.Dispose();

    /// <summary>What was taken hold of lies below the pointer when it is let go, at any height and in either frame.</summary>
    [Theory, InlineData(8_000, 30, false), InlineData(8_000, 30, true), InlineData(15_000, -20, false), InlineData(180_000, 22, true), InlineData(6_500, 55, false)]
    public void The_ground_stays_below_the_pointer(double distanceKm, double latitudeDeg, bool withTheStars)
    {
        ViewerModel model = Model(new GlobeCamera { LatitudeDeg = latitudeDeg, LongitudeDeg = 100, DistanceKm = distanceKm, FieldOfViewDeg = 16 });
        if (withTheStars)
        {
            model.Press(ViewerKey.F);
        }

        (double X, double Y)[] path = [(640, 400), (660, 420), (610, 430), (600, 380), (655, 385)];
        double roll = model.Camera.RollDeg;
        Position<Itrf> held = model.View.Ground(640, 400)!.Value;
        model.Handle(ViewerInput.Pressed(640, 400));
        foreach ((double x, double y) in path[1..])
        {
            model.Handle(ViewerInput.Moved(x, y));
            ScreenPoint at = model.View.Project(held);
            // A metre on the ground is less than a tenth of a pixel from all of these heights.
            Check.Within(Tolerance.Of(0.1, "px", "the turn ends within a metre on the ground"), x, at.X);
            Check.Within(Tolerance.Of(0.1, "px", "the turn ends within a metre on the ground"), y, at.Y);
            Assert.Equal(roll, model.Camera.RollDeg);
        }
    }

    [Fact]
    public void The_wheel_zooms_toward_the_pointer()
    {
        ViewerModel model = Model(new GlobeCamera { LatitudeDeg = 10, LongitudeDeg = 100, DistanceKm = 30_000, FieldOfViewDeg = 16 });
        model.Handle(ViewerInput.Moved(800, 300));
        Position<Itrf> below = model.View.Ground(800, 300)!.Value;
        for (int i = 0; i < 8; i++)
        {
            model.Handle(ViewerInput.Wheel(1));
            ScreenPoint at = model.View.Project(below);
            Check.Within(Tolerance.Of(0.1, "px", "the turn ends within a metre on the ground"), 800, at.X);
            Check.Within(Tolerance.Of(0.1, "px", "the turn ends within a metre on the ground"), 300, at.Y);
        }

        Check.Within(Tolerance.Of(15, "km", "the Earth's radius below the camera changes with its latitude"), (30_000 - 6_378) * Math.Pow(0.9, 8), model.Camera.DistanceKm - GlobeCamera.RadiusKm(model.Camera.LatitudeDeg));
    }

    /// <summary>A flight depends on the time that has passed alone, not on how often it was drawn.</summary>
    [Fact]
    public void A_flight_is_smooth_and_ends_where_it_should()
    {
        ViewerModel other = Model(null);
        SatelliteId id = _model.Scene.Satellites[5].Id;
        foreach (ViewerModel model in new[] { _model, other })
        {
            model.Select(id);
            model.Press(ViewerKey.Enter);
            Assert.True(model.Animating);
        }

        GlobeCamera last = _model.Camera;
        List<double> steps = [];
        for (int i = 0; i < 8; i++)
        {
            _model.Advance(TimeSpan.FromSeconds(0.1));
            steps.Add(Apart(last, _model.Camera));
            last = _model.Camera;
        }

        other.Advance(TimeSpan.FromSeconds(0.8));
        Assert.Equal(other.Camera, _model.Camera);
        Assert.False(_model.Animating);
        Assert.True(steps[0] < steps[3] && steps[7] < steps[3] && steps.Min() > 0);
        ScreenPoint at = _model.View.Project(_model.SelectedSatellite!.Itrf);
        Check.Within(Tolerance.Of(1e-6, "px", "rounding"), 640, at.X);
        Check.Within(Tolerance.Of(1e-6, "px", "rounding"), 400, at.Y);
        Assert.False(_model.View.IsHidden(_model.SelectedSatellite!.Itrf));

        static double Apart(GlobeCamera a, GlobeCamera b) => Math.Abs(a.LatitudeDeg - b.LatitudeDeg) + Math.Abs(Math.IEEERemainder(a.LongitudeDeg - b.LongitudeDeg, 360));
    }

    [Fact]
    public void A_hand_ends_a_flight_at_its_end()
    {
        _model.Press(ViewerKey.Tab);
        _model.Press(ViewerKey.Enter);
        _model.Advance(TimeSpan.FromSeconds(0.3));
        _model.Handle(ViewerInput.Pressed(640, 400));
        Assert.False(_model.Animating);
        ScreenPoint at = _model.View.Project(_model.SelectedSatellite!.Itrf);
        Check.Within(Tolerance.Of(1e-6, "px", "rounding"), 640, at.X);
    }

    [Fact]
    public void Followed_it_stays_in_the_middle_while_time_goes_on()
    {
        _model.Press(ViewerKey.V);
        Assert.Contains("select a satellite", _model.Notice, StringComparison.Ordinal);
        _model.Press(ViewerKey.Tab);
        _model.Press(ViewerKey.V);
        _model.Advance(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 3; i++)
        {
            ScreenPoint at = _model.View.Project(_model.SelectedSatellite!.Itrf);
            Check.Within(Tolerance.Of(1e-3, "px", "rounding of 40,000 km against some metres of distance"), 640, at.X);
            Check.Within(Tolerance.Of(1e-3, "px", "rounding of 40,000 km against some metres of distance"), 400, at.Y);
            _model.Step(1);
        }

        _model.Press(ViewerKey.Escape);
        _model.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_model.Camera.Target);
        Assert.False(_model.CloseAsked);
    }

    [Fact]
    public void A_double_click_picks_a_place_and_B_stands_there()
    {
        _model.Press(ViewerKey.B);
        Assert.Contains("pick a place", _model.Notice, StringComparison.Ordinal);
        GeodeticPoint expected = Ellipsoid.Wgs84.ToGeodetic(_model.View.Ground(610, 390)!.Value);
        _model.DoubleClick(610, 390);
        Check.Within(Tolerance.Of(1e-9, "deg", "rounding"), expected.LatitudeDeg, _model.Site!.Value.LatitudeDeg);
        Check.Within(Tolerance.Of(1e-9, "deg", "rounding"), expected.LongitudeDeg, _model.Site!.Value.LongitudeDeg);
        _model.Press(ViewerKey.B);
        _model.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(CameraTarget.FromSite(_model.Site.Value), _model.Camera.Target);
        _model.Press(ViewerKey.B);
        _model.Advance(TimeSpan.FromSeconds(1));
        ScreenPoint at = _model.View.Project(Ellipsoid.Wgs84.ToCartesian(_model.Site.Value));
        // The camera looks at the geocentre along the geocentric direction of the place.
        Check.Within(Tolerance.Of(1e-6, "px", "rounding"), 640, at.X);
        _model.Press(ViewerKey.D);
        Assert.Null(_model.Site);
    }

    [Fact]
    public void Two_clicks_a_second_apart_are_two_clicks()
    {
        _model.Click(610, 390);
        _model.Advance(TimeSpan.FromSeconds(1));
        _model.Click(610, 390);
        Assert.Null(_model.Site);
    }

    [Fact]
    public void K_picks_the_place_below_the_pointer()
    {
        _model.Press(ViewerKey.K);
        Assert.Null(_model.Site);
        _model.Handle(ViewerInput.Moved(640, 400));
        _model.Press(ViewerKey.K);
        Check.Within(Tolerance.Of(1e-9, "deg", "the same place"), _model.Pointed!.Place.LatitudeDeg, _model.Site!.Value.LatitudeDeg);
    }

    private ViewerModel Model(GlobeCamera? camera)
    {
        RunScenes scenes = new(_run.Folder);
        return new ViewerModel(scenes, new GlobeOptions { Width = Width, Height = Height, Camera = camera }, () => scenes.Grid.Start);
    }
}
