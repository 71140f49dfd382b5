using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What the satellites broadcast. Table <c>[broadcast]</c>.</summary>
public sealed record BroadcastSettings
{
    /// <summary>simulated or nav; messages from files replace control segment and broadcast stage.</summary>
    public DataSource Source { get; init; } = DataSource.Simulated;

    public MessageFidelity Message { get; init; } = MessageFidelity.Icd;

    /// <summary>What decides when uploads arrive.</summary>
    public UploadMode Upload { get; init; } = UploadMode.Interval;

    /// <summary>Time between uploads of predictions.</summary>
    public Duration UploadInterval { get; init; } = Duration.FromHours(1);

    /// <summary>From the last measurement used to the first second on air.</summary>
    public Duration UploadDelay { get; init; } = Duration.Zero;

    /// <summary>What group delays and the operator's clock miss of the delay of the navigation signals, m: a constant of each satellite, one sigma.</summary>
    public double SignalBiasSigma { get; init; }
}
