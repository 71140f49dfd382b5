using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The errors of a user's pseudoranges, and the user's own opinion of them.</summary>
public sealed record UserModel
{
    /// <summary>Signals by system; a system that is missing here is not tracked.</summary>
    public required IReadOnlyDictionary<GnssSystem, UserSignals> Signals { get; init; }

    /// <summary>Factor on the thermal noise that follows from C/N0; 0: none.</summary>
    public double ThermalNoise { get; init; } = 1.0;

    public CarrierToNoise CarrierToNoise { get; init; } = new(35.0, 50.0);

    /// <summary>Of each code, independent between epochs: right for steps of five minutes and more.</summary>
    public CodeMultipath Multipath { get; init; } = CodeMultipath.Static;

    public TroposphereResidual Troposphere { get; init; } = TroposphereResidual.Blind;

    public IonosphereTreatment Ionosphere { get; init; } = IonosphereTreatment.IonosphereFree;

    /// <summary>The ionosphere of the day, for single-frequency users.</summary>
    public Klobuchar IonosphereModel { get; init; } = Klobuchar.Of2023March12;

    /// <summary>Residual of the broadcast model over its delay, standard deviation.</summary>
    public double IonosphereResidual { get; init; } = 0.5;

    /// <summary>Receiver clock offset, standard deviation, s: solved for at every epoch.</summary>
    public double ReceiverClockSigma { get; init; } = 1e-5;

    /// <summary>Signal-in-space error that the user assumes when weighting, m.</summary>
    public double AssumedSignalInSpaceError { get; init; } = 0.5;

    /// <summary>Whether every system has its own receiver clock; false trusts that all broadcast clocks refer to one time.</summary>
    public bool ClockPerSystem { get; init; } = true;

    /// <summary>Two codes of every system with a geodetic receiver: 0.1 chip of a 1 Mcps code, 1 chip of a 10 Mcps code, 1 Hz, 20 ms.</summary>
    public static UserModel DualFrequency { get; } = new() { Signals = UserSignalTable.OpenPairs };

    /// <summary>No error at all: position errors are then defects of the chain.</summary>
    public static UserModel NoiseFree { get; } = DualFrequency with
    {
        ThermalNoise = 0.0,
        Multipath = CodeMultipath.None,
        Troposphere = TroposphereResidual.None,
        Ionosphere = IonosphereTreatment.Absent,
    };

    /// <summary>The same errors, each deviation multiplied by a factor; with 0 only the ionosphere-free combination and the weights remain.</summary>
    public UserModel Scaled(double factor) => this with
    {
        ThermalNoise = ThermalNoise * factor,
        Multipath = Multipath with { Floor = Multipath.Floor * factor, Amplitude = Multipath.Amplitude * factor },
        Troposphere = Troposphere with { ZenithSigma = Troposphere.ZenithSigma * factor },
        IonosphereResidual = IonosphereResidual * factor,
    };
}
