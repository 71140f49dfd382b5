namespace Constellation.Geodesy;

/// <summary>Where a station sees a target: azimuth from north over east in [0, 2 pi), elevation above the ellipsoid's horizon, straight-line distance.</summary>
/// <remarks>Geometric: no refraction, no light time.</remarks>
public readonly record struct LookAngles(double Azimuth, double Elevation, double Range)
{
    public double AzimuthDeg => double.RadiansToDegrees(Azimuth);

    public double ElevationDeg => double.RadiansToDegrees(Elevation);
}
