namespace Constellation.Orbits;

/// <summary>BeiDou-3 of SECM: below 3 degrees of beta, nominal yaw of a Sun that is kept 3 degrees off the orbital plane. [Lin18]</summary>
/// <remarks>After the Sun has crossed the plane, the side changes where that turns the body by less than 10 degrees.</remarks>
public sealed class BeiDou3SecmYaw : YawLaw
{
    private const double Least = 3 * Degree;

    /// <summary>Half the arc about mu = -90 degrees where |yaw| is above 175 degrees with beta = 3 degrees.</summary>
    private static readonly double s_window = Math.Acos(Math.Tan(Least) / Math.Tan(5 * Degree));

    public static BeiDou3SecmYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        if (Math.Abs(geometry.Beta) > Least)
        {
            return geometry.NominalYaw;
        }

        double past = YawTurn.Wrapped(geometry.OrbitAngle + (Math.PI / 2));
        double since = Math.Abs(past) <= s_window ? 0 : YawTurn.Positive(past - s_window);
        return SolarGeometry.YawOf(geometry.BetaAfter(-since) < 0 ? -Least : Least, geometry.OrbitAngle);
    }
}
