using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Nominal yaw steering: +Z to the Earth, the panels' axis at right angles to the Sun.</summary>
/// <remarks>[Montenbruck15b] eq. 3, IGS axes.</remarks>
public sealed class NominalYaw : IAttitudeLaw
{
    public static NominalYaw Instance { get; } = new();

    public BodyAxes At(Vector3d position, Vector3d velocity, Vector3d sun)
    {
        Vector3d z = -position.Unit(), y = z.Cross(sun - position).Unit();
        return new(y.Cross(z), y, z);
    }
}
