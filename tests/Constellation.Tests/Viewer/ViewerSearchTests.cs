using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>Finding, hovering and measuring in the window.</summary>
public sealed class ViewerSearchTests : IDisposable
{
    private const int Width = 1280, Height = 800;

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 30 });
    private readonly RunScenes _scenes;
    private readonly ViewerModel _model;

    public ViewerSearchTests()
    {
        _scenes = new RunScenes(_run.Folder);
        _model = new ViewerModel(_scenes, new GlobeOptions { Width = Width, Height = Height }, () => _scenes.Grid.Start);
    }

    public void Dispose() => _run.Dispose();

    /// <summary>Letters reach the search and not the commands; Enter selects and flies.</summary>
    [Fact]
    public void Typing_finds_a_satellite_and_flies_there()
    {
        GlobeLayers layers = _model.Layers;
        _model.Type("/");
        Assert.True(_model.Search.Active);
        foreach (ViewerKey key in new[] { ViewerKey.C, ViewerKey.L, ViewerKey.Space, ViewerKey.O })
        {
            _model.Press(key);
        }

        Assert.Equal(layers, _model.Layers);
        Assert.False(_model.Playing);
        _model.Type("c3x");
        _model.Press(ViewerKey.Backspace);
        _model.Type("4");
        Assert.Equal("c34", _model.Search.Text);
        _model.Press(ViewerKey.Enter);
        Assert.Equal("C34", _model.Selected.ToString());
        Assert.False(_model.Search.Active || _model.Panels.IsOpen("search"));
        _model.Advance(TimeSpan.FromSeconds(1));
        ScreenPoint at = _model.View.Project(_model.SelectedSatellite!.Itrf);
        Check.Within(Tolerance.Of(1e-6, "px", "rounding"), Width / 2.0, at.X);
    }

    [Fact]
    public void Control_F_opens_it_and_Escape_leaves_it_and_not_the_window()
    {
        ReferenceFrame frame = _model.Camera.Frame;
        _model.Press(ViewerKey.F, control: true);
        Assert.True(_model.Search.Active);
        Assert.Equal(frame, _model.Camera.Frame);
        _model.Press(ViewerKey.Escape);
        Assert.False(_model.Search.Active || _model.CloseAsked);
        _model.Press(ViewerKey.F);
        Assert.NotEqual(frame, _model.Camera.Frame);
    }

    [Fact]
    public void Svn_plane_block_clock_station_and_user_are_found()
    {
        IReadOnlyList<SearchEntry> all = SearchIndex.Of(_scenes, _model.Scene);
        foreach (RunSatellite satellite in _run.Folder.Manifest.Satellites)
        {
            Assert.Equal(satellite.Sat, SearchIndex.Find(all, satellite.Svn)[0].Label);
            Assert.Equal(satellite.Sat, SearchIndex.Find(all, satellite.Sat.ToLowerInvariant())[0].Label);
        }

        string plane = _run.Folder.Manifest.Satellites[0].Plane;
        string[] expected = [.. _run.Folder.Manifest.Satellites.Where(s => s.Plane == plane).Select(s => s.Sat).Order(StringComparer.Ordinal)];
        string[] found = [.. SearchIndex.Find(all, $"plane {plane}").Select(e => e.Label)];
        Assert.Equal(expected, found[..expected.Length].Order(StringComparer.Ordinal));
        Assert.Equal("beijing", SearchIndex.Find(all, "beijing station")[0].Label);
        Assert.Contains(SearchIndex.Find(all, "sing"), e => e is { Label: "singapore", Place: not null });
        Assert.Empty(SearchIndex.Find(all, "nothing like it"));
        Assert.Empty(SearchIndex.Find(all, "  "));
    }

    [Fact]
    public void Arrows_choose_among_the_finds_and_a_click_takes_one()
    {
        _model.OpenSearch();
        _model.Type("meo");
        Assert.True(_model.Search.Found.Count > 3);
        string second = _model.Search.Found[1].Label;
        _model.Press(ViewerKey.Down);
        Assert.Equal(second, _model.Search.Choice!.Label);
        _model.Press(ViewerKey.Up);
        _model.Press(ViewerKey.Up);
        Assert.Equal(_model.Search.Found.Count - 1, _model.Search.Chosen);
        _model.ClickControl("search", second);
        Assert.Equal(second, _model.Selected.ToString());
    }

    [Fact]
    public void Hovering_names_satellites_stations_and_links()
    {
        CameraView view = _model.View;
        SceneSatellite satellite = _model.Scene.Satellites.First(s => !view.IsHidden(s.Itrf) && view.Project(s.Itrf) is var at && at.IsInside(Width, Height, -20) && !_model.Panels.Covers(at.X, at.Y));
        ScreenPoint place = view.Project(satellite.Itrf);
        _model.Handle(ViewerInput.Moved(place.X, place.Y));
        RunSatellite more = _run.Folder.Manifest.Satellites.First(s => s.Sat == satellite.Id.ToString());
        Assert.Contains(more.Svn, _model.Hint[0], StringComparison.Ordinal);
        Assert.Contains(_model.Hint, l => l.Contains(more.Clock, StringComparison.Ordinal));

        ScreenPoint station = view.Project(_model.Scene.Stations[0].Itrf);
        _model.Handle(ViewerInput.Moved(station.X, station.Y));
        Assert.StartsWith("beijing", _model.Hint[0], StringComparison.Ordinal);

        SceneLink link = _model.Scene.Links.First(l => !l.Ground);
        double range = (link.B - link.A).Norm;
        Assert.Contains($"range {range / 1e3:#,0} km", HintText.OfLink(link)[1], StringComparison.Ordinal);
        _model.Handle(ViewerInput.Moved(2, 790));
        Assert.Empty(_model.Hint);
    }

    /// <summary>A point of a link on the screen is on the link in space, however it recedes.</summary>
    [Fact]
    public void A_link_is_picked_along_all_its_length()
    {
        CameraView view = _model.View;
        foreach (SceneLink link in _model.Scene.Links)
        {
            for (int i = 1; i < 10; i++)
            {
                Position<Itrf> point = link.A + (0.1 * i * (link.B - link.A));
                ScreenPoint at = view.Project(point);
                SceneLink? picked = ScenePick.Link(_model.Scene with { Links = [link] }, view, at.X, at.Y, 1);
                Assert.Equal(view.IsHidden(point), picked is null);
            }
        }
    }

    [Fact]
    public void Two_clicks_measure_range_direction_and_light_time()
    {
        _model.Press(ViewerKey.E);
        CameraView view = _model.View;
        ScenePlace station = _model.Scene.Stations[0];
        ScreenPoint at = view.Project(station.Itrf);
        _model.Click(at.X, at.Y);
        SceneSatellite satellite = _model.Scene.Satellites.First(s => !view.IsHidden(s.Itrf) && view.Project(s.Itrf) is var p && p.IsInside(Width, Height, -20) && !_model.Panels.Covers(p.X, p.Y));
        at = view.Project(satellite.Itrf);
        _model.Click(at.X, at.Y);
        Dictionary<string, string> lines = _model.Measure.Lines(_model.Scene).ToDictionary(l => l.Label, l => l.Value);
        double range = (satellite.Itrf - station.Itrf).Norm;
        Assert.Equal($"{range / 1e3:#,0.000} km", lines["range"]);
        Assert.Equal($"{range / 299792.458:0.0000} ms", lines["light time"]);
        LookAngles look = new TopocentricFrame(station.Place).Look(satellite.Itrf);
        Assert.Equal($"{look.AzimuthDeg:0.00}\u00b0", lines["azimuth"]);
        Assert.Equal($"{look.ElevationDeg:0.00}\u00b0", lines["elevation"]);
        Assert.Null(_model.Selected);
        _model.Press(ViewerKey.Escape);
        Assert.Null(_model.Measure.From);
        Assert.False(_model.CloseAsked);
    }

    /// <summary>Half of the Sun and less is shadow; the edges agree with the library's at the epochs. Near the equinox, at midnight of the geostationary satellites.</summary>
    [Fact]
    public void Eclipses_of_the_selected_satellite_are_events_that_seek()
    {
        using TemporaryRun run = new(new RunFixture { Start = Epoch.Parse("2024-09-20T14:00:00GPST"), Epochs = 17, GridStepDeg = 45 });
        RunScenes scenes = new(run.Folder);
        ViewerModel model = new(scenes, new GlobeOptions { Width = Width, Height = Height }, () => scenes.Grid.Start);
        GlobeScene[] all = [.. Enumerable.Range(0, scenes.Grid.Count).Select(k => scenes.At(scenes.Grid[k], SceneRequest.Of(MapKind.None)))];
        int eclipses = 0;
        SatelliteId? darkened = null;
        foreach (SatelliteId id in all[0].Satellites.Select(s => s.Id))
        {
            model.Select(id);
            RunEvent[] shadows = [.. model.Events.Where(e => e.Kind == RunEventKind.Eclipse)];
            eclipses += shadows.Length;
            darkened = shadows.Length > 0 && shadows[0].From > scenes.Grid.Start ? id : darkened;
            foreach (GlobeScene scene in all)
            {
                bool dark = Eclipse.Fraction(scene.Satellites.First(s => s.Id == id).Gcrf, Sun.PositionGcrf(scene.Epoch)) < 0.5;
                Assert.Equal(dark, shadows.Any(s => s.From <= scene.Epoch && (scene.Epoch < s.Until || (scene.Epoch == s.Until && scene.Epoch == scenes.Grid.Last))));
            }

            foreach (RunEvent shadow in shadows)
            {
                model.GoToEvent(shadow);
                Assert.Equal(shadow.From, model.Now);
            }
        }

        Assert.True(eclipses > 0, "no satellite of the run is ever in shadow: nothing was tested");
        model.Go(scenes.Grid.Start);
        model.Select(darkened);
        RunEvent next = model.Events.First(e => e.From > scenes.Grid.Start);
        model.Press(ViewerKey.J);
        Assert.Equal(next.From, model.Now);
    }
}
