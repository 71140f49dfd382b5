namespace Constellation.Signals;

/// <summary>The neutral atmosphere over one place at one epoch: zenith delays (m) and how they grow towards the horizon.</summary>
/// <param name="Hydrostatic">Zenith delay, m.</param>
/// <param name="Wet">Zenith delay, m.</param>
/// <param name="DryMapping">Slant over zenith of the hydrostatic part.</param>
/// <param name="WetMapping">Slant over zenith of the wet part.</param>
public readonly record struct TroposphereColumn(double Hydrostatic, double Wet, MappingFunction DryMapping, MappingFunction WetMapping)
{
    public double Total => Hydrostatic + Wet;

    /// <summary>Delay along a ray, m; zero below the horizon.</summary>
    public double Slant(double elevation)
    {
        double sin = Math.Sin(elevation);
        return sin <= 0 ? 0 : (Hydrostatic * DryMapping.At(sin)) + (Wet * WetMapping.At(sin));
    }
}
