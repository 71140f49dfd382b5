using Constellation.Core;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>Files dropped on the window, without a window.</summary>
public sealed class DroppedFilesTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 3, GridStepDeg = 30 });
    private readonly SourceFiles _files = new();
    private readonly ViewerModel _model;

    public DroppedFilesTests()
    {
        RunScenes scenes = new(_run.Folder);
        _model = new ViewerModel(scenes, new GlobeOptions(), () => scenes.Grid.Start) { Opener = paths => SceneSources.Open(paths) };
        _model.Refresh();
    }

    public void Dispose()
    {
        _run.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void They_take_the_place_of_what_is_shown()
    {
        Epoch later = SourceFiles.Start + Duration.FromDays(3);
        string path = _files.Sp3("gps", start: later);
        _model.Select(SatelliteId.Parse("C20"));
        Drop(path);
        Assert.Equal("", _model.Notice);
        Assert.Equal(Path.GetFileName(path), _model.SourceName);
        Assert.Equal(later, _model.Now);
        Assert.Null(_model.Selected);
        Assert.Equal(32, _model.Scene.Satellites.Count);
        Assert.Equal(MapKind.Pdop, _model.Layers.Map);
    }

    [Fact]
    public void Several_are_shown_together_and_a_run_is_a_run()
    {
        Drop(_files.Sp3("gps"), _files.Tle("objects.tle", 9));
        Assert.Equal(9, _model.Scene.Objects.Count);
        Drop(_run.Path);
        Assert.Equal("beidou-3", _model.SourceName);
        Assert.Equal(MapKind.Hpe95, _model.Layers.Map);
    }

    [Fact]
    public void What_cannot_be_shown_is_told_and_the_rest_stays()
    {
        GlobeScene before = _model.Scene;
        foreach ((string name, string text, string code) in new[] { ("empty", "", "CN5053"), ("letter.txt", "Dear Sir or Madam\n", "CN3005"), ("scenario.toml", "title = 3\n", "CN2"), ("half.sp3", "#dP2024  9 20  0  0  0.00000000", "CN3") })
        {
            Drop(_files.Write(name, text));
            Assert.Contains($"error {code}", _model.Notice, StringComparison.Ordinal);
            Assert.Equal("beidou-3", _model.SourceName);
            Assert.Equal(before.Satellites.Count, _model.Scene.Satellites.Count);
        }

        Drop(_files.Folder);
        Assert.Contains("error CN5001", _model.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void While_they_are_opened_the_window_says_so()
    {
        using ManualResetEventSlim go = new();
        RunScenes scenes = new(_run.Folder);
        ViewerModel model = new(scenes, new GlobeOptions(), () => scenes.Grid.Start)
        {
            Opener = _ =>
            {
                go.Wait(TestContext.Current.CancellationToken);
                return scenes;
            },
        };
        model.Drop(["/somewhere/a.sp3", "/somewhere/b.sp3"]);
        model.Refresh();
        Assert.Equal("opening a.sp3 and 1 more", model.Status);
        model.Drop(["/somewhere/c.sp3"]);
        Assert.StartsWith("still opening", model.Notice, StringComparison.Ordinal);
        go.Set();
        Await(model);
        Assert.Equal("", model.Status);
    }

    private void Drop(params string[] paths)
    {
        _model.Say("");
        _model.Handle(ViewerInput.Dropped(paths));
        Await(_model);
    }

    private static void Await(ViewerModel model) => Assert.True(SpinWait.SpinUntil(() =>
    {
        model.Refresh();
        return model.Status.Length == 0;
    }, s_patience));
}
