namespace Constellation.Orbits;

/// <summary>GPS IIA: noon turns at the largest rate; in shadow the body spins at that rate, always the same way, and recovers afterwards.</summary>
/// <remarks>
/// [Kouba09] sections 2 and 3. Rate 0.12 degrees/s where the satellite's own is not known (0.10 to 0.13), bias +0.5 degrees. For half an hour after shadow the
/// way back is the shorter one at the same rate; reality is uncertain there.
/// </remarks>
public sealed class GpsIiaYaw(double rate = 0.12 * Math.PI / 180) : YawLaw
{
    private const double Bias = 0.5 * Degree, Shadow = 13.25 * Degree, Recovery = 1800;

    public static GpsIiaYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        YawTurn turn = YawTurn.Nearest(geometry, Shadow);
        if (!turn.IsMidnight)
        {
            return turn.RateLimited(rate, turn.Beta < Bias ? 1 : -1);
        }

        double half = turn.HalfWidth(Shadow);
        if (half == 0 || turn.Angle < -half || turn.Angle > half + (Recovery * turn.Rate))
        {
            return turn.Nominal;
        }

        double entry = turn.NominalAt(-half);
        if (turn.Angle <= half)
        {
            return entry + (rate * (turn.Angle + half) / turn.Rate);
        }

        double exit = entry + (rate * 2 * half / turn.Rate), back = YawTurn.Wrapped(turn.NominalAt(half) - exit);
        int sense = back < 0 ? -1 : 1;
        double turned = rate * (turn.Angle - half) / turn.Rate, gap = sense * YawTurn.Wrapped(turn.Nominal - exit);
        return turned < (gap < 0 ? gap + (2 * Math.PI) : gap) && turned < Math.PI ? exit + (sense * turned) : turn.Nominal;
    }
}
