using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Unit vectors radial, along-track (completing) and cross-track (along the angular momentum).</summary>
public readonly record struct OrbitAxes(Vector3d Radial, Vector3d Along, Vector3d Cross)
{
    public static OrbitAxes Of(Vector3d position, Vector3d velocity)
    {
        Vector3d radial = position.Unit(), cross = position.Cross(velocity).Unit();
        return new(radial, cross.Cross(radial), cross);
    }

    /// <summary>Components (radial, along, cross) of a vector.</summary>
    public Vector3d Resolve(Vector3d v) => new(v.Dot(Radial), v.Dot(Along), v.Dot(Cross));

    /// <summary>The vector with these components.</summary>
    public Vector3d Compose(double radial, double along, double cross) => (radial * Radial) + (along * Along) + (cross * Cross);
}
