using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The outcome of a run, in memory, before it goes to a <see cref="RunFolder"/>.</summary>
public sealed class RunResult
{
    internal RunResult(
        ScenarioDefinition scenario, RunManifest manifest, EpochGrid grid, SatelliteEpochState[][] satellites, IReadOnlyList<SisreRow> sisre,
        IReadOnlyList<OdtsRow> odts, IReadOnlyList<LinkRow> links, UserRun users, UserFix[][] fixes, StageTimer timer)
    {
        (Scenario, Manifest, Grid, Satellites, Sisre, Odts) = (scenario, manifest, grid, satellites, sisre, odts);
        (Links, LostLinks) = ([.. links.Where(l => !l.Lost)], [.. links.Where(l => l.Lost)]);
        (Users, SiteCount, Fixes, Timer) = (users.Users, users.SiteCount, fixes, timer);
        Summary = RunSummary.Of(this);
    }

    public ScenarioDefinition Scenario { get; }

    public RunManifest Manifest { get; }

    public EpochGrid Grid { get; }

    /// <summary>By epoch, then satellite.</summary>
    public IReadOnlyList<SatelliteEpochState[]> Satellites { get; }

    public IReadOnlyList<SisreRow> Sisre { get; }

    /// <summary>Empty where messages came from files.</summary>
    public IReadOnlyList<OdtsRow> Odts { get; }

    /// <summary>Who ranged with whom, slot by slot of the rounds that were measured.</summary>
    public IReadOnlyList<LinkRow> Links { get; }

    /// <summary>Links that were planned and brought nothing.</summary>
    public IReadOnlyList<LinkRow> LostLinks { get; }

    /// <summary>Named sites, then the grid.</summary>
    public IReadOnlyList<UserDefinition> Users { get; }

    public int SiteCount { get; }

    /// <summary>By epoch, then user.</summary>
    public UserFix[][] Fixes { get; }

    public IReadOnlyList<SummaryRow> Summary { get; }

    public StageTimer Timer { get; }
}
