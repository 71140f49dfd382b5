using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Where a verb takes orbits from, and the satellites that were chosen, in the order of the source.</summary>
internal sealed record OrbitSource(EphemerisSource Ephemeris, IReadOnlyList<SatelliteId> Satellites);
