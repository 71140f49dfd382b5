using Constellation.Core;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>Two runs beside each other, and one minus the other.</summary>
[Collection("OpenGL")]
public sealed class PairScenesTests : IDisposable
{
    private readonly TemporaryRun _first = new(new RunFixture { Epochs = 5, GridStepDeg = 30 }), _second = new(new RunFixture { Epochs = 5, GridStepDeg = 30, Start = Epoch.Parse("2024-09-20T00:30:00GPST"), Constellation = "gps" });

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void Both_are_shown_at_the_epochs_they_share_on_one_scale()
    {
        ISceneSource pair = Open(false);
        Assert.Equal(new EpochGrid(Epoch.Parse("2024-09-20T00:30:00GPST"), Duration.FromMinutes(15), 3), pair.Grid);
        GlobeScene scene = pair.At(null, SceneRequest.Of(MapKind.Pdop));
        Assert.Equal(scene.Epoch, scene.Beside!.Epoch);
        Assert.Equal((30, 32), (scene.Satellites.Count, scene.Beside.Satellites.Count));
        Assert.Equal(scene.Map!.Scale, scene.Beside.Map!.Scale);
        Assert.NotEqual(scene.Map.Values, scene.Beside.Map.Values);
        Assert.NotEqual(scene.Title, scene.Beside.Title);
    }

    [Fact]
    public void The_difference_is_cell_by_cell_about_zero()
    {
        GlobeScene scene = Open(true).At(null, SceneRequest.Of(MapKind.Pdop));
        HeatMap a = new RunScenes(_first.Folder).At(scene.Epoch, SceneRequest.Of(MapKind.Pdop)).Map!, b = new RunScenes(_second.Folder).At(scene.Epoch, SceneRequest.Of(MapKind.Pdop)).Map!;
        for (int i = 0; i < a.Values.Length; i++)
        {
            Check.Within(Tolerance.Of(1e-12, "", "one subtraction"), a.Values[i] - b.Values[i], scene.Map!.Values[i]);
        }

        Assert.Equal(-scene.Map!.Scale.High, scene.Map.Scale.Low);
        Assert.Equal("beidou-3 minus gps", scene.Title);
        Assert.Null(scene.Beside);
    }

    [Fact]
    public void Runs_of_other_times_or_grids_are_told()
    {
        using TemporaryRun later = new(new RunFixture { Epochs = 2, GridStepDeg = 30, Start = Epoch.Parse("2024-09-21T00:00:00GPST") }), coarse = new(new RunFixture { Epochs = 5, GridStepDeg = 45 });
        Assert.Equal("CN5062", Wrong(false, _first.Path, later.Path));
        Assert.Equal("CN5063", Wrong(true, _first.Path, coarse.Path));
        Assert.Equal("CN5060", Wrong(true, _first.Path));
        Assert.Equal("CN5054", Wrong(false, _first.Path, _second.Path, coarse.Path));
        Assert.Equal("CN5054", Wrong(false, _first.Path, "constellation/gps"));
        Assert.Equal("CN5055", Assert.Throws<InputException>(() => SceneSources.Open([_first.Path], new SourceOptions { Step = Duration.FromMinutes(1) })).Diagnostics[0].Code);
    }

    /// <summary>Each half is the picture of its run at half the width by the camera of the left one.</summary>
    [Fact]
    public void The_halves_of_the_picture_are_pictures_of_the_runs()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        GlobeScene scene = Open(false).At(null, SceneRequest.Of(MapKind.Pdop));
        GlobeOptions whole = new() { Width = 600, Height = 300, Layers = new() { Map = MapKind.Pdop } }, half = whole with { Width = 300, Camera = DefaultCamera.For(scene, 300, 300) };
        byte[] pixels = GlobePicture.Draw(scene, whole), left = GlobePicture.Draw(scene with { Beside = null }, half), right = GlobePicture.Draw(scene.Beside!, half);
        for (int y = 0; y < 300; y += 7)
        {
            Assert.Equal(left[(y * 1200)..((y * 1200) + 1192)], pixels[(y * 2400)..((y * 2400) + 1192)]);
            Assert.Equal(right[((y * 1200) + 8)..((y + 1) * 1200)], pixels[((y * 2400) + 1208)..((y + 1) * 2400)]);
        }
    }

    [Fact]
    public void A_click_in_the_right_half_picks_there()
    {
        ISceneSource pair = Open(false);
        ViewerModel model = new(pair, new GlobeOptions { Width = 1200, Height = 700 }, () => pair.Grid.Start);
        Assert.Equal(600, model.View.Width);
        (SatelliteId id, ScreenPoint at) = model.Scene.Beside!.Satellites.Where(s => !model.View.IsHidden(s.Itrf)).Select(s => (s.Id, At: model.View.Project(s.Itrf)))
            .First(s => s.At.IsInside(600, 700, -20) && s.At.Y > 200);
        Assert.Equal(id, model.SatelliteAt(at.X + 600, at.Y));
        Assert.NotEqual(id, model.SatelliteAt(at.X, at.Y));
    }

    private ISceneSource Open(bool difference) => SceneSources.Open([_first.Path, _second.Path], new SourceOptions { Difference = difference });

    private static string Wrong(bool difference, params string[] names) => Assert.Throws<InputException>(() => SceneSources.Open(names, new SourceOptions { Difference = difference })).Diagnostics[0].Code;
}
