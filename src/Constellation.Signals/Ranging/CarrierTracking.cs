namespace Constellation.Signals;

/// <summary>Thermal noise of a phase lock loop.</summary>
/// <param name="Wavelength">m.</param>
/// <param name="LoopBandwidth">Hz.</param>
/// <param name="IntegrationTime">Predetection integration, s.</param>
public readonly record struct CarrierTracking(double Wavelength, double LoopBandwidth, double IntegrationTime)
{
    /// <summary>Standard deviation of the carrier range (m) at a carrier-to-noise density (dB-Hz).</summary>
    /// <remarks>[Kaplan06] 5.6.1, arctangent discriminator.</remarks>
    public double Sigma(double carrierToNoiseDbHz)
    {
        double cn0 = Math.Pow(10.0, 0.1 * carrierToNoiseDbHz);
        return Wavelength / (2.0 * Math.PI) * Math.Sqrt(LoopBandwidth / cn0 * (1.0 + (1.0 / (2.0 * IntegrationTime * cn0))));
    }
}
