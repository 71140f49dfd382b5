namespace Constellation.Simulation;

/// <summary>One configuration of a sweep: the level of every axis.</summary>
/// <param name="Index">From 0, in the order of the design.</param>
/// <param name="Levels">One of each axis, in their order.</param>
public sealed record SweepPoint(int Index, IReadOnlyList<SweepLevel> Levels)
{
    /// <summary>For people: the names of the levels.</summary>
    public string Name => Levels.Count == 0 ? "base" : string.Join(", ", Levels.Select(l => l.Name));
}
