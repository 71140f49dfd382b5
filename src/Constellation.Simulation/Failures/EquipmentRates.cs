using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>How often equipment fails and how long it takes to bring it back; both exponentially distributed.</summary>
/// <param name="BetweenFailures">Mean time that it works; null: it does not fail.</param>
/// <param name="ToRepair">Mean time until it works again.</param>
public readonly record struct EquipmentRates(Duration? BetweenFailures, Duration ToRepair)
{
    /// <summary>Never fails.</summary>
    public static EquipmentRates None { get; } = new(null, Duration.Zero);

    /// <summary>Share of time that it works in the long run, MTBF / (MTBF + MTTR).</summary>
    public double Availability => BetweenFailures is { } m ? m.TotalSeconds / (m.TotalSeconds + ToRepair.TotalSeconds) : 1;
}
