using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>UNB3m: UNB3 with relative humidity in its table and today's refractivity constants.</summary>
/// <remarks>[Leandro06]; 5 cm rms in zenith delay, biased by less than 1 cm. Heights are meant above the sea; -500 to 9000 m, others count as the edge.</remarks>
public sealed class Unb3mZenith : IZenithModel
{
    private static readonly double[] Pressure = [1013.25, 1017.25, 1015.75, 1011.75, 1013.00];
    private static readonly double[] Temperature = [299.65, 294.15, 283.15, 272.15, 263.65];
    private static readonly double[] Humidity = [75.0, 80.0, 76.0, 77.5, 82.5];
    private static readonly double[] LapseRate = [6.30e-3, 6.05e-3, 5.58e-3, 5.39e-3, 4.53e-3];
    private static readonly double[] VapourDecrease = [2.77, 3.15, 2.57, 1.81, 1.55];
    private static readonly double[] PressureSeason = [0.0, -3.75, -2.25, -1.75, -0.50];
    private static readonly double[] TemperatureSeason = [0.0, 7.0, 11.0, 15.0, 14.5];
    private static readonly double[] HumiditySeason = [0.0, 0.0, -1.0, -2.5, 2.5];
    private static readonly double[] LapseRateSeason = [0.0, 0.25e-3, 0.32e-3, 0.81e-3, 0.62e-3];
    private static readonly double[] VapourDecreaseSeason = [0.0, 0.33, 0.46, 0.74, 0.30];

    private Unb3mZenith()
    {
    }

    public static Unb3mZenith Instance { get; } = new();

    public string Name => "unb3m";

    public (double Hydrostatic, double Wet) Zenith(GeodeticPoint place, Epoch epoch) => At(place.Latitude, place.Height, epoch.DayOfYear());

    /// <summary>m.</summary>
    /// <param name="latitude">rad.</param>
    /// <param name="height">m.</param>
    /// <param name="dayOfYear">1 to 366.</param>
    public static (double Hydrostatic, double Wet) At(double latitude, double height, double dayOfYear)
    {
        // Dry air and water: molar masses, gas constant, refractivity constants as the authors' package has them.
        const double gasConstant = 8314.34 / 28.9644, k2 = 64.79 - (77.604 * 18.0152 / 28.9644), k3 = 3.776e5;
        double season = Math.Cos((dayOfYear + (latitude < 0 ? 182.625 : 0.0) - 28.0) * 2.0 * Math.PI / 365.25);
        double Seasonal(double[] mean, double[] amplitude) => LatitudeTable.At(mean, latitude) - (season * LatitudeTable.At(amplitude, latitude));
        double p = Seasonal(Pressure, PressureSeason), t = Seasonal(Temperature, TemperatureSeason), humidity = Seasonal(Humidity, HumiditySeason);
        double beta = Seasonal(LapseRate, LapseRateSeason), lambda = Seasonal(VapourDecrease, VapourDecreaseSeason);

        // Saturation pressure and enhancement factor of the IERS Conventions (2003).
        double celsius = t - 273.15, saturation = 0.01 * Math.Exp((1.2378847e-5 * t * t) - (1.9121316e-2 * t) + 33.93711047 - (6.3431645e3 / t));
        double vapour = humidity / 100.0 * saturation * (1.00062 + (3.14e-6 * p) + (5.6e-7 * celsius * celsius));

        double h = Math.Clamp(height, -500.0, 9000.0), ratio = (t - (beta * h)) / t, power = 9.80665 / 287.054 / beta;
        double geocentric = Math.Atan((1.0 - Ellipsoid.Wgs84.EccentricitySquared) * Math.Tan(latitude));
        double gravity = 1.0 - (2.66e-3 * Math.Cos(2.0 * geocentric)) - (2.8e-7 * h), weight = (lambda + 1.0) * 9.784 * gravity;
        double mean = t * ratio * (1.0 - (beta * gasConstant / weight));
        return (2.2768e-3 / gravity * p * Math.Pow(ratio, power), 1e-6 * (k2 + (k3 / mean)) * gasConstant * vapour * Math.Pow(ratio, power * (lambda + 1.0)) / weight);
    }
}
