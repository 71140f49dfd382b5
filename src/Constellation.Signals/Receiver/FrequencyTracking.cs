namespace Constellation.Signals;

/// <summary>Thermal noise of a frequency lock loop: what a receiver's Doppler has.</summary>
/// <param name="LoopBandwidth">Hz.</param>
/// <param name="IntegrationTime">Predetection integration T, s.</param>
public readonly record struct FrequencyTracking(double LoopBandwidth, double IntegrationTime)
{
    /// <summary>C/N0 (dB-Hz) below which the discriminator's factor F is two.</summary>
    private const double NearThreshold = 27;

    /// <summary>Standard deviation of the carrier frequency, Hz.</summary>
    /// <remarks>[Kaplan06] 5.6.2: sqrt(4 F B / (C/N0) (1 + 1 / (T C/N0))) / (2 pi T), F = 1, near the threshold 2.</remarks>
    public double Sigma(double carrierToNoiseDbHz)
    {
        double cn0 = Math.Pow(10.0, 0.1 * carrierToNoiseDbHz), factor = carrierToNoiseDbHz < NearThreshold ? 2.0 : 1.0;
        return Math.Sqrt(4.0 * factor * LoopBandwidth / cn0 * (1.0 + (1.0 / (IntegrationTime * cn0)))) / (2.0 * Math.PI * IntegrationTime);
    }
}
