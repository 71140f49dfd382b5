namespace Constellation.Orbits;

/// <summary>BeiDou-3 of CAST: below 3 degrees of beta, a cosine within 6 degrees of noon and midnight. [Wang18]</summary>
/// <param name="period">Of the cosine, s: twice what 12 degrees of the orbit take.</param>
public sealed class BeiDou3CastYaw(double period) : YawLaw
{
    private const double LargestBeta = 3 * Degree, Half = 6 * Degree;

    public static BeiDou3CastYaw Meo { get; } = new(3090);

    public static BeiDou3CastYaw Igso { get; } = new(5740);

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, Half);
        return Math.Abs(turn.Beta) <= LargestBeta && Math.Abs(turn.Angle) < Half ? turn.Cosine(Half, period) : turn.Nominal;
    }
}
