using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>What keys and mouse do, without a window and without OpenGL.</summary>
public sealed class ViewerModelTests : IDisposable
{
    private const int Width = 1200, Height = 800;

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 30 });
    private readonly RunScenes _scenes;
    private readonly ViewerModel _model;
    private Epoch _clock = Epoch.Parse("2024-09-20T01:07:00GPST");

    public ViewerModelTests()
    {
        _scenes = new RunScenes(_run.Folder);
        _model = Model(new GlobeOptions { Width = Width, Height = Height });
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_drag_turns_the_camera_by_6_mrad_a_pixel()
    {
        GlobeCamera before = _model.Camera;
        // Beside the Earth: over it the ground is held.
        Drag(300, 300, 350, 320);
        Check.Within(Tolerance.Of(1e-9, "deg", "rounding"), before.LongitudeDeg - double.RadiansToDegrees(50 * 0.006), _model.Camera.LongitudeDeg);
        Check.Within(Tolerance.Of(1e-9, "deg", "rounding"), before.LatitudeDeg + double.RadiansToDegrees(20 * 0.006), _model.Camera.LatitudeDeg);
        Assert.Equal(before.DistanceKm, _model.Camera.DistanceKm);
        Assert.Null(_model.Selected);
    }

    /// <summary>Over the poles there is no way: the picture would turn upside down.</summary>
    [Fact]
    public void A_drag_ends_at_the_poles()
    {
        Drag(300, 100, 300, 790);
        Assert.Equal(90, _model.Camera.LatitudeDeg);
        Drag(300, 790, 300, 100);
        Drag(300, 790, 300, 100);
        Assert.Equal(-90, _model.Camera.LatitudeDeg);
    }

    [Fact]
    public void A_right_drag_looks_aside_and_the_scene_follows_the_pointer()
    {
        Position<Itrf> centre = new(0, 0, 0);
        Position<Itrf> eye = _model.View.Eye;
        Drag(600, 400, 700, 350, PointerButton.Right);
        ScreenPoint at = _model.View.Project(centre);
        Check.Within(Tolerance.Of(0.5, "px", "the two turns are one after the other"), 700, at.X);
        Check.Within(Tolerance.Of(0.5, "px", "the two turns are one after the other"), 350, at.Y);
        Assert.Equal(eye, _model.View.Eye);
    }

    [Fact]
    public void The_wheel_scales_the_height_and_stops_at_its_bounds()
    {
        double radius = GlobeCamera.RadiusKm(_model.Camera.LatitudeDeg), before = _model.Camera.DistanceKm - radius;
        _model.Handle(ViewerInput.Wheel(5));
        Check.Within(Tolerance.Of(1e-6, "km", "rounding"), before * 0.59049, _model.Camera.DistanceKm - radius);
        for (int i = 0; i < 50; i++)
        {
            _model.Handle(ViewerInput.Wheel(20));
        }

        Assert.Equal(GlobeCamera.LeastDistanceKm(_model.Camera.LatitudeDeg), _model.Camera.DistanceKm);
        Check.Within(Tolerance.Of(0.02, "m", "geocentric against geodetic vertical: 1000 m x (0.19 deg)^2 / 2"), 1000, Ellipsoid.Wgs84.ToGeodetic(_model.View.Eye).Height);
        for (int i = 0; i < 50; i++)
        {
            _model.Handle(ViewerInput.Wheel(-20));
        }

        Assert.Equal(GlobeCamera.GreatestDistanceKm, _model.Camera.DistanceKm);
        Press(ViewerKey.Home);
        _model.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before, _model.Camera.DistanceKm - radius);
    }

    /// <summary>From anywhere, at any time, looking aside or not: each satellite stays on its pixel, there and back.</summary>
    [Fact]
    public void The_toggle_of_the_frame_does_not_make_the_picture_jump()
    {
        Random random = new(7);
        for (int trial = 0; trial < 40; trial++)
        {
            _model.Go(_scenes.Grid.Start + Duration.FromSeconds(Math.Round(7200 * random.NextDouble())));
            Drag(600, 400, 600 + (400 * (random.NextDouble() - 0.5)), 400 + (600 * (random.NextDouble() - 0.5)));
            Drag(600, 400, 600 + random.Next(-30, 30), 400 + random.Next(-30, 30), PointerButton.Right);
            ReferenceFrame frame = _model.Camera.Frame;
            ScreenPoint[] before = Places();
            Press(ViewerKey.F);
            Assert.NotEqual(frame, _model.Camera.Frame);
            ScreenPoint[] after = Places();
            for (int i = 0; i < before.Length; i++)
            {
                Check.Within(Tolerance.Of(1e-6, "px", "rounding of angles near the pole"), before[i].X, after[i].X);
                Check.Within(Tolerance.Of(1e-6, "px", "rounding of angles near the pole"), before[i].Y, after[i].Y);
            }
        }

        ScreenPoint[] Places() => [.. _model.Scene.Satellites.Select(s => _model.View.Project(s.Itrf))];
    }

    [Fact]
    public void With_the_stars_the_Earth_turns_and_with_the_Earth_it_does_not()
    {
        Position<Itrf> place = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(0, _model.Camera.LongitudeDeg, 0));
        ScreenPoint start = _model.View.Project(place);
        Press(ViewerKey.Period);
        Assert.Equal(start, _model.View.Project(place));
        Press(ViewerKey.Comma);
        Press(ViewerKey.F);
        Press(ViewerKey.Period);
        // A quarter of an hour is 3.8 degrees, eastward is to the right.
        double expected = _model.View.FocalLength * 6378.137 * Math.Sin(double.DegreesToRadians(15 * 360.0 / 1436.07)) / (_model.Camera.DistanceKm - 6378.137);
        Check.Within(Tolerance.Of(0.05 * expected, "px", "the depth of the place changes with it, and the camera stands 22 degrees north"), start.X + expected, _model.View.Project(place).X);
    }

    [Fact]
    public void A_click_selects_the_satellite_on_its_pixel_and_nothing_beside_it()
    {
        CameraView view = _model.View;
        SceneSatellite[] seen = [.. _model.Scene.Satellites.Where(s => !view.IsHidden(s.Itrf) && view.Project(s.Itrf).IsInside(Width, Height, -20))];
        Assert.True(seen.Length > 10);
        foreach (SceneSatellite satellite in seen)
        {
            ScreenPoint at = view.Project(satellite.Itrf);
            if (_model.Panels.Covers(at.X, at.Y))
            {
                continue;
            }

            Click(at.X, at.Y);
            Assert.Equal(satellite.Id, _model.Selected);
        }

        Click(2, 700);
        Assert.Null(_model.Selected);
    }

    [Fact]
    public void A_satellite_behind_the_Earth_is_not_picked()
    {
        SceneSatellite satellite = _model.Scene.Satellites[0];
        GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(satellite.Itrf);
        ViewerModel model = Model(new GlobeOptions { Width = Width, Height = Height, Camera = new GlobeCamera { LatitudeDeg = -below.LatitudeDeg, LongitudeDeg = below.LongitudeDeg + 180, DistanceKm = 100_000 } });
        ScreenPoint at = model.View.Project(satellite.Itrf);
        Assert.True(at.IsInside(Width, Height));
        Assert.NotEqual(satellite.Id, model.SatelliteAt(at.X, at.Y));
    }

    [Fact]
    public void Tab_goes_through_all_satellites_and_D_deselects()
    {
        List<SatelliteId> order = [];
        for (int i = 0; i < _model.Scene.Satellites.Count; i++)
        {
            Press(ViewerKey.Tab);
            order.Add(_model.Selected!.Value);
        }

        Assert.Equal(_model.Scene.Satellites.Select(s => s.Id), order);
        Press(ViewerKey.Tab);
        Assert.Equal(order[0], _model.Selected);
        _model.Handle(ViewerInput.Key(ViewerKey.Tab, shift: true));
        Assert.Equal(order[^1], _model.Selected);
        Press(ViewerKey.D);
        Assert.Null(_model.Selected);
    }

    [Fact]
    public void Time_plays_at_its_speed_and_pauses_at_the_ends_of_the_run()
    {
        (Epoch first, Epoch last) = _model.Span;
        _model.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(first, _model.Now);
        Press(ViewerKey.Space);
        _model.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(first + Duration.FromMinutes(5), _model.Now);
        Press(ViewerKey.PageUp);
        _model.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(first + Duration.FromMinutes(35), _model.Now);
        Press(ViewerKey.R);
        _model.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(first + Duration.FromMinutes(20), _model.Now);
        Press(ViewerKey.R);
        for (int i = 0; i < 10; i++)
        {
            _model.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((last, false), (_model.Now, _model.Playing));
        Press(ViewerKey.Space);
        Assert.Equal((first, true), (_model.Now, _model.Playing));
    }

    /// <summary>A window that stood still for a minute does not leap.</summary>
    [Fact]
    public void A_long_pause_of_the_program_counts_as_a_second()
    {
        Press(ViewerKey.Space);
        _model.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(_model.Span.First + Duration.FromMinutes(10), _model.Now);
    }

    [Fact]
    public void Steps_go_from_epoch_to_epoch()
    {
        EpochGrid grid = _scenes.Grid;
        _model.Go(grid[3] + Duration.FromSeconds(10));
        Press(ViewerKey.Period);
        Assert.Equal(grid[4], _model.Now);
        _model.Go(grid[3] + Duration.FromSeconds(10));
        Press(ViewerKey.Comma);
        Assert.Equal(grid[3], _model.Now);
        Press(ViewerKey.Comma);
        Assert.Equal(grid[2], _model.Now);
        _model.Go(grid.Start);
        Press(ViewerKey.Comma);
        Assert.Equal(grid.Start, _model.Now);
        _model.Go(grid.Last);
        Press(ViewerKey.Period);
        Assert.Equal(grid.Last, _model.Now);
    }

    [Fact]
    public void Now_is_the_clock_within_the_run()
    {
        Press(ViewerKey.N);
        Assert.Equal((_clock, ""), (_model.Now, _model.Notice));
        _clock = Epoch.Parse("2030-01-01T00:00:00GPST");
        Press(ViewerKey.N);
        Assert.Equal((_model.Span.Last, "the run ended before now"), (_model.Now, _model.Notice));
        _clock = Epoch.Parse("2020-01-01T00:00:00GPST");
        Press(ViewerKey.N);
        Assert.Equal((_model.Span.First, "the run begins later than now"), (_model.Now, _model.Notice));
    }

    [Fact]
    public void A_press_on_the_time_line_goes_there_and_its_drag_does_not_turn_the_globe()
    {
        ScreenBox line = PanelPlaces.TimeLine(Width, Height);
        GlobeCamera before = _model.Camera;
        double y = line.Top + 5;
        _model.Handle(ViewerInput.Moved(line.Left + (0.5 * line.Width), y));
        _model.Handle(ViewerInput.Pressed(line.Left + (0.5 * line.Width), y));
        Assert.Equal(_model.Span.First + Duration.FromHours(1), _model.Now);
        _model.Handle(ViewerInput.Moved(line.Left + (0.75 * line.Width), y + 300));
        Assert.Equal(_model.Span.First + Duration.FromMinutes(90), _model.Now);
        _model.Handle(ViewerInput.Released(line.Right + 50, y + 300));
        Assert.Equal(before, _model.Camera);
        Press(ViewerKey.C);
        Drag(line.Left + 5, y, line.Left + 60, y);
        Assert.NotEqual(before, _model.Camera);
    }

    [Fact]
    public void The_place_under_the_pointer_is_told_with_the_value_of_the_map()
    {
        _model.Handle(ViewerInput.Moved(600, 400));
        PlaceUnderPointer place = _model.Pointed!;
        Check.Within(Tolerance.Of(0.3, "deg", "geocentric and geodetic latitude"), _model.Camera.LatitudeDeg, place.Place.LatitudeDeg);
        Check.Within(Tolerance.Of(1e-6, "deg", "rounding"), _model.Camera.LongitudeDeg, place.Place.LongitudeDeg);
        HeatMap map = _model.Scene.Map!;
        Assert.Equal(map[(int)((place.Place.LatitudeDeg + 90) / 30), (int)((place.Place.LongitudeDeg + 180) / 30)], place.Value);
        _model.Handle(ViewerInput.Moved(5, 795));
        Assert.Null(_model.Pointed);
    }

    [Fact]
    public void Each_key_of_a_layer_switches_it_off_and_on_again()
    {
        foreach (ViewerKey key in new[] { ViewerKey.H, ViewerKey.L, ViewerKey.O, ViewerKey.T, ViewerKey.S, ViewerKey.G, ViewerKey.A, ViewerKey.W, ViewerKey.X })
        {
            GlobeLayers before = _model.Layers;
            Press(key);
            Assert.NotEqual(before, _model.Layers);
            Press(key);
            Assert.Equal(before, _model.Layers);
        }
    }

    [Fact]
    public void M_goes_through_the_maps()
    {
        List<MapKind> maps = [];
        for (int i = 0; i < 5; i++)
        {
            maps.Add(_model.Layers.Map);
            Press(ViewerKey.M);
        }

        Assert.Equal([MapKind.Hpe95, MapKind.Vpe95, MapKind.Pdop, MapKind.Visible, MapKind.Availability], maps);
        Assert.Equal(MapKind.Hpe95, _model.Layers.Map);
    }

    [Fact]
    public void A_run_without_its_grid_is_shown_without_a_map_and_says_so()
    {
        File.Delete(Path.Combine(_run.Path, "grid.parquet"));
        RunScenes scenes = new(RunFolder.Open(_run.Path));
        ViewerModel model = new(scenes, new GlobeOptions { Width = Width, Height = Height }, () => _clock);
        Assert.Equal(MapKind.None, model.Layers.Map);
        Assert.Contains("CN5004", model.Notice, StringComparison.Ordinal);
        model.Handle(ViewerInput.Key(ViewerKey.Space));
        Assert.Equal("", model.Notice);
        model.Handle(ViewerInput.Key(ViewerKey.H));
        Assert.Contains("CN5004", model.Notice, StringComparison.Ordinal);
    }

    [Theory, InlineData(1, 1), InlineData(0, 0), InlineData(64, 3), InlineData(20000, 9)]
    public void Any_size_of_the_window_has_a_picture(int width, int height)
    {
        _model.Handle(ViewerInput.Resized(width, height));
        Assert.InRange(_model.Options.Width, GlobeOptions.LeastSize, GlobeOptions.GreatestSize);
        Assert.InRange(_model.Options.Height, GlobeOptions.LeastSize, GlobeOptions.GreatestSize);
        Drag(0, 0, 30, 30);
        Click(0, 0);
        Assert.True(double.IsFinite(_model.Camera.LatitudeDeg + _model.Camera.LongitudeDeg));
    }

    [Fact]
    public void Idle_changes_nothing()
    {
        Assert.True(_model.TakeChanged());
        _model.Advance(TimeSpan.FromSeconds(1));
        _model.Handle(ViewerInput.Key(ViewerKey.None));
        _model.Handle(ViewerInput.Resized(Width, Height));
        _model.Handle(ViewerInput.Moved(1, 799));
        Assert.False(_model.TakeChanged());
        Press(ViewerKey.P);
        Assert.True(_model.TakePictureAsked());
        Assert.False(_model.TakePictureAsked());
        Press(ViewerKey.Escape);
        Assert.True(_model.CloseAsked);
    }

    [Fact]
    public void The_help_has_every_key_once()
    {
        Assert.Equal(ViewerCommand.All.Count, ViewerCommand.All.Select(c => (c.Key, c.Control)).Distinct().Count());
        // These belong to the search or to the panel that has the keys.
        ViewerKey[] inside = [ViewerKey.None, ViewerKey.Backspace, ViewerKey.Delete, ViewerKey.PadEnter];
        Assert.Equal(Enum.GetValues<ViewerKey>().Except(inside).Order(), ViewerCommand.All.Select(c => c.Key).Distinct().Order());
        Assert.All(ViewerCommand.All, c => Assert.Equal(c.Text.Length == 0, c.Label.Length == 0));
    }

    private ViewerModel Model(GlobeOptions options) => new(_scenes, options, () => _clock);

    private void Press(ViewerKey key) => _model.Handle(ViewerInput.Key(key));

    private void Click(double x, double y)
    {
        _model.Handle(ViewerInput.Moved(x, y));
        _model.Handle(ViewerInput.Pressed(x, y));
        _model.Handle(ViewerInput.Released(x, y));
    }

    private void Drag(double x0, double y0, double x1, double y1, PointerButton button = PointerButton.Left) => Drag(_model, x0, y0, x1, y1, button);

    private static void Drag(ViewerModel model, double x0, double y0, double x1, double y1, PointerButton button = PointerButton.Left)
    {
        model.Handle(ViewerInput.Moved(x0, y0));
        model.Handle(ViewerInput.Pressed(x0, y0, button));
        model.Handle(ViewerInput.Moved(x0 + (0.4 * (x1 - x0)), y0 + (0.4 * (y1 - y0))));
        model.Handle(ViewerInput.Moved(x1, y1));
        model.Handle(ViewerInput.Released(x1, y1, button));
    }
}
