using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>One satellite at one epoch: what is true and what its message says. Positions are of the antenna phase centre, ITRF; velocities relative to ITRF axes.</summary>
/// <param name="Id">Satellite.</param>
/// <param name="TruthPosition">m.</param>
/// <param name="TruthVelocity">m/s.</param>
/// <param name="TruthClock">Offset from system time, s, relativity included.</param>
/// <param name="BroadcastPosition">From the message that a user holds at the epoch, m.</param>
/// <param name="BroadcastVelocity">m/s.</param>
/// <param name="BroadcastClock">From the same message, relativity included, s.</param>
/// <param name="Usable">Healthy, and a message is at hand.</param>
/// <param name="AgeSeconds">Age of the data behind the message.</param>
public readonly record struct SatelliteEpochState(
    SatelliteId Id,
    Position<Itrf> TruthPosition,
    Vector3d TruthVelocity,
    double TruthClock,
    Position<Itrf> BroadcastPosition,
    Vector3d BroadcastVelocity,
    double BroadcastClock,
    bool Usable,
    double AgeSeconds);
