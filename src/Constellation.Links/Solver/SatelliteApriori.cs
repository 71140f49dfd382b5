using Constellation.Clocks;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>What the operator knows of a satellite before the first measurement.</summary>
public sealed record SatelliteApriori
{
    /// <summary>Orbit predicted with the operator's forces, on GCRF axes, valid over all frames and half a minute around.</summary>
    public required IOrbit Orbit { get; init; }

    /// <summary>Error of the initial position, m per axis, one sigma.</summary>
    public required double PositionSigma { get; init; }

    /// <summary>Error of the initial velocity, m/s per axis, one sigma.</summary>
    public required double VelocitySigma { get; init; }

    /// <summary>Kind of clock: its spectrum gives the process noise, its spreads the initial uncertainty.</summary>
    public required ClockModel Clock { get; init; }

    /// <summary>Predicted clock at the first frame.</summary>
    public ClockState ClockState { get; init; }

    /// <summary>Error of that offset, s, one sigma; by default the spread of the kind.</summary>
    public double? OffsetSigma { get; init; }

    /// <summary>Error of that frequency, one sigma; by default the spread of the kind.</summary>
    public double? FrequencySigma { get; init; }

    /// <summary>What becomes known of the clock on the way, in order of time.</summary>
    public IReadOnlyList<ClockNotice> Notices { get; init; } = [];
}
