using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>One satellite of an epoch with all that a position needs of it; what depends on where the receiver is comes with <see cref="PreparedEpoch.Look"/>.</summary>
public struct PreparedSatellite
{
    public SatelliteId Id { get; init; }

    /// <summary>Row in the <see cref="ObservationEpoch"/>.</summary>
    public int Row { get; init; }

    public SignalColumns Signals { get; init; }

    /// <summary>Carrier frequencies, Hz; the second is NaN where one is used.</summary>
    public double Frequency1 { get; init; }

    /// <inheritdoc cref="Frequency1"/>
    public double Frequency2 { get; init; }

    /// <summary>Codes as measured, m; the second is NaN where one is used. A smoother may replace them.</summary>
    public double Range1 { get; set; }

    /// <inheritdoc cref="Range1"/>
    public double Range2 { get; set; }

    /// <summary>Standard deviation of noise and multipath after smoothing over before; 1 without.</summary>
    public double Smoothing { get; set; }

    /// <summary>Part of the second code, b in P = (1 + b) P1 - b P2: 0 for one code, 1 / (f1^2 / f2^2 - 1) for the ionosphere-free combination.</summary>
    public double SecondPart { get; internal set; }

    /// <summary>The combination in use with the delays of the satellite and the receiver's difference between the codes applied, m.</summary>
    public double Pseudorange { get; internal set; }

    /// <summary>Rate of the range by the Doppler observation, m/s; NaN without one.</summary>
    public double RangeRate { get; init; }

    /// <summary>C/N0 of the (weaker) signal, dB-Hz; NaN without.</summary>
    public double CarrierToNoise { get; init; }

    /// <summary>At transmission, on the axes of that instant. The clock has relativity but no group delay.</summary>
    public TransmitterState State { get; init; }

    /// <summary>Reading of the receiver at reception minus system time at transmission, s.</summary>
    public double TravelTime { get; init; }

    /// <summary>What is added to the clock so that it fits the first code, s.</summary>
    public double Delay1 { get; init; }

    /// <summary>The same for the second code; NaN where one is used.</summary>
    public double Delay2 { get; init; }

    /// <summary>The same for the ionosphere-free pair, or the one code.</summary>
    public double DelayOfPair { get; init; }

    /// <summary>Receiver clock that the satellite's system has, see <see cref="ClockColumns"/>.</summary>
    public int ClockColumn { get; init; }

    /// <summary>Position on the axes of reception, m.</summary>
    public Position<Itrf> Turned { get; internal set; }

    /// <summary>From the receiver, rad; distance in m.</summary>
    public LookAngles Look { get; internal set; }

    /// <summary>Delay taken off the pseudorange, m: what the model says of the part that the combination leaves.</summary>
    public double Ionosphere { get; internal set; }

    /// <summary>Its standard deviation, m.</summary>
    public double IonosphereSigma { get; internal set; }

    /// <summary>Noise of the combination over that of one code.</summary>
    public readonly double NoiseFactor => Math.Sqrt(((1.0 + SecondPart) * (1.0 + SecondPart)) + (SecondPart * SecondPart));

    /// <summary>Delay taken off the pseudorange, m.</summary>
    public double Troposphere { get; internal set; }

    /// <summary>What else makes the range longer, m: antennas, tides, biases of products.</summary>
    public double OtherDelay { get; internal set; }

    /// <summary>Standard deviation of the pseudorange, m.</summary>
    public double Sigma { get; internal set; }

    /// <summary>Observed minus computed of the solution, m; NaN where the satellite has no part in one.</summary>
    public double Residual { get; internal set; }

    /// <summary>Found at fault in this epoch: never used however it is looked at.</summary>
    public bool Faulty { get; internal set; }

    /// <summary>Why the satellite is not used; <see cref="Rejection.None"/> if it is.</summary>
    public Rejection Rejection { get; set; }
}
