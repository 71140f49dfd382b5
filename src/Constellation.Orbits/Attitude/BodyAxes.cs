using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Unit vectors of a satellite's body, on GCRF axes.</summary>
/// <param name="X">On the Sun's side in nominal yaw steering.</param>
/// <param name="Y">Axis of the solar panels.</param>
/// <param name="Z">To the Earth.</param>
public readonly record struct BodyAxes(Vector3d X, Vector3d Y, Vector3d Z)
{
    /// <summary>From body to GCRF components.</summary>
    public Vector3d ToGcrf(Vector3d body) => (body.X * X) + (body.Y * Y) + (body.Z * Z);

    /// <summary>From GCRF to body components.</summary>
    public Vector3d ToBody(Vector3d gcrf) => new(gcrf.Dot(X), gcrf.Dot(Y), gcrf.Dot(Z));
}
