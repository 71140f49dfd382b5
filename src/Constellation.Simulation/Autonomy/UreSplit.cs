using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>Range error of users (URE) of a network at one epoch, split in what all satellites share, a turn of the net and an offset of its time, and what is left within the net.</summary>
/// <param name="Total">Root mean square over the satellites of SISRE, m: (w_R R - C)^2 + w_AC^2 (A^2 + C^2). [Montenbruck15]</param>
/// <param name="Internal">What is left after the best turn and time are taken out, m.</param>
/// <param name="Rotation">URE of the turn alone, m.</param>
/// <param name="Time">Size of the common offset of time, m.</param>
/// <param name="Orbit">URE of orbits alone, (w_R R)^2 + w_AC^2 (A^2 + C^2), m.</param>
/// <param name="Clock">Deviation of the clocks from their own mean, m.</param>
/// <param name="Turn">Best common turn about the Earth-fixed axes, rad: error = turn x place.</param>
/// <param name="CommonTime">Mean of C - w_R R, m: what a receiver takes for its own clock.</param>
/// <remarks>The split is exact, total^2 = internal^2 + rotation^2 + time^2: turn and time are fitted in the norm of the URE itself, and a turn is
/// transverse while time is radial, so the three are orthogonal in that norm.</remarks>
public readonly record struct UreSplit(double Total, double Internal, double Rotation, double Time, double Orbit, double Clock, Vector3d Turn, double CommonTime)
{
    /// <summary>Orbit alone, without the turn, m.</summary>
    public double OrbitInternal => Math.Sqrt(Math.Max(0, (Orbit * Orbit) - (Rotation * Rotation)));

    public static UreSplit Of(ReadOnlySpan<NetworkError> errors)
    {
        ArgumentOutOfRangeException.ThrowIfZero(errors.Length, nameof(errors));
        int n = errors.Length;
        Vector3d turn = CommonTurn.Fit(errors, static e => (e.Place, e.Transverse, e.Weights.TransverseSquared));
        double common = 0, clock = 0;
        foreach (NetworkError e in errors)
        {
            common += InRange(e) / n;
            clock += e.Clock / n;
        }

        double total = 0, inside = 0, rotation = 0, orbit = 0, clocks = 0;
        foreach (NetworkError e in errors)
        {
            double w = e.Weights.TransverseSquared, r = e.Weights.Radial * e.Radial, range = InRange(e);
            Vector3d transverse = e.Transverse, turned = turn.Cross(e.Place);
            total += (range * range) + (w * transverse.NormSquared);
            inside += ((range - common) * (range - common)) + (w * (transverse - turned).NormSquared);
            rotation += w * turned.NormSquared;
            orbit += (r * r) + (w * transverse.NormSquared);
            clocks += (e.Clock - clock) * (e.Clock - clock);
        }

        return new(Root(total), Root(inside), Root(rotation), Math.Abs(common), Root(orbit), Root(clocks), turn, common);

        double Root(double sum) => Math.Sqrt(sum / n);
    }

    /// <summary>URE of a turn of the whole net, rad about the Earth-fixed axes.</summary>
    public static double OfTurn(Vector3d turn, ReadOnlySpan<NetworkError> errors)
    {
        double sum = 0;
        foreach (NetworkError e in errors)
        {
            sum += e.Weights.TransverseSquared * turn.Cross(e.Place).NormSquared;
        }

        return Math.Sqrt(sum / errors.Length);
    }

    private static double InRange(NetworkError e) => e.Clock - (e.Weights.Radial * e.Radial);
}
