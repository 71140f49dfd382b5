using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>A place on the ground in a <see cref="CzmlScene"/>.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Name">Beside it.</param>
/// <param name="Place">Where.</param>
/// <param name="Color">Of point and name.</param>
public sealed record CzmlPlace(string Id, string Name, GeodeticPoint Place, CzmlColor Color);
