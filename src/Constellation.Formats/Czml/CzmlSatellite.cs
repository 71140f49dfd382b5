using Constellation.Core;

namespace Constellation.Formats;

/// <summary>A satellite of a <see cref="CzmlScene"/>.</summary>
/// <param name="Id">Which.</param>
/// <param name="Blocks">Its positions, in the order of time, all in ITRF or all in GCRF.</param>
/// <param name="Color">Of point, name and path.</param>
/// <param name="Description">For people; may be empty.</param>
/// <param name="HasPath">Its path is drawn.</param>
public sealed record CzmlSatellite(SatelliteId Id, IReadOnlyList<EphemerisBlock> Blocks, CzmlColor Color, string Description, bool HasPath);
