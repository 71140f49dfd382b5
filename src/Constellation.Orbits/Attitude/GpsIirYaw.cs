namespace Constellation.Orbits;

/// <summary>GPS IIR and IIR-M: nominal yaw, held back at 0.20 degrees/s at noon and at midnight. [Kouba09]</summary>
/// <remarks>The maker's axes are turned by 180 degrees against these, which are those of the IGS: +X on the Sun's side.</remarks>
public sealed class GpsIirYaw : YawLaw
{
    private const double Limit = 0.20 * Degree;

    public static GpsIirYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, 0);
        return turn.RateLimited(Limit, turn.Sense);
    }
}
