using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Panels;

/// <summary>A run shown as if it were files of orbits.</summary>
internal sealed class OrbitsOnly(ISceneSource run) : ISceneSource
{
    public string Name => "orbits";

    public EpochGrid Grid => run.Grid;

    public RunFolder? Folder => null;

    public GlobeScene At(Epoch? epoch, SceneRequest request) => run.At(epoch, request);
}
