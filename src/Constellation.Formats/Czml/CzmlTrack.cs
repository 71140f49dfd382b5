using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>A line on the ground in a <see cref="CzmlScene"/>.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Name">For people.</param>
/// <param name="Points">Heights are of no account.</param>
/// <param name="Color">Of the line.</param>
public sealed record CzmlTrack(string Id, string Name, IReadOnlyList<GeodeticPoint> Points, CzmlColor Color);
