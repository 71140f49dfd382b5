using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>Where a receiver's antenna reference point is: on ITRF axes, m, and how it moves against them, m/s.</summary>
public readonly record struct ReceiverState(Position<Itrf> Position, Vector3d Velocity);
