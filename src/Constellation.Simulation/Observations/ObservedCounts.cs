namespace Constellation.Simulation;

/// <summary>What came of one receiver.</summary>
/// <param name="Marker">Its name.</param>
/// <param name="Epochs">Written.</param>
/// <param name="Observations">Pseudoranges.</param>
/// <param name="Satellites">Most at one epoch.</param>
/// <param name="Slips">Cycle slips, those at losses of lock not counted.</param>
public sealed record ObservedCounts(string Marker, long Epochs, long Observations, int Satellites, long Slips);
