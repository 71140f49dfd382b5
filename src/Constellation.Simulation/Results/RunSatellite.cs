namespace Constellation.Simulation;

/// <summary>A satellite of a run.</summary>
/// <remarks><c>Sat</c> is the RINEX id, <c>OrbitClass</c> one of <c>meo</c>, <c>igso</c>, <c>geo</c>, <c>Clock</c> a name of the clock catalogue.</remarks>
public sealed record RunSatellite(string Sat, string Svn, string Plane, string Slot, string Block, string OrbitClass, string Clock, double MassKg, string Launched);
