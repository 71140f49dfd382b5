using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>GLONASS-M: 0.25 degrees/s; in the umbra to the yaw of exit and then still, at noon a turn that is half done in the middle. [Dilssner11]</summary>
public sealed class GlonassMYaw : YawLaw
{
    private const double Limit = 0.25 * Degree;

    public static GlonassMYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        double umbra = Math.Asin(PhysicalConstants.EarthRadius / geometry.Distance) - (PhysicalConstants.SunRadius / PhysicalConstants.AstronomicalUnit);
        YawTurn turn = YawTurn.Nearest(geometry, umbra);
        if (!turn.IsMidnight)
        {
            return turn.Centred(Limit);
        }

        double half = turn.HalfWidth(umbra);
        if (Math.Abs(turn.Angle) >= half)
        {
            return turn.Nominal;
        }

        double entry = turn.NominalAt(-half), exit = turn.NominalAt(half), turned = Limit * (turn.Angle + half) / turn.Rate;
        return turned < YawTurn.Positive(turn.Sense * (exit - entry)) ? entry + (turn.Sense * turned) : exit;
    }
}
