namespace Constellation.Orbits;

/// <summary>Galileo FOC: below 4.1 degrees of beta, a cosine of 5656 s within 10 degrees of noon and midnight. [Galileo-META] section 3.1</summary>
public sealed class GalileoFocYaw : YawLaw
{
    private const double LargestBeta = 4.1 * Degree, Cone = 10 * Degree, Period = 5656;

    public static GalileoFocYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, Cone);
        double half = Math.Abs(turn.Beta) < LargestBeta ? turn.HalfWidth(Cone) : 0;
        return Math.Abs(turn.Angle) < half ? turn.Cosine(half, Period) : turn.Nominal;
    }
}
