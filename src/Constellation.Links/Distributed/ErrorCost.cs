using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>What errors of a node's unknowns cost over the day to come, as a quadratic form: by it a node judges what its partners can teach.</summary>
/// <remarks>
/// Position now and a radian later (velocity over the mean motion n), and the along-track run of an error of the semi-major axis a, 3/2 n T da with
/// da = 2 a^2 (r dr / r^3 + v dv / GM); an acceleration by what it moves in a radian. Clock: phase now and a day later. Delays: half, as in a range.
/// </remarks>
internal static class ErrorCost
{
    private const double Horizon = 86_400;

    public static double[] OfOrbit(StateVector state, int size)
    {
        double[] cost = new double[size * size];
        Vector3d r = state.Position, v = state.Velocity;
        double mu = LinkGravity.GravitationalParameter, radius = r.Norm;
        double a = 1 / ((2 / radius) - (v.NormSquared / mu)), n = Math.Sqrt(mu / (a * a * a)), run = 1.5 * n * Horizon * 2 * a * a;
        Vector3d byPosition = run / (radius * radius * radius) * r, byVelocity = run / mu * v;
        ReadOnlySpan<double> axis = [byPosition.X, byPosition.Y, byPosition.Z, byVelocity.X, byVelocity.Y, byVelocity.Z];
        for (int i = 0; i < axis.Length; i++)
        {
            for (int j = 0; j < axis.Length; j++)
            {
                cost[(i * size) + j] = axis[i] * axis[j];
            }
        }

        for (int i = 0; i < size; i++)
        {
            cost[i * (size + 1)] += i < 3 ? 1 : i < 6 ? 1 / (n * n) : i < 9 ? 1 / (n * n * n * n) : 0.25;
        }

        return cost;
    }

    /// <param name="clockSize">Phase, frequency and, for satellites, drift.</param>
    /// <param name="size">Delay difference included.</param>
    public static double[] OfClock(int clockSize, int size)
    {
        double[] cost = new double[size * size];
        ReadOnlySpan<double> later = [1, Horizon, Horizon * Horizon / 2];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; i < clockSize && j < clockSize; j++)
            {
                cost[(i * size) + j] = later[i] * later[j];
            }

            cost[i * (size + 1)] += i == 0 && clockSize > 0 ? 1 : i < clockSize ? 0 : 0.25;
        }

        return cost;
    }
}
