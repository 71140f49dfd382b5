using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>What is known of a net before any draw: orbits that links are planned by, and the schedule.</summary>
/// <param name="schedule">Of the crosslinks.</param>
/// <param name="forShards">Whether several shards use it; if not, it is for the members of one group, who go on in step.</param>
internal sealed class PlannedNet(ILinkSchedule schedule, bool forShards)
{
    /// <summary>A week of rounds every five minutes: 30 MB.</summary>
    private const int MostRounds = 2000;

    public ILinkSchedule Schedule { get; } = new RememberedSchedule(schedule, forShards);

    /// <summary>Null before the first run.</summary>
    public IReadOnlyList<IOrbit>? Orbits { get; set; }

    /// <summary>Whether a run is short enough for its rounds to be remembered.</summary>
    public static bool CanBeKept(ScenarioDefinition scenario) =>
        (scenario.Duration + scenario.Control.WarmUp).TotalSeconds <= MostRounds * scenario.Control.Interval.TotalSeconds;

    public static PlannedNet Of(ScenarioDefinition scenario, bool forShards) => new(LinkSky.ScheduleOf(scenario, LinkSky.SystemOf(scenario)), forShards);
}
