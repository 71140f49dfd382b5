namespace Constellation.Simulation;

/// <summary>One value of an axis: what it is called in tables, and the settings of the scenario that it stands for, each <c>path=value</c>.</summary>
public sealed record SweepLevel(string Name, IReadOnlyList<string> Settings);
