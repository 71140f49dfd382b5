namespace Constellation.Simulation;

/// <summary>A ground station of a run: anchors have a crosslink terminal, monitors navigation receivers.</summary>
public sealed record RunStation(string Name, double LatitudeDeg, double LongitudeDeg, double HeightM, bool Anchor, bool Monitor);
