using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>A named list of sites, read from <c>ephemeris/stations</c>.</summary>
public sealed record StationSet(string Name, string Description, IReadOnlyList<StationSite> Sites);

/// <summary>A name and a place.</summary>
public sealed record StationSite(string Name, GeodeticPoint Position);
