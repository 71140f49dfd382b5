using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A satellite at the epoch of the scene.</summary>
public sealed record SceneSatellite(SatelliteId Id, string OrbitClass, string Plane, SatelliteGroup Group, Position<Itrf> Itrf, Position<Gcrf> Gcrf)
{
    /// <summary>Where it tells something else than the group's.</summary>
    public Rgb? OwnColour { get; init; }

    /// <summary>Of marker and name.</summary>
    public Rgb Colour => OwnColour ?? Group.Colour;

    /// <summary>Visible share of the Sun, from the library: 0 in the umbra, 1 in sunlight.</summary>
    public double Sunlight { get; init; } = 1;

    /// <summary>What its colour tells, in words; empty: its group.</summary>
    public string Told { get; init; } = "";

    /// <summary>m/s, for the attitude; zero where the source has none.</summary>
    public Vector3d VelocityGcrf { get; init; }
}
