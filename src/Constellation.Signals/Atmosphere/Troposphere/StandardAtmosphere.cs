namespace Constellation.Signals;

/// <summary>Pressure (hPa), temperature (K) and water vapour pressure (hPa) at a place.</summary>
public readonly record struct StandardAtmosphere(double Pressure, double Temperature, double VapourPressure)
{
    /// <summary>The usual sea-level atmosphere carried up to a height (m, at most 20 km) with one relative humidity.</summary>
    /// <remarks>P = 1013.25 (1 - 2.2557e-5 h)^5.2568, T = 288.15 - 0.0065 h, e = 6.108 RH exp((17.15 T - 4684) / (T - 38.45)). [RTKLIB] E.5.</remarks>
    public static StandardAtmosphere At(double height, double relativeHumidity = 0.5) => At(height, relativeHumidity, 0.0);

    /// <param name="height">m.</param>
    /// <param name="relativeHumidity">0 to 1.</param>
    /// <param name="warmer">Added to the temperature, K.</param>
    internal static StandardAtmosphere At(double height, double relativeHumidity, double warmer)
    {
        double h = Math.Clamp(height, -500.0, 20_000.0);
        double t = 288.15 + warmer - (0.0065 * h);
        return new(
            1013.25 * Math.Pow(1.0 - (2.2557e-5 * h), 5.2568),
            t,
            6.108 * relativeHumidity * Math.Exp(((17.15 * t) - 4684.0) / (t - 38.45)));
    }
}
