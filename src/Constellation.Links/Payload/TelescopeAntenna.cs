namespace Constellation.Links;

/// <summary>A telescope or dish that is turned to its partner: the same gain in every direction it reaches.</summary>
/// <param name="Aperture">Diameter, m.</param>
/// <param name="Efficiency">Of the aperture: illumination, obscuration, optics.</param>
/// <param name="PointingLoss">Mean loss by pointing jitter, dB, positive.</param>
public sealed record TelescopeAntenna(double Aperture, double Efficiency, double PointingLoss) : LinkAntenna
{
    /// <remarks>Efficiency times (pi D / wavelength)^2.</remarks>
    public override double Gain(double angle, double wavelength) =>
        (20 * Math.Log10(Math.PI * Aperture / wavelength)) + (10 * Math.Log10(Efficiency)) - PointingLoss;
}
