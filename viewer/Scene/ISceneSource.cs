using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Where scenes come from: a run folder, files of orbits, a run that is still being made, two runs beside each other.</summary>
public interface ISceneSource
{
    /// <summary>For titles.</summary>
    string Name { get; }

    /// <summary>The epochs it reaches; may grow while a run is being made.</summary>
    EpochGrid Grid { get; }

    /// <summary>Tables for panels and maps; null where there is no run.</summary>
    RunFolder? Folder { get; }

    /// <param name="epoch">Null: the first.</param>
    /// <param name="request">What is wanted beside satellites and Earth.</param>
    /// <exception cref="Core.InputException">The epoch is outside, or what is asked for is not there.</exception>
    GlobeScene At(Epoch? epoch, SceneRequest request);
}
