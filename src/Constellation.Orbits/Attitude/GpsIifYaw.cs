namespace Constellation.Orbits;

/// <summary>GPS IIF: noon turns at 0.11 degrees/s; in shadow a constant rate from the yaw of entry to that of exit.</summary>
/// <remarks>[Dilssner10]. A bias of -0.7 degrees turns the noon of a slightly negative beta the other way. [Kouba15]</remarks>
public sealed class GpsIifYaw : YawLaw
{
    private const double Limit = 0.11 * Degree, Bias = -0.7 * Degree, Shadow = 13.25 * Degree;

    public static GpsIifYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, Shadow);
        if (!turn.IsMidnight)
        {
            return turn.RateLimited(Limit, turn.Beta < Bias ? 1 : -1);
        }

        double half = turn.HalfWidth(Shadow);
        if (Math.Abs(turn.Angle) >= half)
        {
            return turn.Nominal;
        }

        double entry = turn.NominalAt(-half), whole = YawTurn.Wrapped(turn.NominalAt(half) - entry);
        return entry + (whole * (turn.Angle + half) / (2 * half));
    }
}
