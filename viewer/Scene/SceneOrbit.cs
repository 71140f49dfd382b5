using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>One revolution in the inertial frame, turned to the Earth's axes at the epoch of the scene.</summary>
/// <remarks>The osculating ellipse; its first vertex is the satellite itself, the last vertex is joined to the first.</remarks>
public sealed record SceneOrbit(SatelliteGroup Group, string Plane, IReadOnlyList<Position<Itrf>> Vertices)
{
    /// <summary>Where it is not the group's.</summary>
    public Rgb? OwnColour { get; init; }

    public Rgb Colour => OwnColour ?? Group.Colour;
}
