using Constellation.Core;

namespace Constellation.Links;

/// <summary>Positions and clocks from one round.</summary>
/// <param name="Round">Estimates with the sigmas of the whole net; velocities and frequencies are those of the reference.</param>
/// <param name="Pdop">Of each satellite, from its own links with all partners taken as known: sqrt(trace((sum u u')^-1)); infinite below three directions.</param>
/// <param name="Links">Clock-free ranges of each satellite.</param>
/// <param name="Held">Satellites held to their reference.</param>
public sealed record KinematicSolution(OrbitClockSolution Round, IReadOnlyList<double> Pdop, IReadOnlyList<int> Links, IReadOnlyList<SatelliteId> Held);
