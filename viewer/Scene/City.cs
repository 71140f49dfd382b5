using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A large city; rank 1 is named first, 3 only near by.</summary>
public sealed record City(string Name, GeodeticPoint Place, Position<Itrf> Itrf, int Rank);
