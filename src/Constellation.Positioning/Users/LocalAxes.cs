using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>East, north and up at a place, on ITRF axes.</summary>
internal readonly record struct LocalAxes(Vector3d East, Vector3d North, Vector3d Up)
{
    public static LocalAxes At(GeodeticPoint place)
    {
        (double sinLat, double cosLat) = Math.SinCos(place.Latitude);
        (double sinLon, double cosLon) = Math.SinCos(place.Longitude);
        return new(
            new(-sinLon, cosLon, 0.0),
            new(-sinLat * cosLon, -sinLat * sinLon, cosLat),
            new(cosLat * cosLon, cosLat * sinLon, sinLat));
    }

    /// <summary>rad from north over east.</summary>
    public double Azimuth(Vector3d direction) => Math.Atan2(East.Dot(direction), North.Dot(direction));
}
