namespace Constellation.Geodesy;

/// <summary>Geodetic latitude and longitude (rad, east positive) and height above the ellipsoid (m).</summary>
public readonly record struct GeodeticPoint(double Latitude, double Longitude, double Height)
{
    public static GeodeticPoint FromDegrees(double latitudeDeg, double longitudeDeg, double height) =>
        new(double.DegreesToRadians(latitudeDeg), double.DegreesToRadians(longitudeDeg), height);

    public double LatitudeDeg => double.RadiansToDegrees(Latitude);

    public double LongitudeDeg => double.RadiansToDegrees(Longitude);
}
