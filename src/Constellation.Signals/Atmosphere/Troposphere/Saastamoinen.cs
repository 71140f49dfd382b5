namespace Constellation.Signals;

/// <summary>Zenith delays from surface weather, m.</summary>
public static class Saastamoinen
{
    /// <summary>0.0022768 P / (1 - 0.00266 cos 2 phi - 0.00028 h_km). [IERS10] eq. 9.4.</summary>
    public static double Hydrostatic(double pressure, double latitude, double height) =>
        0.0022768 * pressure / (1.0 - (0.00266 * Math.Cos(2.0 * latitude)) - (0.00028e-3 * height));

    /// <summary>0.002277 (1255 / T + 0.05) e. [Saastamoinen72].</summary>
    public static double Wet(double temperature, double vapourPressure) =>
        0.002277 * ((1255.0 / temperature) + 0.05) * vapourPressure;
}
