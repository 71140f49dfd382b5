using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>All satellites of one epoch of a receiver.</summary>
/// <param name="Tag">The receiver's time tag.</param>
/// <param name="Reception">When that was, by system time.</param>
/// <param name="Clock">Of the receiver.</param>
/// <param name="State">Of the receiver.</param>
/// <param name="IsKnown">Whether the way of the receiver is known then.</param>
/// <param name="Satellites">In order of satellites; those out of sight are missing.</param>
internal sealed record EpochPaths(Epoch Tag, Epoch Reception, ClockState Clock, ReceiverState State, bool IsKnown, SatellitePath[] Satellites);
