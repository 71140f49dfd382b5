namespace Constellation.Simulation;

/// <summary>A named user of a run.</summary>
public sealed record RunSite(string Name, double LatitudeDeg, double LongitudeDeg, double HeightM);
