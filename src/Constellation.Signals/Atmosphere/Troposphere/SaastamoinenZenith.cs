using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Saastamoinen's zenith delays in the standard atmosphere: no season, no climate.</summary>
/// <remarks>
/// Places outside -500 m to 20 km get the delay of the edge. RTKLIB takes 0 C as 273.16 K, 70 % humidity, and sea level for what lies below it: with
/// <see cref="AsRtklib"/> and <see cref="CosecantMapping"/> the delays are its own, up to 10 km. [RTKLIB] E.5.
/// </remarks>
public sealed class SaastamoinenZenith : IZenithModel
{
    private readonly double _relativeHumidity, _lowest, _warmer;

    /// <param name="relativeHumidity">Of the air at every height, 0 to 1.</param>
    public SaastamoinenZenith(double relativeHumidity = 0.5)
        : this(relativeHumidity, -500.0, 0.0)
    {
    }

    private SaastamoinenZenith(double relativeHumidity, double lowest, double warmer) => (_relativeHumidity, _lowest, _warmer) = (relativeHumidity, lowest, warmer);

    /// <summary>The form of RTKLIB's positioning, to be mapped by <see cref="CosecantMapping"/>.</summary>
    public static SaastamoinenZenith AsRtklib { get; } = new(0.7, 0.0, 0.01);

    public string Name => "saastamoinen";

    public (double Hydrostatic, double Wet) Zenith(GeodeticPoint place, Epoch epoch)
    {
        double height = Math.Clamp(place.Height, _lowest, 20_000.0);
        StandardAtmosphere air = StandardAtmosphere.At(height, _relativeHumidity, _warmer);
        return (Saastamoinen.Hydrostatic(air.Pressure, place.Latitude, height), Saastamoinen.Wet(air.Temperature, air.VapourPressure));
    }
}
