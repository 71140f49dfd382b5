using Constellation.Core;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What a lesson is about: constellations, seen as orbits, or a scenario that is run first.</summary>
/// <param name="Where">In the file.</param>
public sealed record LessonSource(SourceSpan Where)
{
    /// <summary>Names of constellations, or TOML files beside the lesson; empty with a scenario.</summary>
    public IReadOnlyList<string> Orbits { get; init; } = [];

    public Epoch? Start { get; init; }

    public Duration? Length { get; init; }

    public Duration? Step { get; init; }

    /// <summary>Name of a scenario; null with orbits.</summary>
    public string? Scenario { get; init; }

    /// <summary>Settings of the scenario, <c>path=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
