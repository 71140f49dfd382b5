using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Satellites of a run by the kind of their clock.</summary>
internal static class ClockGroups
{
    /// <summary>Positions in the manifest by kind, in alphabetical order. Satellites on which another kind took over within the run belong to none: their figures are of both.</summary>
    public static IEnumerable<IGrouping<string, int>> Of(IReadOnlyList<RunSatellite> satellites) => Enumerable.Range(0, satellites.Count)
        .Where(i => !IsMixed(satellites[i])).GroupBy(i => satellites[i].Clock).OrderBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>Those that belong to no kind, with their kinds.</summary>
    public static IReadOnlyList<string> Mixed(IReadOnlyList<RunSatellite> satellites) => [.. satellites.Where(IsMixed).Select(s => $"{s.Sat} ({s.ClockStory})")];

    private static bool IsMixed(RunSatellite satellite) => satellite.ClockChanges is { Count: > 0 };
}
