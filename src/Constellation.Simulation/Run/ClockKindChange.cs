using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A unit takes over from another.</summary>
/// <param name="Lost">When the one before failed or was taken off.</param>
/// <param name="Restored">From here on this one works.</param>
/// <param name="Kind">What it is, a name of the clock catalogue.</param>
internal readonly record struct ClockKindChange(Epoch Lost, Epoch Restored, string Kind);
