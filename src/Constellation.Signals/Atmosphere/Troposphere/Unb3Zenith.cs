using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary><see cref="Unb3"/> as a model of zenith delays.</summary>
public sealed class Unb3Zenith : IZenithModel
{
    public static Unb3Zenith Instance { get; } = new();

    public string Name => "unb3";

    public (double Hydrostatic, double Wet) Zenith(GeodeticPoint place, Epoch epoch)
    {
        Unb3 delays = Unb3.At(place.Latitude, place.Height, epoch.DayOfYear());
        return (delays.Hydrostatic, delays.Wet);
    }
}
