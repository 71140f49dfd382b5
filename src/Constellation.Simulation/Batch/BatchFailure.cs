namespace Constellation.Simulation;

/// <summary>A run that did not come to an end, and why.</summary>
public sealed record BatchFailure(int Point, long Seed, string Code, string Message);
