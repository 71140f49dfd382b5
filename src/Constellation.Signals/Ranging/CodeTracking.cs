using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>Thermal noise of a delay lock loop: non-coherent early-late power discriminator, wide front end.</summary>
/// <param name="ChipRate">Code rate, chips/s.</param>
/// <param name="Spacing">Early-late spacing d, chips.</param>
/// <param name="LoopBandwidth">One-sided noise bandwidth B, Hz.</param>
/// <param name="IntegrationTime">Coherent integration T, s.</param>
/// <param name="PeakSlope">Slope of the correlation main peak relative to BPSK: 1 for BPSK, 3 for BOC(1,1) and its composites.</param>
public readonly record struct CodeTracking(double ChipRate, double Spacing, double LoopBandwidth, double IntegrationTime, double PeakSlope = 1.0)
{
    /// <summary>Standard deviation of the code range (m) at a carrier-to-noise density (dB-Hz).</summary>
    /// <remarks>[Kaplan06] eq. 5.23: sigma^2 = B d / (2 C/N0) (1 + 2 / ((2 - d) T C/N0)) chips^2; a steeper peak divides by its square root.</remarks>
    public double Sigma(double carrierToNoiseDbHz)
    {
        double cn0 = Math.Pow(10.0, 0.1 * carrierToNoiseDbHz);
        double chips2 = LoopBandwidth * Spacing / (2.0 * cn0) * (1.0 + (2.0 / ((2.0 - Spacing) * IntegrationTime * cn0)));
        return Math.Sqrt(chips2 / PeakSlope) * PhysicalConstants.SpeedOfLight / ChipRate;
    }
}
