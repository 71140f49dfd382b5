using Constellation.Time;

namespace Constellation.Links;

/// <summary>Half of the way there and back that A measures within one half of a slot, B answering at once (a transponder).</summary>
/// <param name="A">Node that measures.</param>
/// <param name="B">Node that answers.</param>
/// <param name="Reception">When A receives the answer.</param>
/// <param name="Range">Half of the measured travel, m, less the nominal turn-around of the transponder.</param>
/// <remarks>A's clock enters by its change during the journey alone (0.2 s at 1e-11: 0.3 mm), B's not at all: a range without clock synchronisation.</remarks>
public readonly record struct TwoWayRange(int A, int B, Epoch Reception, double Range);
