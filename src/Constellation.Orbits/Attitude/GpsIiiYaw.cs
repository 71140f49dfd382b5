namespace Constellation.Orbits;

/// <summary>GPS III: nominal yaw of a Sun that is kept 4.78 degrees off the orbital plane at noon and midnight.</summary>
/// <remarks>[Steigenberger20]: <c>beta + (4.78 sign(beta) - beta) / (1 + 13000 sin^4 mu)</c>, in degrees, for smaller beta.</remarks>
public sealed class GpsIiiYaw : YawLaw
{
    private const double Least = 4.78 * Degree, Sharpness = 13000;

    public static GpsIiiYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, Least);
        if (Math.Abs(turn.Beta) >= Least)
        {
            return turn.Nominal;
        }

        double s2 = Math.Sin(turn.Angle) * Math.Sin(turn.Angle), share = 1 / (1 + (Sharpness * s2 * s2));
        double beta = geometry.Beta + (share * ((turn.Beta < 0 ? -Least : Least) - geometry.Beta));
        return SolarGeometry.YawOf(beta, geometry.OrbitAngle);
    }
}
