using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A satellite at the epoch of the scene.</summary>
public sealed record SceneSatellite(SatelliteId Id, string OrbitClass, string Plane, SatelliteGroup Group, Position<Itrf> Itrf, Position<Gcrf> Gcrf)
{
    /// <summary>m/s, for the attitude; zero where the source has none.</summary>
    public Vector3d VelocityGcrf { get; init; }
}
