namespace Constellation.Simulation;

/// <summary>A point in the order of one metric.</summary>
/// <param name="Column">Metric, scope and unit for people.</param>
/// <param name="Rank">1: the best mean; equal means have equal ranks.</param>
/// <param name="Row">What it gives.</param>
public sealed record LeagueRow(string Column, int Rank, PairedRow Row);
