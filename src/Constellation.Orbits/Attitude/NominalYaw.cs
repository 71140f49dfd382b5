using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Nominal yaw steering: +Z to the Earth, the panels' axis at right angles to the Sun, +X on the Sun's side.</summary>
/// <remarks>[Montenbruck15b] eq. 3, IGS axes. Where the Sun stands exactly overhead or below, any yaw will do: +X is along the track.</remarks>
public sealed class NominalYaw : YawLaw
{
    public static NominalYaw Instance { get; } = new();

    public override BodyAxes At(Vector3d position, Vector3d velocity, Vector3d sun)
    {
        Vector3d z = -position.Unit(), y = z.Cross(sun);
        y = y.NormSquared > 1e-24 * sun.NormSquared ? y.Unit() : velocity.Cross(position).Unit();
        return new(y.Cross(z), y, z);
    }

    public override double Yaw(in SolarGeometry geometry) => geometry.NominalYaw;
}
