using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Every term of one observation: their sum is the observation. Pseudoranges and phases in metres (phases times the wavelength), Doppler as minus the wavelength times it, m/s.</summary>
/// <param name="Time">The receiver's time tag.</param>
/// <param name="Satellite">Satellite.</param>
/// <param name="Code">Observation.</param>
public readonly record struct LedgerRow(Epoch Time, SatelliteId Satellite, ObservationCode Code)
{
    /// <summary>The observation itself, not rounded.</summary>
    public double Value { get; init; }

    /// <summary>From the antenna of the satellite when the signal left to the receiver when it came, on the ITRF axes of each instant.</summary>
    public double Range { get; init; }

    /// <summary>What the Earth's turning meanwhile adds to that.</summary>
    public double Sagnac { get; init; }

    /// <summary>Minus c times the satellite clock's offset.</summary>
    public double SatelliteClock { get; init; }

    /// <summary>Minus c times its eccentricity term.</summary>
    public double Relativity { get; init; }

    /// <summary>Delay of light near the Earth's mass.</summary>
    public double Gravitation { get; init; }

    /// <summary>Delay of the signal in the satellite against the one that its clock refers to, as the message tells it.</summary>
    public double GroupDelay { get; init; }

    /// <summary>What the message does not tell of that.</summary>
    public double GroupDelayError { get; init; }

    /// <summary>c times the receiver clock's offset.</summary>
    public double ReceiverClock { get; init; }

    /// <summary>Positive for codes, negative for phases.</summary>
    public double Ionosphere { get; init; }

    /// <summary>Model, residual and gradients together.</summary>
    public double Troposphere { get; init; }

    /// <summary>Tides of the solid Earth at the receiver.</summary>
    public double Tide { get; init; }

    /// <summary>Phase centre of the receiver's antenna.</summary>
    public double Antenna { get; init; }

    /// <summary>Turns of the antennas, phases only.</summary>
    public double WindUp { get; init; }

    /// <summary>Many small reflections and the mirror together.</summary>
    public double Multipath { get; init; }

    /// <summary>Thermal.</summary>
    public double Noise { get; init; }

    /// <summary>Wavelength times the whole number of cycles, phases only.</summary>
    public double Ambiguity { get; init; }

    /// <summary>dB-Hz, as the receiver tells it; no term of the sum.</summary>
    public double CarrierToNoise { get; init; }

    /// <summary>rad; no term of the sum.</summary>
    public double Elevation { get; init; }

    /// <summary>rad; no term of the sum.</summary>
    public double Azimuth { get; init; }

    /// <summary>The sum of all terms, in the order in which the observation is made of them.</summary>
    public double Sum => Range + Sagnac + SatelliteClock + Relativity + Gravitation + GroupDelay + GroupDelayError + ReceiverClock
        + Ionosphere + Troposphere + Tide + Antenna + WindUp + Multipath + Noise + Ambiguity;
}
