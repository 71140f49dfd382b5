using Constellation.Formats;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Someone who looks on while a run is being made. Called from the threads of the run; what it is given does not change afterwards.</summary>
public interface IRunObserver
{
    void Progress(RunProgress progress);

    /// <summary>Where the satellites will be. Not called where messages come from files.</summary>
    /// <param name="grid">Epochs of the results.</param>
    /// <param name="orbits">True orbits, without clocks, at least over the grid.</param>
    /// <param name="stations">Of the control segment.</param>
    void TruthKnown(EpochGrid grid, EphemerisSource orbits, IReadOnlyList<GroundStation> stations);

    /// <summary>The links of one round; rounds come in order of time.</summary>
    void LinksMeasured(IReadOnlyList<LinkRow> links);
}
