using Constellation.Clocks;
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

    /// <summary>Satellites that fly another clock than the constellation says; already done in the satellites.</summary>
    public IReadOnlyList<ClockReplacement> Replacements { get; init; } = [];

    /// <summary>Distance of the nodes at which a drawn history is exact in law.</summary>
    public Duration Sampling { get; init; } = Duration.FromSeconds(30);

    /// <summary>A kind of clock with this scenario's noise, and without what is systematic where the scenario wants none; perfect where nothing is left.</summary>
    public ClockModel InForce(ClockModel kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ClockModel scaled = kind.Scaled(NoiseScale);
        return Deterministic ? scaled : scaled.NoiseOnly();
    }
}
