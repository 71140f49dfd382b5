using Constellation.Core;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>The crosslinks. Table <c>[links]</c>.</summary>
public sealed record LinkSettings
{
    /// <summary>Terminal of every satellite, not yet scaled; null: none.</summary>
    public LinkPayload? Payload { get; init; }

    /// <summary>The payload's file as the scenario gives it, where it is not of the library.</summary>
    public string? PayloadFile { get; init; }

    /// <summary>The schedule's file as the scenario gives it; null: it is made to <see cref="Goals"/>.</summary>
    public string? ScheduleFile { get; init; }

    /// <summary>What that file says.</summary>
    public GivenSchedule? Schedule { get; init; }

    /// <summary>What a schedule is made for.</summary>
    public ScheduleGoals Goals { get; init; } = ScheduleGoals.Default;

    /// <summary>Seed of the draws of lost slots; null: the scenario's.</summary>
    public ulong? LostSlotsSeed { get; init; }

    /// <summary>Satellites that carry no terminal.</summary>
    public IReadOnlyList<SatelliteId> Without { get; init; } = [];

    /// <summary>Satellites whose terminal is another one.</summary>
    public IReadOnlyList<LinkReplacement> Replacements { get; init; } = [];

    /// <summary>Factor on the ranging noise of links.</summary>
    public double NoiseScale { get; init; } = 1;

    /// <summary>Factor on hardware delays and their walk.</summary>
    public double DelayScale { get; init; } = 1;

    /// <summary>Terminal of a satellite with this scenario's noise; null: none.</summary>
    public LinkPayload? PayloadOf(SatelliteId satellite) => Without.Contains(satellite) || Payload is null
        ? null
        : (Replacements.FirstOrDefault(r => r.Satellites.Contains(satellite))?.Payload ?? Payload).Scaled(NoiseScale, DelayScale);

    /// <summary>Terminal of the anchor stations with this scenario's noise; null: none.</summary>
    public LinkPayload? AnchorPayload => Payload?.Scaled(NoiseScale, DelayScale);
}
