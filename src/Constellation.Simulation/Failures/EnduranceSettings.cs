using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What a run says of losses and of years besides its own span. Table <c>[failures]</c>.</summary>
public sealed record EnduranceSettings
{
    /// <summary>Rates, spares and length of the years; the seed is the scenario's.</summary>
    public FailureSettings Failures { get; init; } = new() { Length = Duration.Zero, Replicates = 2 };

    /// <summary>Spares that stand by; null: those of the constellation that do not take part.</summary>
    public IReadOnlyList<SatelliteId>? StandBy { get; init; }

    /// <summary>Whether anything is followed.</summary>
    public bool IsAsked => Failures.Length > Duration.Zero;
}
