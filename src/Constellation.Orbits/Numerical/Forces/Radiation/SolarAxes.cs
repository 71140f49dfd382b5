using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The axes D, Y, B of empirical radiation models, on the axes of the state.</summary>
/// <param name="D">From the satellite to the Sun.</param>
/// <param name="Y">Axis of the solar panels in nominal yaw steering, <c>-(r x D)</c>: +Y of the IGS body axes.</param>
/// <param name="B">D x Y.</param>
/// <remarks>[Arnold15] section 2. Where the Sun stands exactly overhead or below, Y is taken across the track.</remarks>
public readonly record struct SolarAxes(Vector3d D, Vector3d Y, Vector3d B)
{
    public static SolarAxes Of(Vector3d position, Vector3d velocity, Vector3d sun)
    {
        Vector3d d = (sun - position).Unit(), across = d.Cross(position);
        Vector3d y = across.NormSquared > 1e-24 * position.NormSquared ? across.Unit() : velocity.Cross(position).Unit();
        return new(d, y, d.Cross(y));
    }
}
