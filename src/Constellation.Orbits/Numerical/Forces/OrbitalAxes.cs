using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Radial, along-track and cross-track unit vectors of a state, on the axes of the state.</summary>
public readonly record struct OrbitalAxes(Vector3d Radial, Vector3d Along, Vector3d Cross)
{
    public static OrbitalAxes Of(Vector3d position, Vector3d velocity)
    {
        Vector3d radial = position.Unit(), cross = position.Cross(velocity).Unit();
        return new(radial, cross.Cross(radial), cross);
    }

    /// <summary>From (R, A, C) components to the axes of the state.</summary>
    public Vector3d FromRac(Vector3d rac) => (rac.X * Radial) + (rac.Y * Along) + (rac.Z * Cross);

    /// <summary>To (R, A, C) components.</summary>
    public Vector3d ToRac(Vector3d v) => new(v.Dot(Radial), v.Dot(Along), v.Dot(Cross));
}
