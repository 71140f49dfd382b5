namespace Constellation.Orbits;

/// <summary>A name for several forces.</summary>
public sealed record ForceSet(string Name, string Description, IReadOnlyList<string> Forces);
