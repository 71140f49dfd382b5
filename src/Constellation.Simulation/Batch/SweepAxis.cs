namespace Constellation.Simulation;

/// <summary>Something that a sweep varies.</summary>
/// <param name="Name">Column of the results.</param>
/// <param name="Levels">What it takes, in the order of the file.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<SweepLevel> Levels);
