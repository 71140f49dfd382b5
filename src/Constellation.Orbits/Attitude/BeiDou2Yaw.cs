namespace Constellation.Orbits;

/// <summary>BeiDou-2 in medium and inclined orbits: yaw steering, and orbit-normal below 4 degrees of beta. [Montenbruck15b], [Dai15]</summary>
/// <remarks>The mode changes where the two differ by less than 5 degrees: once per revolution, near mu = 90 degrees.</remarks>
public sealed class BeiDou2Yaw : YawLaw
{
    private const double LargestBeta = 4 * Degree, Step = 5 * Degree;

    public static BeiDou2Yaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        double window = Math.Acos(Math.Min(1, Math.Tan(Math.Abs(geometry.Beta)) / Math.Tan(Step)));
        double past = YawTurn.Wrapped(geometry.OrbitAngle - (Math.PI / 2));
        double since = Math.Abs(past) <= window ? 0 : YawTurn.Positive(past - window);
        return Math.Abs(geometry.BetaAfter(-since)) <= LargestBeta ? 0 : geometry.NominalYaw;
    }
}
