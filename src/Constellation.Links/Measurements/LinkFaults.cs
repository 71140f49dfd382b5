using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Faults put into the measurements, unknown to the solver.</summary>
public sealed record LinkFaults
{
    public static LinkFaults None { get; } = new();

    /// <summary>What is wrong with the terminals of satellites, and when.</summary>
    public IReadOnlyList<TerminalFault> Terminals { get; init; } = [];

    /// <summary>From here on the crosslink terminals of the anchor stations measure nothing; L-band receivers, at the same stations too, go on.</summary>
    /// <remarks>By hand: with crosslinks left alone, the mean of n clocks walks away with variance c^2 q1 T (1 + T / T1) / n after T, T1 of anchored time before.</remarks>
    public Epoch? AnchorLostAt { get; init; }

    /// <summary>When a satellite has no clock, from the loss, included, to the take-over, excluded: it takes part in no link and no range of a round that touches such a time.</summary>
    public IReadOnlyDictionary<SatelliteId, IReadOnlyList<EpochSpan>> Silent { get; init; } = new Dictionary<SatelliteId, IReadOnlyList<EpochSpan>>();

    /// <summary>Seed of the chance by which slots are lost; null: that of all other errors.</summary>
    public ulong? LossSeed { get; init; }

    internal IEnumerable<TerminalFault> Of(LinkSystem system, int node) =>
        system.IsStation(node) ? [] : Terminals.Where(f => f.Satellite == system.Satellites[node].Id);
}
