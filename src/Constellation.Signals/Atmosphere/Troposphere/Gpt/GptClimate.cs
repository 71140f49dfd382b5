namespace Constellation.Signals;

/// <summary>The mean weather of a place and season by GPT2w and GPT3, at the height of the place.</summary>
/// <param name="Pressure">hPa.</param>
/// <param name="Temperature">K.</param>
/// <param name="LapseRate">K/m.</param>
/// <param name="MeanTemperature">Of the water vapour column, K.</param>
/// <param name="VapourPressure">hPa.</param>
/// <param name="VapourDecrease">Decrease factor lambda of the water vapour.</param>
/// <param name="Undulation">Of the geoid, m.</param>
/// <param name="HydrostaticA">Coefficient a of the Vienna mapping function 1 at zero height (GPT2w).</param>
/// <param name="WetA">Likewise, wet.</param>
/// <param name="HydrostaticA3">Coefficient a of the Vienna mapping function 3 (GPT3).</param>
/// <param name="WetA3">Likewise, wet.</param>
/// <param name="HydrostaticGradient">m (GPT3).</param>
/// <param name="WetGradient">m (GPT3).</param>
public readonly record struct GptClimate(
    double Pressure, double Temperature, double LapseRate, double MeanTemperature, double VapourPressure, double VapourDecrease, double Undulation,
    double HydrostaticA, double WetA, double HydrostaticA3, double WetA3, TroposphereGradient HydrostaticGradient, TroposphereGradient WetGradient)
{
    /// <summary>Zenith delay, m, by Saastamoinen's formula.</summary>
    public double HydrostaticZenith(double latitude, double height) => Saastamoinen.Hydrostatic(Pressure, latitude, height);

    /// <summary>Zenith delay, m. [Askne87] eq. 18.</summary>
    public double WetZenith()
    {
        const double k2 = 64.79 - (77.604 * 18.0152 / 28.9644), k3 = 377_600.0, gasConstant = 8.3143 / 28.965e-3, gravity = 9.80665;
        return 1e-6 * (k2 + (k3 / MeanTemperature)) * gasConstant / ((VapourDecrease + 1.0) * gravity) * VapourPressure;
    }
}
