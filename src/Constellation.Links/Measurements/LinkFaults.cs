using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Faults put into the measurements, unknown to the solver.</summary>
public sealed record LinkFaults
{
    public static LinkFaults None { get; } = new();

    /// <summary>Additional receive delay of a satellite's crosslink terminal, m.</summary>
    /// <remarks>By hand: a delay d raises every clock-free range of the satellite by d / 2 (its delay sum takes it) and the satellite's
    /// clock as the links see it by d / 2.</remarks>
    public IReadOnlyDictionary<SatelliteId, double> ReceiveDelay { get; init; } = new Dictionary<SatelliteId, double>();

    /// <summary>From here on the crosslink terminals of the anchor stations measure nothing; L-band receivers, at the same stations too, go on.</summary>
    /// <remarks>By hand: with crosslinks left alone, the mean of n clocks walks away with variance c^2 q1 T (1 + T / T1) / n after T, T1 of anchored time before.</remarks>
    public Epoch? AnchorLostAt { get; init; }

    /// <summary>When a satellite has no clock, ends excluded: it takes part in no link and no range of a round that touches such a time.</summary>
    public IReadOnlyDictionary<SatelliteId, IReadOnlyList<EpochSpan>> Silent { get; init; } = new Dictionary<SatelliteId, IReadOnlyList<EpochSpan>>();
}
