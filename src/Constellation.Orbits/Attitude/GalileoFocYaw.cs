namespace Constellation.Orbits;

/// <summary>Galileo FOC: below 4.1 degrees of beta, a cosine of 5656 s within 10 degrees of orbit angle from noon and midnight. [Galileo-META] section 3.1</summary>
public sealed class GalileoFocYaw : YawLaw
{
    private const double LargestBeta = 4.1 * Degree, Half = 10 * Degree, Period = 5656;

    public static GalileoFocYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, Half);
        return Math.Abs(turn.Beta) < LargestBeta && Math.Abs(turn.Angle) < Half ? turn.Cosine(Half, Period) : turn.Nominal;
    }
}
