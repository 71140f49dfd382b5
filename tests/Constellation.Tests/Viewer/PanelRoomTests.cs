using Constellation.Cli;
using Constellation.Geodesy;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>Panels of the window beside what is written on the picture.</summary>
public sealed class PanelRoomTests : IDisposable
{
    private const int Width = 1920, Height = 1080;

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 30 });
    private readonly ViewerModel _model;

    public PanelRoomTests()
    {
        RunScenes scenes = new(_run.Folder);
        _model = new ViewerModel(scenes, new GlobeOptions { Width = Width, Height = Height }, () => scenes.Grid.Start);
    }

    public void Dispose() => _run.Dispose();

    /// <summary>What is picked adds lines to the legend: a panel that is open already makes room for them.</summary>
    [Fact]
    public void A_panel_leaves_the_legend_free_that_grows_when_something_is_picked()
    {
        _model.TogglePanel("sky");
        _model.TogglePanel("layers");
        float before = LegendTop();
        _model.Select(_model.Scene.Satellites[0].Id);
        _model.Pick(GeodeticPoint.FromDegrees(20, 100, 0));
        Assert.True(LegendTop() < before - 20);
        OpenPanel left = Assert.Single(_model.Panels.Open, p => p.Box.Left < 100);
        Assert.InRange(left.Box.Bottom, left.Box.Top + 100, LegendTop());
    }

    /// <summary>Without a satellite the card says so in a small panel, and grows with one.</summary>
    [Fact]
    public void A_panel_with_nothing_to_show_is_small()
    {
        _model.TogglePanel("satellite");
        Assert.InRange(_model.Panels.Open[0].Box.Height, 100, 200);
        _model.Select(_model.Scene.Satellites[0].Id);
        Assert.InRange(_model.Panels.Open[0].Box.Height, 400, 800);
    }

    /// <summary>Where room is short, the content is drawn smaller and not cut off; controls keep their size.</summary>
    [Fact]
    public void Content_in_a_low_window_is_smaller()
    {
        _model.Select(_model.Scene.Satellites[0].Id);
        _model.TogglePanel("satellite");
        _model.TogglePanel("layers");
        float roomy = _model.Panels.Open.Single(p => p.Panel.Name == "satellite").ContentScale;
        Assert.InRange(roomy, 0.9f, 1);
        _model.Handle(ViewerInput.Resized(1280, 720));
        Assert.InRange(_model.Panels.Open.Single(p => p.Panel.Name == "satellite").ContentScale, 0.8f, roomy - 0.02f);
        Assert.Equal(1, _model.Panels.Open.Single(p => p.Panel.Name == "layers").ContentScale);
    }

    /// <summary>The caption of a lesson lies over the picture: panels end above it.</summary>
    [Fact]
    public void Panels_end_above_the_caption_of_a_lesson()
    {
        Lesson lesson = LessonSources.Read("geo-igso-asia");
        ISceneSource source = LessonSources.Open(lesson, TestContext.Current.CancellationToken);
        GlobeOptions options = new() { Width = 1280, Height = 800, Layers = new GlobeLayers { Map = MapKind.None } };
        ViewerModel model = new(source, options, () => source.Grid.Start);
        model.Begin(new LessonPlayer(lesson, source, options));
        model.TogglePanel("satellite");
        model.TogglePanel("layers");
        foreach (LessonStep _ in lesson.Steps)
        {
            float caption = CaptionBox.Top(1280, 800, model.Lesson!.Moment.Caption!, model.Panels.CaptionLift);
            Assert.InRange(caption, 400, 780);
            Assert.All(model.Panels.Open, p => Assert.InRange(p.Box.Bottom, 150, caption));
            model.Press(ViewerKey.BracketRight);
        }
    }

    /// <summary>The second of two pictures has a title of its own, at its left upper corner.</summary>
    [Fact]
    public void The_bar_stands_in_the_first_of_two_pictures()
    {
        PairScenes both = new(new RunScenes(_run.Folder), new RunScenes(_run.Folder));
        ViewerModel model = new(both, new GlobeOptions { Width = 1280, Height = 800 }, () => both.Grid.Start);
        Assert.NotNull(model.Scene.Beside);
        Assert.InRange(model.Panels.BarBox.Right, 400, 640);
        // Its line of time is where it is drawn; a pixel is 20 s.
        ScreenBox line = model.Panels.TimeLine;
        model.Click(line.Right - 1, 0.5 * (line.Top + line.Bottom));
        Assert.InRange((model.Span.Last - model.Now).TotalSeconds, 0, 60);
    }

    private float LegendTop() => Legend.Top(_model.Scene, _model.Layers, Height, GlobePicture.ScaleOf(Width, Height));
}
