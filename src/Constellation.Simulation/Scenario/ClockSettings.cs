using Constellation.Clocks;
using Constellation.Core;
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

    /// <summary>Events by chance, with the rates of the clocks' kinds.</summary>
    public bool RandomEvents { get; init; }

    /// <summary>Mean time to failure of every unit by chance; null: that of the kind where there are events by chance, else none.</summary>
    public Duration? MeanTimeToFailure { get; init; }

    /// <summary>Satellites with spare clocks.</summary>
    public IReadOnlyList<ClockRedundancy> Redundancy { get; init; } = [];

    /// <summary>Satellites whose clocks feel a temperature.</summary>
    public IReadOnlyList<ClockTemperature> Thermal { get; init; } = [];

    /// <summary>Satellites whose clocks are steered.</summary>
    public IReadOnlyList<ClockSteering> Steering { get; init; } = [];

    /// <summary>Spare clocks of a satellite, 0 for most.</summary>
    public int SparesOf(SatelliteId satellite) => RedundancyOf(satellite)?.Spares ?? 0;

    public ClockRedundancy? RedundancyOf(SatelliteId satellite) => Redundancy.FirstOrDefault(r => r.Satellites.Contains(satellite));

    /// <summary>What happens by chance to a unit of a kind; null: nothing.</summary>
    public ClockEventRates? RatesOf(ClockModel kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ClockEventRates? rates = RandomEvents ? kind.Events : null;
        return MeanTimeToFailure is { } time ? (rates ?? new()) with { FailureInterval = time } : rates;
    }

    /// <summary>A kind of clock with this scenario's noise, and without what is systematic where the scenario wants none; perfect where nothing is left.</summary>
    public ClockModel InForce(ClockModel kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ClockModel scaled = kind.Scaled(NoiseScale);
        return Deterministic ? scaled : scaled.NoiseOnly();
    }
}
