using Constellation.Clocks;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>What is believed of a satellite around one round: the orbit is where the search begins and what a held satellite keeps.</summary>
/// <param name="Orbit">On GCRF axes, valid half a minute around the round.</param>
/// <param name="Clock">Predicted at the round.</param>
/// <param name="Kind">Of clock.</param>
/// <param name="Sigma">Error of the orbit, m per axis, one sigma: how tightly a held satellite keeps it.</param>
public sealed record KinematicReference(IOrbit Orbit, ClockState Clock, ClockModel Kind, double Sigma);
