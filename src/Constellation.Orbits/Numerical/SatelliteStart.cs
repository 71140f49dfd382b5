using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>One satellite of a constellation to integrate: where it begins, and what acts on it.</summary>
/// <param name="Initial">A state in GCRF; satellites need not begin at the same epoch.</param>
/// <param name="Forces">Shared with other satellites or its own.</param>
public readonly record struct SatelliteStart(StateVector Initial, ForceModel Forces);
