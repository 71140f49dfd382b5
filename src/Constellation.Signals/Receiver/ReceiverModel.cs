using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>A receiver: antenna, noise, loops.</summary>
public sealed record ReceiverModel
{
    /// <summary>Antenna, low noise amplifier and sky together, K; 300 to 500 are usual.</summary>
    public double SystemTemperature { get; init; } = 400;

    /// <summary>Quantisation, filters, correlation, dB; 1 to 2 are usual.</summary>
    public double ImplementationLoss { get; init; } = 2.0;

    public ReceiverAntenna Antenna { get; init; } = ReceiverAntenna.Geodetic;

    /// <summary>Early-late spacing as a length, m: the front end's width decides it, on every code; at most one chip.</summary>
    public double CodeSpacing { get; init; } = 29.3;

    /// <summary>One-sided, Hz.</summary>
    public double CodeBandwidth { get; init; } = 1.0;

    /// <summary>Hz.</summary>
    public double CarrierBandwidth { get; init; } = 15.0;

    /// <summary>Hz; of the frequency loop whose output is the Doppler.</summary>
    public double FrequencyBandwidth { get; init; } = 1.0;

    /// <summary>s.</summary>
    public double IntegrationTime { get; init; } = 0.020;

    /// <summary>Lock is lost below it, dB-Hz.</summary>
    public double LeastCarrierToNoise { get; init; } = 25.0;

    /// <summary>Tracking without the key is led by the open code: loops as much narrower, and lock is kept down to as much weaker signals.</summary>
    public double SemicodelessAid { get; init; } = 0.02;

    /// <summary>The geodetic receiver of the simulated users.</summary>
    public static ReceiverModel Geodetic { get; } = new();

    /// <summary>Carrier-to-noise density, dB-Hz, of a power at an antenna of 0 dBi.</summary>
    /// <param name="powerDbw">dBW.</param>
    /// <param name="angle">Above the antenna's plane, rad.</param>
    /// <remarks>C/N0 = P + G - 10 log10(k T) - L.</remarks>
    public double CarrierToNoise(double powerDbw, double angle) =>
        powerDbw + Antenna.Gain(angle) - (10.0 * Math.Log10(PhysicalConstants.Boltzmann * SystemTemperature)) - ImplementationLoss;

    /// <summary>How the code of a signal is tracked.</summary>
    public CodeTracking Code(SignalDefinition signal, bool semicodeless = false) =>
        signal.Tracking(Math.Min(1.0, CodeSpacing * signal.ChipRate / PhysicalConstants.SpeedOfLight), CodeBandwidth * Aid(semicodeless), IntegrationTime / Aid(semicodeless));

    public CarrierTracking Carrier(double frequency, bool semicodeless = false) =>
        new(PhysicalConstants.SpeedOfLight / frequency, CarrierBandwidth * Aid(semicodeless), IntegrationTime / Aid(semicodeless));

    public FrequencyTracking Frequency(bool semicodeless = false) => new(FrequencyBandwidth * Aid(semicodeless), IntegrationTime);

    /// <summary>Whether lock is kept at a strength, dB-Hz.</summary>
    public bool Tracks(double carrierToNoiseDbHz, bool semicodeless = false) => carrierToNoiseDbHz >= LeastCarrierToNoise + (10.0 * Math.Log10(Aid(semicodeless)));

    private double Aid(bool semicodeless) => semicodeless ? SemicodelessAid : 1.0;

    /// <summary>What tracking without the key of an encrypted code leaves of C/N0, dB-Hz: the wanted part is found bit by bit of 2 us.</summary>
    /// <remarks>The square law of unknown bits: C/N0 times 2 T C/N0 / (1 + 2 T C/N0), T = 1 / 500 kHz. [Teunissen17] chapter 14.</remarks>
    public static double Semicodeless(double carrierToNoiseDbHz)
    {
        const double bit = 2e-6;
        double x = 2.0 * bit * Math.Pow(10.0, 0.1 * carrierToNoiseDbHz);
        return carrierToNoiseDbHz + (10.0 * Math.Log10(x / (1.0 + x)));
    }
}
