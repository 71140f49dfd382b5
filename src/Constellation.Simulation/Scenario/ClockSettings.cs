using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The true clocks. Table <c>[clocks]</c>; replacements are already in the satellites.</summary>
public sealed record ClockSettings
{
    /// <summary>simulated, clk, sp3 or nav.</summary>
    public DataSource Source { get; init; } = DataSource.Simulated;

    /// <summary>Factor on the deviation of every noise of every satellite clock; 0: none.</summary>
    public double NoiseScale { get; init; } = 1;

    /// <summary>Initial offset and frequency, drift and once-per-revolution terms.</summary>
    public bool Deterministic { get; init; } = true;

    /// <summary>Distance of the nodes at which a drawn history is exact in law.</summary>
    public Duration Sampling { get; init; } = Duration.FromSeconds(30);
}
