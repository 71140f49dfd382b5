using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A satellite of a catalogue that is no navigation satellite; <c>Number</c> is that of the catalogue.</summary>
public sealed record CatalogueObject(int Number, string Name, SatelliteGroup Group, Position<Itrf> Itrf);
