using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Errors put in on purpose, unknown to the operator. Tables <c>[[faults.clock]]</c>, <c>[[faults.ephemeris]]</c>, <c>[[faults.link]]</c>; key <c>faults.anchor_lost_at</c>.</summary>
public sealed record FaultSettings
{
    /// <summary>What happens to the clock units of satellites.</summary>
    public IReadOnlyList<(SatelliteId Satellite, ClockEvent Event, int Unit)> Clocks { get; init; } = [];

    /// <summary>Displacement of every broadcast orbit of a satellite in R, A, C, m.</summary>
    public IReadOnlyDictionary<SatelliteId, Vector3d> Ephemerides { get; init; } = new Dictionary<SatelliteId, Vector3d>();

    /// <summary>What is wrong with crosslink terminals, and when.</summary>
    public IReadOnlyList<TerminalFault> Links { get; init; } = [];

    /// <summary>From here on the anchor stations measure nothing.</summary>
    public Epoch? AnchorLostAt { get; init; }
}
