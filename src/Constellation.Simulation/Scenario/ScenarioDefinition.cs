using Constellation.Clocks;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A scenario, parsed and validated: every name in it is resolved, every value within its bounds. SI inside.</summary>
/// <remarks>Keys, units, defaults and bounds of the file: <c>docs/scenario.md</c>, written from the code that reads them.</remarks>
public sealed record ScenarioDefinition
{
    /// <summary>Name of the file without its ending.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Every random number of a run follows from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>First epoch; null: the first that all files cover.</summary>
    public Epoch? Start { get; init; }

    public Duration Duration { get; init; } = Duration.FromHours(24);

    public Duration Step { get; init; } = Duration.FromMinutes(5);

    /// <summary>All satellites of the file, clocks replaced where the scenario says so.</summary>
    public required ConstellationDefinition Constellation { get; init; }

    /// <summary>The constellation's file as the scenario gives it, where it is not of the library.</summary>
    public string? ConstellationFile { get; init; }

    /// <summary>Those that take part, by id.</summary>
    public required IReadOnlyList<SatelliteDefinition> Satellites { get; init; }

    /// <summary>Every clock that a satellite flies, by its name in the catalogue; not yet scaled.</summary>
    public required IReadOnlyDictionary<string, ClockModel> ClockModels { get; init; }

    public OrbitSettings Orbits { get; init; } = new();

    public ClockSettings Clocks { get; init; } = new();

    public LinkSettings Links { get; init; } = new();

    public NetworkSettings Network { get; init; } = new();

    public required ControlSettings Control { get; init; }

    public BroadcastSettings Broadcast { get; init; } = new();

    public UserSettings Users { get; init; } = new();

    public FaultSettings Faults { get; init; } = new();

    public EnduranceSettings Failures { get; init; } = new();

    public AutonomySettings Autonomy { get; init; } = new();
}
