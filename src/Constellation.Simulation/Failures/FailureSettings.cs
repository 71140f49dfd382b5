using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What fails, how often, and what replaces it. Defaults are for medium orbits; docs/theory/availability.md says where each comes from.</summary>
public sealed record FailureSettings
{
    public Duration Length { get; init; } = Duration.FromHours(87_660);

    public int Replicates { get; init; } = 200;

    public ulong Seed { get; init; } = 1;

    /// <summary>Whether every second replicate has the mirrored random numbers of the one before: the same mean, less scatter.</summary>
    public bool Antithetic { get; init; } = true;

    /// <summary>Mean life of a satellite apart from its clocks; null: it lives for ever.</summary>
    public Duration? Life { get; init; } = Duration.FromHours(105_192);

    /// <summary>Interruptions that a satellite survives.</summary>
    public EquipmentRates Outages { get; init; } = new(Duration.FromHours(5000), Duration.FromHours(36));

    /// <summary>Clocks of a satellite; one runs, the others are off and do not age. When the last fails the satellite is lost.</summary>
    public int ClockUnits { get; init; } = 4;

    /// <summary>Mean life of the clock that runs; its repair is the take-over by the next one, of fixed length.</summary>
    public EquipmentRates Clock { get; init; } = new(Duration.FromHours(52_596), Duration.FromHours(6));

    /// <summary>Crosslink terminals: a satellite without one serves on, with older messages.</summary>
    public EquipmentRates Link { get; init; } = new(Duration.FromHours(26_298), Duration.FromHours(12));

    public EquipmentRates Station { get; init; } = new(Duration.FromDays(60), Duration.FromDays(1));

    public int Stations { get; init; } = 3;

    /// <summary>With fewer stations than this all messages grow old.</summary>
    public int StationsNeeded { get; init; } = 1;

    /// <summary>Time from one planned outage of a satellite to the next; null: none.</summary>
    public Duration? PlannedEvery { get; init; } = Duration.FromHours(8766);

    public Duration PlannedLength { get; init; } = Duration.FromHours(12);

    /// <summary>Mean time until something takes a whole plane, such as a design fault of one launch; null: never.</summary>
    public Duration? PlaneLoss { get; init; }

    /// <summary>Spares in each plane at the start; null: those of the constellation.</summary>
    public int? SparesPerPlane { get; init; }

    /// <summary>Time of a spare to any slot; null: by the drift orbit.</summary>
    public Duration? Drift { get; init; }

    /// <summary>Height by which the drift orbit differs, m.</summary>
    public double DriftHeight { get; init; } = 100e3;

    /// <summary>From the loss of a satellite, or of a spare, until a launched one serves or stands by.</summary>
    public Duration Launch { get; init; } = Duration.FromDays(270);

    /// <summary>Outages that are known beforehand.</summary>
    public IReadOnlyList<ListedOutage> Listed { get; init; } = [];
}
