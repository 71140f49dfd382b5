using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>A scenario that is run behind its window.</summary>
public sealed class RunningScenesTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryRun _done = new(new RunFixture { Epochs = 3, GridStepDeg = 30 });
    private readonly SourceFiles _files = new();
    private readonly ManualResetEventSlim _go = new();

    public void Dispose()
    {
        _done.Dispose();
        _files.Dispose();
        _go.Dispose();
    }

    [Fact]
    public void First_the_plan_then_links_as_they_are_measured_then_the_run()
    {
        using ManualResetEventSlim told = new();
        using RunningScenes scenes = new(Plan(), (observer, cancel) =>
        {
            observer.Progress(new("links and filter", 0.25));
            ConstellationDefinition constellation = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));
            EpochGrid grid = new(SourceFiles.Start, Duration.FromMinutes(5), 7);
            observer.TruthKnown(grid, EphemerisSource.Of(constellation.Active.ToDictionary(s => s.Id, IOrbit (s) => ConstellationOrbits.Mean(s, constellation.Epoch))), []);
            observer.LinksMeasured([new LinkRow(SourceFiles.Start, "C19", "C20"), new LinkRow(SourceFiles.Start, "C21", "C22")]);
            told.Set();
            _go.Wait(cancel);
            return _done.Folder;
        }, TestContext.Current.CancellationToken);
        ViewerModel model = new(scenes, new GlobeOptions { Layers = new() { Map = ((ISceneSource)scenes).StandardMap } }, () => SourceFiles.Start);
        model.Refresh();
        Assert.True(told.Wait(s_patience, TestContext.Current.CancellationToken));
        model.Refresh();
        Assert.Equal(MapKind.Pdop, model.Layers.Map);
        Assert.StartsWith("running: links and filter 25 %", model.Status, StringComparison.Ordinal);
        Assert.Equal(["C19-C20", "C21-C22"], model.Scene.Links.Select(l => $"{l.NodeA}-{l.NodeB}"));
        Assert.EndsWith("being run", model.Scene.Subtitle, StringComparison.Ordinal);
        Assert.Equal(7, scenes.Grid.Count);

        _go.Set();
        Await(() => scenes.IsOver);
        model.Refresh();
        Assert.Equal("", model.Status);
        Assert.Equal(_done.Folder, scenes.Folder);
        // The map of the plan gives way to that of positions, which there was none of before.
        Assert.Equal(MapKind.Hpe95, model.Layers.Map);
        Assert.Equal("m", model.Scene.Map!.Unit);
    }

    [Fact]
    public void What_goes_wrong_is_shown_and_the_plan_stays()
    {
        using RunningScenes scenes = new(Plan(), (_, _) => throw new InputException(Diagnostic.Error("CN4004", new SourceSpan("x"), "the files end too early")), TestContext.Current.CancellationToken);
        Await(() => scenes.IsOver);
        Assert.Equal("the run failed: x: error CN4004: the files end too early", scenes.Status);
        Assert.Equal(30, scenes.At(null, SceneRequest.Of(MapKind.None)).Satellites.Count);
        using RunningScenes broken = new(Plan(), (_, _) => throw new InvalidOperationException("oh"), TestContext.Current.CancellationToken);
        Await(() => broken.IsOver);
        Assert.Contains("CN9001", broken.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_ends_the_run()
    {
        RunningScenes scenes = new(Plan(), (_, cancel) =>
        {
            _go.Wait(cancel);
            return _done.Folder;
        }, TestContext.Current.CancellationToken);
        Assert.False(scenes.IsOver);
        scenes.Dispose();
        Assert.True(scenes.IsOver);
        Assert.Equal("", scenes.Status);
        Assert.Null(scenes.Folder);
    }

    /// <summary>The chain itself tells orbits and links while it runs, as they are in its result.</summary>
    [Fact]
    public void The_chain_tells_what_it_knows()
    {
        Onlooker onlooker = new();
        ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", ["time.duration=30min", "control.warm_up=30min", "users.grid_step_deg=90"]).ValueOrThrow();
        RunResult result = RunPipeline.ExecuteWatched(scenario, 2, onlooker, TestContext.Current.CancellationToken);
        Assert.Equal(result.Grid, onlooker.Grid);
        Assert.Equal(result.Links, onlooker.Links);
        Assert.NotEmpty(onlooker.Links);
        Assert.Contains("users", onlooker.Stages);
        SatelliteEpochState truth = result.Satellites[3][0];
        Assert.True(onlooker.Orbits!.TryState(truth.Id, result.Grid[3], out StateVector state, out _));
        Check.Within(Tolerance.Of(1e-6, "m", "the same orbit, turned to the Earth"), truth.TruthPosition.Vector, FrameTurns.To(ReferenceFrame.Itrf, state).Position);
    }

    /// <summary>A run of a file is taken again only where the settings are the same.</summary>
    [Fact]
    public void A_run_that_is_there_is_shown_and_a_changed_file_is_run_anew()
    {
        string runs = _files.Path("runs");
        string file = _files.Write("short.toml", "title = \"Short\"\n[constellation]\nname = \"gps\"\n[time]\nstart = \"2024-09-20T00:00:00GPST\"\nduration = \"30min\"\n[control]\nsegment = \"ground-global\"\n[users]\ngrid_step_deg = 90\n");
        SourceOptions options = new() { Runs = runs };
        PlannedScenes plan = Assert.IsType<PlannedScenes>(SceneSources.Open([file], options));
        Assert.Equal(Path.Combine(runs, "short"), plan.Target);
        Assert.Equal(32, plan.At(null, SceneRequest.Of(MapKind.None)).Satellites.Count);
        new RunFixture { Epochs = 2, GridStepDeg = 90 }.Write(plan.Target);
        Assert.IsType<PlannedScenes>(SceneSources.Open([file], options));
        RunManifest there = RunFolder.Open(plan.Target).Manifest;
        File.WriteAllBytes(Path.Combine(plan.Target, RunFolder.ManifestFile), RunFolder.Serialise(there with { ScenarioText = ScenarioText.Effective(plan.Scenario) }));
        Assert.IsType<RunScenes>(SceneSources.Open([file], options));
        // Of a scenario of the library whatever was run under its name is what is meant.
        new RunFixture { Epochs = 2, GridStepDeg = 90 }.Write(Path.Combine(runs, "gps"));
        Assert.IsType<RunScenes>(SceneSources.Open(["scenario/gps"], options));
        Assert.Equal("CN5061", Assert.Throws<InputException>(() => SceneSources.Open(["scenario/gps", "scenario/galileo"], options)).Diagnostics[0].Code);
    }

    private PlannedScenes Plan() => new(ScenarioReader.Read("beidou-3", ["time.duration=30min"]).ValueOrThrow(), _files.Path("run"));

    private static void Await(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, s_patience));

    private sealed class Onlooker : IRunObserver
    {
        public EpochGrid? Grid { get; private set; }

        public EphemerisSource? Orbits { get; private set; }

        public List<LinkRow> Links { get; } = [];

        public HashSet<string> Stages { get; } = [];

        public void Progress(RunProgress progress)
        {
            lock (Stages)
            {
                Stages.Add(progress.Stage);
            }
        }

        public void TruthKnown(EpochGrid grid, EphemerisSource orbits, IReadOnlyList<GroundStation> stations) => (Grid, Orbits) = (grid, orbits);

        public void LinksMeasured(IReadOnlyList<LinkRow> links) => Links.AddRange(links);
    }
}
