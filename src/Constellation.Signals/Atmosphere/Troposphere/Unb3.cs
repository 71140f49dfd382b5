namespace Constellation.Signals;

/// <summary>Zenith delays from latitude, height and season alone: the look-up table that receivers without weather data carry.</summary>
/// <param name="Hydrostatic">m.</param>
/// <param name="Wet">m.</param>
/// <remarks>[DO229] A.4.2.4, [Leandro06]; about 5 cm rms in total zenith delay.</remarks>
public readonly record struct Unb3(double Hydrostatic, double Wet)
{
    private const double GasConstant = 287.054;             // dry air, J/(kg K)
    private const double Gravity = 9.80665;                 // m/s^2
    private const double MeanGravity = 9.784;               // at the centre of the column, m/s^2
    private const double K1 = 77.604;                       // K/hPa
    private const double K2 = 382_000.0;                    // K^2/hPa

    private static readonly double[] Pressure = [1013.25, 1017.25, 1015.75, 1011.75, 1013.00];
    private static readonly double[] Temperature = [299.65, 294.15, 283.15, 272.15, 263.65];
    private static readonly double[] Vapour = [26.31, 21.79, 11.66, 6.78, 4.11];
    private static readonly double[] LapseRate = [6.30e-3, 6.05e-3, 5.58e-3, 5.39e-3, 4.53e-3];
    private static readonly double[] VapourLapse = [2.77, 3.15, 2.57, 1.81, 1.55];
    private static readonly double[] PressureSeason = [0.0, -3.75, -2.25, -1.75, -0.50];
    private static readonly double[] TemperatureSeason = [0.0, 7.0, 11.0, 15.0, 14.5];
    private static readonly double[] VapourSeason = [0.0, 8.85, 7.24, 5.36, 3.39];
    private static readonly double[] LapseRateSeason = [0.0, 0.25e-3, 0.32e-3, 0.81e-3, 0.62e-3];
    private static readonly double[] VapourLapseSeason = [0.0, 0.33, 0.46, 0.74, 0.30];

    public double Total => Hydrostatic + Wet;

    /// <param name="latitude">rad.</param>
    /// <param name="height">m; the table is meant for -500 to 9000 m, others are clamped.</param>
    /// <param name="dayOfYear">1 to 366.</param>
    public static Unb3 At(double latitude, double height, double dayOfYear)
    {
        double season = LatitudeTable.Season(dayOfYear, latitude);
        double p = LatitudeTable.At(Pressure, latitude) - (season * LatitudeTable.At(PressureSeason, latitude));
        double t = LatitudeTable.At(Temperature, latitude) - (season * LatitudeTable.At(TemperatureSeason, latitude));
        double e = LatitudeTable.At(Vapour, latitude) - (season * LatitudeTable.At(VapourSeason, latitude));
        double beta = LatitudeTable.At(LapseRate, latitude) - (season * LatitudeTable.At(LapseRateSeason, latitude));
        double lambda = LatitudeTable.At(VapourLapse, latitude) - (season * LatitudeTable.At(VapourLapseSeason, latitude));

        double ratio = 1.0 - (beta * Math.Clamp(height, -500.0, 9000.0) / t);
        double exponent = Gravity / (GasConstant * beta);
        double dry = 1e-6 * K1 * GasConstant * p / MeanGravity;
        double wet = 1e-6 * K2 * GasConstant / ((MeanGravity * (lambda + 1.0)) - (beta * GasConstant)) * e / t;
        return new(dry * Math.Pow(ratio, exponent), wet * Math.Pow(ratio, ((lambda + 1.0) * exponent) - 1.0));
    }
}
