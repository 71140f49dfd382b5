using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Golden;

/// <summary>What the golden scenes show, made once: a short run of BeiDou-3, and four constellations as orbits.</summary>
public sealed class GoldenRun : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 15 });
    private readonly Lazy<ISceneSource> _four;

    public GoldenRun()
    {
        Run = new RunScenes(_run.Folder);
        _four = new(() => SceneSources.Open(
            ["constellation/gps", "constellation/glonass", "constellation/galileo", "constellation/beidou-3"],
            new SourceOptions { Start = Run.Grid.Start, Stop = Run.Grid.Last, Step = Run.Grid.Step }));
    }

    public ISceneSource Run { get; }

    public ISceneSource FourSystems => _four.Value;

    public void Dispose() => _run.Dispose();
}
