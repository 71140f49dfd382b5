using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Two runs on one globe: satellites of the first, and as a map the first minus the second.</summary>
public sealed class DifferenceScenes : ISceneSource
{
    private readonly RunScenes _first, _second;

    /// <exception cref="InputException">CN5062 no epochs in common, CN5063 grids of users that do not fit.</exception>
    public DifferenceScenes(RunScenes first, RunScenes second)
    {
        (_first, _second) = (first, second);
        Grid = PairScenes.Common(first, second);
        (double a, double b) = (first.Folder.Manifest.GridStepDeg, second.Folder.Manifest.GridStepDeg);
        if (a != b)
        {
            throw new InputException(Diagnostic.Error("CN5063", new SourceSpan(second.Folder.Path), $"has users every {b} degrees, the other run every {a}: their maps cannot be subtracted", "run both with one users.grid_step_deg, or leave --difference out"));
        }

        Name = $"{PairScenes.LabelOf(first, second)} minus {PairScenes.LabelOf(second, first)}";
    }

    public string Name { get; }

    public EpochGrid Grid { get; }

    public RunFolder? Folder => _first.Folder;

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        Epoch at = epoch ?? Grid.Start;
        GlobeScene scene = _first.At(at, request);
        HeatMap? other = _second.At(at, request).Map;
        return scene with { Title = Name, Map = scene.Map is { } map && other is not null ? HeatMap.Difference(map, other) : null };
    }
}
