using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>What the loss of one or two satellites costs.</summary>
/// <param name="Satellites">That are lost.</param>
/// <param name="Geometry">Without them.</param>
/// <param name="LostMean">Share of area and time that loses good geometry.</param>
/// <param name="LostEverywhere">Share of time that is no longer good everywhere.</param>
/// <param name="PdopGrowth">Of the mean PDOP.</param>
/// <param name="AccuracyGrowth">Of users' rms position error where geometry is good, m; NaN without errors of ranges.</param>
public sealed record CriticalSet(IReadOnlyList<SatelliteDefinition> Satellites, GeometryShare Geometry, double LostMean, double LostEverywhere, double PdopGrowth, double AccuracyGrowth);
