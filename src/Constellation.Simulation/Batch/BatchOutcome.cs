namespace Constellation.Simulation;

/// <summary>What became of one run: rows, or a failure.</summary>
public sealed record BatchOutcome(int Point, long Seed, IReadOnlyList<BatchRow> Rows, BatchFailure? Failure);
