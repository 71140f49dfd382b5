namespace Constellation.Orbits;

/// <summary>How much of sunlight the Earth scatters and how much heat it sends out, by latitude and season.</summary>
/// <remarks>[Knocke88] eqs. 11 to 14: zonal to degree 2, one year's period, as a Lambert sphere; monthly satellite data differ by some 10 %.</remarks>
internal readonly struct EarthSurface
{
    /// <summary>1981-12-22, TT seconds since J2000.0.</summary>
    private const double SolsticeSeconds = -6584.5 * 86400, YearSeconds = 365.25 * 86400;

    private readonly double _albedo1, _emission1;

    public EarthSurface(double secondsSinceJ2000)
    {
        double season = Math.Cos(2 * Math.PI * (secondsSinceJ2000 - SolsticeSeconds) / YearSeconds);
        (_albedo1, _emission1) = (0.10 * season, -0.07 * season);
    }

    /// <summary>Exitance over the solar irradiance at the Earth: light that is scattered plus heat.</summary>
    /// <param name="sineLatitude">Of the place.</param>
    /// <param name="sunHeight">Cosine of the Sun's zenith distance there.</param>
    public double Exitance(double sineLatitude, double sunHeight)
    {
        double p2 = 0.5 * ((3 * sineLatitude * sineLatitude) - 1);
        double albedo = 0.34 + (_albedo1 * sineLatitude) + (0.29 * p2), emissivity = 0.68 + (_emission1 * sineLatitude) - (0.18 * p2);
        return (albedo * Math.Max(0, sunHeight)) + (0.25 * emissivity);
    }
}
