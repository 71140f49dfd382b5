namespace Constellation.Viewer;

/// <summary>A vertex of a map: degrees, east and north positive.</summary>
public readonly record struct MapPoint(double LongitudeDeg, double LatitudeDeg);
