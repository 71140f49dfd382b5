namespace Constellation.Links;

/// <summary>A flat phased array whose beam is steered to the partner: gain falls as a power of the cosine of the scan angle.</summary>
/// <param name="PeakGain">Broadside, dBi: 10 lg of the number of elements plus the gain of one [Mailloux18].</param>
/// <param name="ScanExponent">n of cos^n; 1 for the projected aperture alone, 1.2 to 1.5 with the elements' pattern and mismatch [Mailloux18].</param>
public sealed record ArrayAntenna(double PeakGain, double ScanExponent) : LinkAntenna
{
    public static ArrayAntenna Of(int elements, double elementGain, double scanExponent) => new((10 * Math.Log10(elements)) + elementGain, scanExponent);

    public override double Gain(double angle, double wavelength) => PeakGain + (10 * ScanExponent * Math.Log10(Math.Max(Math.Cos(angle), 1e-9)));
}
