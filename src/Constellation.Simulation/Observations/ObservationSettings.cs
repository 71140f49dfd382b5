using Constellation.Clocks;
using Constellation.Core;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What a simulated receiver is and what happens to the signals on their way to it.</summary>
public sealed record ObservationSettings
{
    public required SignalCatalogue Catalogue { get; init; }

    /// <summary>Signals by system, in the order of the columns; a system that is missing is not tracked.</summary>
    public required IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalCode>> Signals { get; init; }

    public ReceiverModel Receiver { get; init; } = ReceiverModel.Geodetic;

    /// <summary>Phase centres of the receiver's antenna; null: every carrier is received at the reference point.</summary>
    public IReceiverAntenna? Calibration { get; init; }

    public TransmitBeam Beam { get; init; } = TransmitBeam.Typical;

    /// <summary>Elevation below which nothing is observed, rad; for receivers in space the angle above the antenna's plane.</summary>
    public double Mask { get; init; } = double.DegreesToRadians(5);

    /// <summary>Factor on thermal noise of code, phase, Doppler and strength; 0: none.</summary>
    public double ThermalNoise { get; init; } = 1;

    public MultipathModel Multipath { get; init; } = new();

    /// <summary>The true ionosphere of the first order; null: there is none.</summary>
    public IIonosphereModel? Ionosphere { get; init; }

    /// <summary>Factor on the model's own standard deviation with which a random field is added to it, one field for all receivers of a seed.</summary>
    public double IonosphereResidual { get; init; }

    /// <summary>The true neutral atmosphere; null: there is none.</summary>
    public ITroposphereModel? Troposphere { get; init; }

    /// <summary>Wet delay in the zenith beyond that model.</summary>
    public TroposphereResidual ZenithResidual { get; init; } = TroposphereResidual.None;

    /// <summary>Deviation of the north and of the east gradient, m; they wander as the zenith does.</summary>
    public double GradientSigma { get; init; }

    /// <summary>Delay of light near the Earth's mass, second and third order of the ionosphere, tides of the solid Earth at receivers that stand, wind-up of the phase.</summary>
    public bool RefinedEffects { get; init; } = true;

    /// <summary>Cycle slips of one signal of one satellite, per hour, besides losses of lock.</summary>
    public double SlipsPerHour { get; init; }

    /// <summary>True group delays against those that messages tell, m, one sigma: a constant of each satellite and signal.</summary>
    public double GroupDelaySigma { get; init; }

    public ClockModel ReceiverClock { get; init; } = ClockModel.Perfect;

    /// <summary>The receiver sets its clock by whole milliseconds as soon as it is off by more than half of one.</summary>
    public bool MillisecondJumps { get; init; } = true;

    /// <summary>Address of the receiver's random numbers: unique among those of one call, stable when others are added.</summary>
    public int Number { get; init; }

    public ulong Seed { get; init; } = 1;

    public uint Run { get; init; }

    /// <summary>The same with nothing random and no air: distance, clocks, relativity, turning Earth and the group delays of the messages are left.</summary>
    public ObservationSettings WithoutErrors() => this with
    {
        ThermalNoise = 0,
        Multipath = MultipathModel.None,
        Ionosphere = null,
        IonosphereResidual = 0,
        Troposphere = null,
        ZenithResidual = TroposphereResidual.None,
        GradientSigma = 0,
        RefinedEffects = false,
        SlipsPerHour = 0,
        GroupDelaySigma = 0,
        ReceiverClock = ClockModel.Perfect,
    };
}
