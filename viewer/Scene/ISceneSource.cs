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

    /// <summary>The map to begin with, where none is asked for.</summary>
    MapKind StandardMap => MapKind.Hpe95;

    /// <summary>Changes when scenes of one epoch and request may have become others, while a run is being made.</summary>
    int Version => 0;

    /// <summary>What is going on behind, for people, such as how far a run is; empty: nothing.</summary>
    string Status => "";

    /// <param name="epoch">Null: the first.</param>
    /// <param name="request">What is wanted beside satellites and Earth.</param>
    /// <exception cref="Core.InputException">The epoch is outside, or what is asked for is not there.</exception>
    GlobeScene At(Epoch? epoch, SceneRequest request);
}
