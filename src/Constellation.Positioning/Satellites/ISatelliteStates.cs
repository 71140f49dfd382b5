using Constellation.Core;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Where satellites are and what their clocks show, as a user can know it: from broadcast messages, or from precise products.</summary>
public interface ISatelliteStates
{
    /// <summary>The state at transmission.</summary>
    /// <param name="satellite">Which.</param>
    /// <param name="transmission">When the signal left, by system time.</param>
    /// <param name="reception">When it is used: decides which message a user has.</param>
    /// <param name="state">Only where true is returned.</param>
    bool TryAt(SatelliteId satellite, Epoch transmission, Epoch reception, out TransmitterState state);
}
