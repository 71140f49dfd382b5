using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>What is transmitted and what the receiver adds: from power to noise density.</summary>
/// <param name="Frequency">Hz.</param>
/// <param name="TransmitPower">At the output of the amplifier, W.</param>
public sealed record LinkCarrier(double Frequency, double TransmitPower)
{
    /// <summary>Between amplifier and antenna, dB.</summary>
    public double TransmitLoss { get; init; }

    /// <summary>Between antenna and first amplifier or detector, dB.</summary>
    public double ReceiveLoss { get; init; }

    /// <summary>Polarisation, implementation and whatever else, dB.</summary>
    public double OtherLoss { get; init; }

    /// <summary>System noise temperature at the reference point of the receiver, K; 0 where only the quanta of light make noise.</summary>
    public double NoiseTemperature { get; init; }

    /// <summary>Quantum efficiency of a coherent optical receiver; 0 for a radio receiver.</summary>
    public double QuantumEfficiency { get; init; }

    /// <summary>bit/s.</summary>
    public double DataRate { get; init; }

    /// <summary>Energy of a bit over noise density that the decoder needs, dB.</summary>
    public double RequiredEbN0 { get; init; }

    public double Wavelength => PhysicalConstants.SpeedOfLight / Frequency;

    public bool IsOptical => QuantumEfficiency > 0;

    /// <summary>Power density of the noise, dBW/Hz: k T of a radio receiver, h f over the quantum efficiency of a coherent optical one (shot noise).</summary>
    /// <remarks>[Kikuchi16]: the local light dominates, so the noise is that of the quanta. h = 6.62607015e-34 J s, exact, SI.</remarks>
    public double NoiseDensity => 10 * Math.Log10((PhysicalConstants.Boltzmann * NoiseTemperature) + (IsOptical ? Planck * Frequency / QuantumEfficiency : 0));

    /// <summary>Least C/N0 at which the data come through, dB-Hz.</summary>
    public double DataThreshold => (10 * Math.Log10(DataRate)) + RequiredEbN0;

    private const double Planck = 6.62607015e-34;
}
