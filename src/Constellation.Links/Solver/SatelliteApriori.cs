using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>What the operator knows of a satellite before the first measurement.</summary>
public sealed record SatelliteApriori
{
    /// <summary>Orbit predicted with the operator's forces, on GCRF axes, from half a minute before the first frame on.</summary>
    public required IOrbit Orbit { get; init; }

    /// <summary>Predicts on from an estimated state, over a span around it; without it <see cref="Orbit"/> has to hold all frames and half a minute after.</summary>
    public Func<StateVector, EpochSpan, IOrbit>? Predict { get; init; }

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

    /// <summary>The same prediction over a span: <see cref="Orbit"/> where it reaches so far, else predicted anew from its state at an epoch.</summary>
    public IOrbit OrbitOver(Epoch from, EpochSpan span) =>
        Predict is null || (Orbit.Validity.First <= span.First && Orbit.Validity.Last >= span.Last) ? Orbit : Predict(Orbit.At(from), span);
}
