using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Where a station is at one epoch: position (m), velocity (m/s) and unit vertical on GCRF axes.</summary>
public readonly record struct StationPlace(Vector3d PositionGcrf, Vector3d VelocityGcrf, Vector3d UpGcrf)
{
    /// <summary>Geodetic elevation of a satellite, rad, without refraction.</summary>
    public double ElevationOf(Vector3d satelliteGcrf)
    {
        Vector3d line = satelliteGcrf - PositionGcrf;
        return Math.Asin(Math.Clamp(line.Dot(UpGcrf) / line.Norm, -1, 1));
    }
}
