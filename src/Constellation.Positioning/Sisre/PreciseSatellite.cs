using Constellation.Clocks;
using Constellation.Orbits;

namespace Constellation.Positioning;

/// <summary>A satellite in a precise product: orbit of the centre of mass, clock of the ionosphere-free pair without relativity.</summary>
public sealed record PreciseSatellite(TabulatedOrbit Orbit, TabulatedClock Clock);
