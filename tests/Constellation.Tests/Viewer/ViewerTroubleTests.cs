using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer;

/// <summary>The window with sources that fail, scenes without anything, numbers that are none, and hands that do anything.</summary>
public sealed class ViewerTroubleTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 5, GridStepDeg = 30 });

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_source_that_fails_leaves_the_last_scene_and_says_why()
    {
        Source source = new(new RunScenes(_run.Folder));
        ViewerModel model = Model(source);
        GlobeScene good = model.Scene;
        source.Failing = true;
        model.Step(1);
        Assert.Same(good, model.Scene);
        Assert.Contains("CN5099", model.Problem, StringComparison.Ordinal);
        Draw(model);
        source.Failing = false;
        model.Step(1);
        Assert.Equal(model.Now, model.Scene.Epoch);
        Assert.Equal("", model.Problem);
    }

    [Fact]
    public void A_scene_without_anything_takes_every_key()
    {
        Source source = new(new RunScenes(_run.Folder)) { Change = s => s with { Satellites = [], Orbits = [], Links = [], Stations = [], Sites = [], Groups = [], Map = null } };
        EveryKey(Model(source));
    }

    [Fact]
    public void Places_that_are_no_numbers_are_nowhere()
    {
        Position<Itrf> none = new(double.NaN, double.NaN, double.NaN);
        Source source = new(new RunScenes(_run.Folder))
        {
            Change = s => s with
            {
                Satellites = [.. s.Satellites.Select((x, i) => i % 2 == 0 ? x with { Itrf = none } : x)],
                Map = new HeatMap("nothing", "m", 2, 4, [.. Enumerable.Repeat(double.NaN, 8)], ColourMap.Viridis),
            },
        };
        ViewerModel model = Model(source);
        CameraView view = model.View;
        SceneSatellite seen = model.Scene.Satellites.First(s => double.IsFinite(s.Itrf.X) && !view.IsHidden(s.Itrf));
        Assert.Equal(seen.Id, model.SatelliteAt(view.Project(seen.Itrf).X, view.Project(seen.Itrf).Y));
        model.Select(model.Scene.Satellites[0].Id);
        model.Press(ViewerKey.Enter);
        model.Advance(TimeSpan.FromSeconds(1));
        Assert.True(double.IsFinite(model.Camera.LatitudeDeg + model.Camera.LongitudeDeg + model.Camera.DistanceKm));
        EveryKey(model);
    }

    /// <summary>Any input in any order at any size: nothing is thrown, and the camera stays a camera. The same seed, the same hands.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Any_hands_leave_a_picture(int seed)
    {
        RunScenes scenes = new(_run.Folder);
        ViewerModel model = Model(scenes);
        Random random = new(seed);
        ViewerKey[] keys = [.. Enum.GetValues<ViewerKey>().Where(k => k is not (ViewerKey.Q or ViewerKey.Escape))];
        for (int i = 0; i < 800; i++)
        {
            (double x, double y) = ((random.NextDouble() * (model.Width + 100)) - 50, (random.NextDouble() * (model.Height + 100)) - 50);
            PointerButton button = (PointerButton)random.Next(3);
            model.Handle(random.Next(9) switch
            {
                0 => ViewerInput.Pressed(x, y, button, random.Next(2) == 0),
                1 => ViewerInput.Released(x, y, button),
                2 => ViewerInput.Wheel(random.Next(-3, 4)),
                3 => ViewerInput.Typed(random.Next(-5, 0x11000f)),
                4 when random.Next(10) == 0 => ViewerInput.Resized(random.Next(0, 2000), random.Next(0, 1200)),
                5 or 6 => ViewerInput.Key(keys[random.Next(keys.Length)], random.Next(4) == 0, random.Next(4) == 0),
                _ => ViewerInput.Moved(x, y),
            });
            model.Advance(TimeSpan.FromSeconds(0.05));
            GlobeCamera camera = model.Camera;
            Assert.True(double.IsFinite(camera.LatitudeDeg + camera.LongitudeDeg + camera.DistanceKm + camera.FieldOfViewDeg + camera.RollDeg + camera.PanRightDeg + camera.PanUpDeg), $"input {i}: {camera}");
            Assert.True(model.Now >= model.Span.First && model.Now <= model.Span.Last);
        }

        Draw(model);
        Assert.False(model.CloseAsked);
    }

    [Fact]
    public void Names_of_panels_are_known_and_unique()
    {
        Assert.Equal(ViewerSettings.KnownPanels.Count, ViewerSettings.KnownPanels.Distinct().Count());
        Assert.Contains("layers", ViewerSettings.KnownPanels);
        Assert.All(PanelList.Create(), p => Assert.True(p.Size.Width > 50 && p.Size.Height > 50 && p.Title.Length > 0));
    }

    private static ViewerModel Model(ISceneSource source) => new(source, new GlobeOptions { Width = 1000, Height = 700 }, () => source.Grid.Start);

    private static void EveryKey(ViewerModel model)
    {
        model.Handle(ViewerInput.Moved(500, 350));
        foreach (ViewerCommand command in ViewerCommand.All.Where(c => c.Key is not (ViewerKey.Escape or ViewerKey.Q)))
        {
            foreach (bool shift in new[] { false, true })
            {
                model.Handle(ViewerInput.Key(command.Key, shift, command.Control));
                model.Advance(TimeSpan.FromSeconds(0.3));
            }
        }

        foreach (string panel in ViewerSettings.KnownPanels.Where(p => !model.Panels.IsOpen(p)))
        {
            model.TogglePanel(panel);
        }

        model.Type("c1");
        model.Click(500, 350);
        model.DoubleClick(480, 330);
        Draw(model);
    }

    private static void Draw(ViewerModel model)
    {
        using SKBitmap bitmap = new(Math.Max(1, model.Width), Math.Max(1, model.Height));
        using SKCanvas canvas = new(bitmap);
        using PanelLayer layer = new();
        layer.Draw(canvas, model);
    }

    private sealed class Source(ISceneSource inner) : ISceneSource
    {
        public bool Failing { get; set; }

        public Func<GlobeScene, GlobeScene> Change { get; init; } = s => s;

        public string Name => inner.Name;

        public EpochGrid Grid => inner.Grid;

        public RunFolder? Folder => inner.Folder;

        public GlobeScene At(Epoch? epoch, SceneRequest request) => Failing
            ? throw new InputException(Diagnostic.Error("CN5099", new SourceSpan("somewhere"), "is damaged", "mend it"))
            : Change(inner.At(epoch, request));
    }
}
