using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>Broadcast messages of a day against a product.</summary>
/// <param name="Name">Date and analysis centre.</param>
/// <param name="Report">What came out.</param>
/// <param name="Targets">Published rms by group, m.</param>
internal sealed record SpaceErrorDay(string Name, SisreReport Report, IReadOnlyList<(string Group, double Published)> Targets)
{
    /// <summary>Statistics of a group of satellites; null where it has none.</summary>
    public SisreStatistics? Of(string group) => Report.Groups.FirstOrDefault(g => g.Group == group).Statistics;
}
