using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Models and rules of a position from real or simulated observations.</summary>
public sealed record ReceiverOptions
{
    /// <summary>Systems to use; null: all but SBAS, whose ranges are good to ten metres.</summary>
    public IReadOnlySet<GnssSystem>? Systems { get; init; }

    /// <summary>Satellites never to use.</summary>
    public IReadOnlySet<SatelliteId> Excluded { get; init; } = new HashSet<SatelliteId>();

    /// <summary>rad.</summary>
    public double ElevationMask { get; init; } = double.DegreesToRadians(10.0);

    /// <summary>Weaker signals are not used, dB-Hz.</summary>
    public double LowestCarrierToNoise { get; init; }

    public SignalPreferences Signals { get; init; } = SignalPreferences.DualFrequency;

    public IonosphereUse IonosphereUse { get; init; } = IonosphereUse.Weighted;

    /// <summary>Only the first preference that a file has is used, for every satellite of a system; a satellite without it is not used.</summary>
    public bool FirstSignalsOnly { get; init; }

    /// <summary>Null: no correction.</summary>
    public IIonosphereModel? Ionosphere { get; init; }

    /// <summary>Standard deviation of a delay that is not corrected, m.</summary>
    public double UncorrectedIonosphere { get; init; } = 5.0;

    /// <summary>Null: no correction.</summary>
    public ITroposphereModel? Troposphere { get; init; } = new TroposphereModel(Unb3Zenith.Instance, NiellModel.Instance);

    public ICodeDelays CodeDelays { get; init; } = BroadcastCodeDelays.Instance;

    public IRangeCorrections? Corrections { get; init; }

    public IRangeWeights Weights { get; init; } = RangeWeights.Broadcast;

    /// <summary>Satellites whose message says they are unhealthy are used too.</summary>
    public bool UseUnhealthy { get; init; }

    /// <summary>QZSS counts as GPS: one receiver clock for both.</summary>
    public bool QzssWithGps { get; init; }

    /// <summary>BeiDou-2 and BeiDou-3 have a receiver clock each: right for precise products.</summary>
    public bool GenerationsApart { get; init; }

    /// <summary>Residuals beyond a few sigma get less weight.</summary>
    public bool Robust { get; init; } = true;

    /// <summary>Probability that a sound epoch fails the test of consistency; 0: no test.</summary>
    public double FalseAlarm { get; init; } = 1e-3;

    /// <summary>Faulty satellites are looked for and left out, at most so many; 0: an epoch that fails the test has no position.</summary>
    public int MostFaults { get; init; } = 4;

    /// <summary>An epoch that stays inconsistent has a position, marked as such.</summary>
    public bool KeepInconsistent { get; init; } = true;

    /// <summary>Above it there is no position.</summary>
    public double LargestGdop { get; init; } = 30.0;

    /// <summary>Coordinates that are known and held: only clocks are solved for. Null: solved for.</summary>
    public Position<Itrf>? FixedPosition { get; init; }

    /// <summary>Time over which carriers smooth the codes, s; 0: not at all.</summary>
    public double SmoothingTime { get; init; }

    /// <summary>Directions and delays are computed anew where a solution lies farther than this from where they were taken, m: 2 m of height are 6 mm of delay at 5 degrees.</summary>
    public double LookAgain { get; init; } = 2.0;

    /// <summary>Velocity and clock drift from Doppler observations.</summary>
    public bool Velocity { get; init; } = true;
}
