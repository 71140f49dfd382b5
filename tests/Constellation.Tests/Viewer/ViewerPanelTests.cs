using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>Panels of the window: opening, moving, clicking, keys.</summary>
public sealed class ViewerPanelTests : IDisposable
{
    private const int Width = 1280, Height = 800;

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 30 });
    private readonly ViewerModel _model;

    public ViewerPanelTests() => _model = Model(new ViewerSettings());

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_bar_has_a_button_for_every_panel_and_for_time()
    {
        foreach (IPanel panel in _model.Panels.Known)
        {
            _model.ClickControl("time", TimeBar.Word(panel));
            Assert.True(_model.Panels.IsOpen(panel.Name), panel.Name);
            _model.ClickControl("time", TimeBar.Word(panel));
            Assert.False(_model.Panels.IsOpen(panel.Name), panel.Name);
        }

        Epoch first = _model.Now;
        _model.ClickControl("time", "Next");
        Assert.Equal(first + Duration.FromMinutes(15), _model.Now);
        _model.ClickControl("time", "Last");
        Assert.Equal(_model.Span.Last, _model.Now);
        _model.ClickControl("time", "PlayBack");
        Assert.True(_model is { Playing: true, Backward: true });
        _model.ClickControl("time", "Pause");
        Assert.False(_model.Playing);
        int speed = _model.Speed;
        _model.ClickControl("time", "+");
        Assert.True(_model.Speed > speed);
        Assert.Equal(first, _model.Span.First);
    }

    [Fact]
    public void Digits_open_panels_in_the_order_of_the_menu()
    {
        for (int i = 0; i < Math.Min(9, _model.Panels.Known.Count); i++)
        {
            string name = _model.Panels.Known[i].Name;
            if (name == "search")
            {
                // It takes the keys.
                continue;
            }

            _model.Press(ViewerKey.D1 + i);
            Assert.True(_model.Panels.IsOpen(name), name);
            _model.Press(ViewerKey.D1 + i);
            Assert.False(_model.Panels.IsOpen(name), name);
        }
    }

    /// <summary>As many as one likes at once, in windows of many sizes: in the window, and docked ones of one side not on one another while there is room.</summary>
    [Theory, InlineData(1280, 800, 1.0), InlineData(1920, 1080, 1.0), InlineData(1920, 1080, 1.5), InlineData(800, 600, 1.0), InlineData(480, 320, 1.0), InlineData(3840, 2160, 2.0)]
    public void Panels_lie_in_the_window(int width, int height, double scale)
    {
        RunScenes scenes = new(_run.Folder);
        ViewerModel model = new(scenes, new GlobeOptions { Width = width, Height = height }, () => scenes.Grid.Start, new ViewerSettings { UiScale = scale, Panels = [.. ViewerSettings.KnownPanels.Where(p => p != "search")] });
        Assert.Equal(ViewerSettings.KnownPanels.Count - 1, model.Panels.Open.Count);
        foreach (OpenPanel open in model.Panels.Open)
        {
            Assert.True(open.Box.Left >= -0.01 && open.Box.Top >= -0.01 && open.Box.Right <= width + 0.01 && open.Box.Bottom <= height + 0.01 && open.Box.Width > 50 && open.Box.Height > 20, $"{open.Panel.Name}: {open.Box}");
        }

        OpenPanel[] docked = [.. model.Panels.Open.Where(p => p.Dock is PanelDock.Left or PanelDock.Right)];
        foreach ((OpenPanel a, OpenPanel b) in docked.SelectMany(a => docked.Where(b => b.Opened > a.Opened).Select(b => (a, b))))
        {
            bool apart = a.Box.Right <= b.Box.Left || b.Box.Right <= a.Box.Left || a.Box.Bottom <= b.Box.Top || b.Box.Bottom <= a.Box.Top;
            Assert.True(apart || height < 800, $"{a.Panel.Name} {a.Box}, {b.Panel.Name} {b.Box}");
        }

        Assert.InRange(model.Panels.BarBox.Left, 0, width);
        Assert.InRange(model.Panels.BarBox.Right, 0, width);
    }

    /// <summary>Where room is short the latest ones have it; a click on a folded one's title unfolds it.</summary>
    [Fact]
    public void Panels_without_room_fold_to_their_titles()
    {
        _model.Handle(ViewerInput.Resized(900, 640));
        foreach (string name in ViewerSettings.KnownPanels.Where(p => p is not ("search" or "help")))
        {
            _model.TogglePanel(name);
        }

        OpenPanel folded = _model.Panels.Open.First(p => p.Folded);
        Assert.False(_model.Panels.Open[^1].Folded);
        _model.Click(folded.Box.Left + 40, folded.Box.Top + 10);
        Assert.False(folded.Folded);
        Assert.True(folded.Box.Height > 60);
        Assert.Null(folded.Own);
    }

    [Fact]
    public void Two_panels_of_a_side_stand_one_below_the_other()
    {
        _model.TogglePanel("layers");
        _model.TogglePanel("events");
        (ScreenBox a, ScreenBox b) = (_model.Panels.Open[0].Box, _model.Panels.Open[1].Box);
        Assert.True(a.Right <= b.Left || b.Right <= a.Left || a.Bottom <= b.Top || b.Bottom <= a.Top, $"{a} {b}");
        Assert.All(_model.Panels.Open, p => Assert.True(p.Box.Top >= _model.Panels.BarBox.Bottom || p.Box.Right <= _model.Panels.BarBox.Left));
    }

    [Fact]
    public void A_panel_is_moved_by_its_title_resized_by_its_corner_docked_by_a_double_click_and_closed_by_its_cross()
    {
        _model.TogglePanel("layers");
        OpenPanel open = _model.Panels.Open[0];
        ScreenBox docked = open.Box;
        GlobeCamera camera = _model.Camera;
        _model.Drag(docked.Left + 60, docked.Top + 10, docked.Left + 260, docked.Top + 60);
        Assert.Equal(docked with { Left = docked.Left + 200, Top = docked.Top + 50 }, open.Box);
        _model.Drag(open.Box.Right - 4, open.Box.Bottom - 4, open.Box.Right + 46, open.Box.Bottom - 34);
        Assert.Equal((docked.Width + 50, docked.Height - 30), (open.Box.Width, open.Box.Height));
        Assert.Equal(camera, _model.Camera);
        // Far outside is the edge of the window.
        _model.Drag(open.Box.Left + 60, open.Box.Top + 10, 5000, 5000);
        Assert.Equal((Width, Height), (open.Box.Right, open.Box.Bottom));
        _model.Handle(ViewerInput.Resized(700, 500));
        Assert.True(open.Box.Right <= 700 && open.Box.Bottom <= 500);
        _model.Handle(ViewerInput.Resized(Width, Height));
        _model.DoubleClick(open.Box.Left + 60, open.Box.Top + 10);
        Assert.Equal(docked, open.Box);
        _model.Click(open.Box.Right - 14, open.Box.Top + 14);
        Assert.Empty(_model.Panels.Open);
    }

    /// <summary>Every layer and map is switched by its line, seen in the scene's layers, and by keys alone as well.</summary>
    [Fact]
    public void The_layer_panel_switches_every_layer_and_map()
    {
        _model.TogglePanel("layers");
        foreach (LayerChoice choice in LayerChoice.Groups().SelectMany(g => g.Choices))
        {
            bool before = choice.IsOn(_model.Layers);
            GlobeLayers layers = _model.Layers;
            choice.Choose(_model);
            // A map that the run does not have stays unchosen and is told.
            Assert.True(choice.IsOn(_model.Layers) != before || (choice.IsOneOfMany && (before || _model.Notice.Length > 0)), choice.Label);
            _model.Set(_ => layers);
        }

        _model.ClickControl("layers", "grid");
        Assert.False(_model.Layers.Graticule);
        // What lies below the panel's edge is scrolled to.
        _model.Handle(ViewerInput.Wheel(-4));
        _model.ClickControl("layers", "no map");
        Assert.Equal(MapKind.None, _model.Layers.Map);
        _model.Handle(ViewerInput.Wheel(9));
        _model.Press(ViewerKey.F6);
        _model.Press(ViewerKey.F6);
        Assert.Equal("layers", _model.Panels.Focused!.Name);
        LayerChoice[] first = LayerChoice.Groups().First().Choices;
        bool one = first[0].IsOn(_model.Layers), two = first[1].IsOn(_model.Layers);
        _model.Press(ViewerKey.Enter);
        Assert.NotEqual(one, first[0].IsOn(_model.Layers));
        _model.Press(ViewerKey.Down);
        _model.Press(ViewerKey.Space);
        Assert.NotEqual(two, first[1].IsOn(_model.Layers));
        Assert.False(_model.Playing);
        _model.Press(ViewerKey.Delete);
        Assert.False(_model.Panels.IsOpen("layers"));
        Assert.Null(_model.Panels.Focused);
    }

    [Fact]
    public void Arrow_keys_with_control_move_the_focused_panel()
    {
        _model.TogglePanel("layers");
        _model.Press(ViewerKey.F6);
        _model.Press(ViewerKey.F6);
        ScreenBox before = _model.Panels.Open[0].Box;
        GlobeCamera camera = _model.Camera;
        _model.Press(ViewerKey.Right, control: true);
        Assert.Equal(before with { Left = before.Left + 24 }, _model.Panels.Open[0].Box);
        _model.Press(ViewerKey.Down, shift: true, control: true);
        Assert.Equal(before.Height + 24, _model.Panels.Open[0].Box.Height);
        Assert.Equal(camera, _model.Camera);
        _model.Press(ViewerKey.Escape);
        Assert.False(_model.CloseAsked);
        _model.Press(ViewerKey.Z);
        Assert.Equal(before, _model.Panels.Open[0].Box);
    }

    [Fact]
    public void The_wheel_over_a_panel_scrolls_it_and_not_the_globe()
    {
        _model.Handle(ViewerInput.Resized(700, 420));
        _model.TogglePanel("layers");
        OpenPanel open = _model.Panels.Open[0];
        double distance = _model.Camera.DistanceKm;
        _model.Handle(ViewerInput.Moved(open.Box.Left + 30, open.Box.Top + 60));
        double before = _model.ControlAt("layers", "grid").Y;
        _model.Handle(ViewerInput.Wheel(-1));
        Assert.Equal(before - 48, _model.ControlAt("layers", "grid").Y, 3);
        _model.Handle(ViewerInput.Wheel(100));
        Assert.Equal(before, _model.ControlAt("layers", "grid").Y, 3);
        // At most until the last line is seen.
        _model.Handle(ViewerInput.Wheel(-100));
        Assert.True(_model.ControlAt("layers", "tidy").Y < open.Box.Bottom);
        Assert.Equal(distance, _model.Camera.DistanceKm);
    }

    [Fact]
    public void Text_grows_and_shrinks_within_bounds_and_the_theme_changes()
    {
        _model.Press(ViewerKey.Equal, control: true);
        Assert.Equal(1.1, _model.UiScale, 9);
        _model.Press(ViewerKey.D0, control: true);
        Assert.Equal(1, _model.UiScale);
        for (int i = 0; i < 40; i++)
        {
            _model.Press(ViewerKey.Minus, control: true);
        }

        Assert.Equal(ViewerSettings.LeastUiScale, _model.UiScale);
        double distance = _model.Camera.DistanceKm;
        Assert.Equal(PanelTheme.Dark, _model.Theme);
        _model.Press(ViewerKey.Y);
        Assert.Equal(PanelTheme.Light, _model.Theme);
        Assert.Equal(distance, _model.Camera.DistanceKm);
    }

    [Fact]
    public void Hovering_tells_what_a_control_does()
    {
        (double x, double y) = _model.ControlAt("time", "now");
        _model.Handle(ViewerInput.Moved(x, y));
        Assert.Contains("clock on the wall", Assert.Single(_model.Hint), StringComparison.Ordinal);
        Assert.Null(_model.Pointed);
        Assert.NotNull(_model.Hovered!.Box);
    }

    /// <summary>Pictures are drawn where what they show has changed, and else copied.</summary>
    [Fact]
    public void Panels_are_drawn_again_only_when_they_change()
    {
        _model.TogglePanel("layers");
        using SkiaSharp.SKBitmap bitmap = new(Width, Height);
        using SkiaSharp.SKCanvas canvas = new(bitmap);
        using PanelLayer layer = new();
        layer.Draw(canvas, _model);
        int first = layer.Drawn;
        Assert.Equal(2, first);
        _model.Drag(700, 600, 720, 620);
        layer.Draw(canvas, _model);
        Assert.Equal(first, layer.Drawn);
        _model.Step(1);
        layer.Draw(canvas, _model);
        Assert.Equal(first + 1, layer.Drawn);
        _model.Press(ViewerKey.G);
        layer.Draw(canvas, _model);
        Assert.Equal(first + 2, layer.Drawn);
    }

    private ViewerModel Model(ViewerSettings settings)
    {
        RunScenes scenes = new(_run.Folder);
        return new ViewerModel(scenes, new GlobeOptions { Width = Width, Height = Height }, () => scenes.Grid.Start, settings);
    }
}
