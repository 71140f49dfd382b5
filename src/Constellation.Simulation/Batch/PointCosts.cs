using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>What a configuration needs: counts, as the weights of an operator are not ours to give.</summary>
/// <param name="Masers">Satellites that fly a hydrogen maser, or an optical clock, which is dearer still.</param>
/// <param name="Terminals">Satellites and stations with a crosslink terminal.</param>
/// <param name="Stations">Stations on the ground, each once.</param>
public readonly record struct PointCosts(int Masers, int Terminals, int Stations)
{
    private static readonly string[] s_dear = ["maser", "lattice"];

    /// <summary>Names of the counts, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["n_masers", "n_terminals", "n_stations"];

    /// <summary>The counts in the order of <see cref="Names"/>.</summary>
    public double[] Values => [Masers, Terminals, Stations];

    public static PointCosts Of(ScenarioDefinition scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IReadOnlyDictionary<string, StationSet> sets = scenario.Control.StationSets;
        int anchors = scenario.Control.Segment.AnchorSet is { } anchor && sets.TryGetValue(anchor, out StationSet? set) ? set.Sites.Count : 0;
        int linked = scenario.Satellites.Count(s => scenario.Links.PayloadOf(s.Id) is not null);
        return new(
            scenario.Satellites.Count(s => s_dear.Any(kind => scenario.ClockModels[s.Clock].Description.Contains(kind, StringComparison.OrdinalIgnoreCase))),
            linked == 0 ? 0 : linked + anchors,
            sets.Values.SelectMany(s => s.Sites).Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());
    }
}
