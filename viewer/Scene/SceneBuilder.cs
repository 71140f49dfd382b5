using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Makes one scene from a run folder.</summary>
public static class SceneBuilder
{
    /// <param name="folder">The run.</param>
    /// <param name="epoch">Null: the first of the run.</param>
    /// <param name="map">Quantity on the globe.</param>
    /// <exception cref="Core.InputException">The epoch is outside the run, or a table is missing or damaged.</exception>
    public static GlobeScene Build(RunFolder folder, Epoch? epoch, MapKind map) => new RunScenes(folder).At(epoch, SceneRequest.Of(map));
}
