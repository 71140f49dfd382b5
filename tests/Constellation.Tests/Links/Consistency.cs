using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links;

/// <summary>Normalised estimation error squared of one group over all satellites together: chi-square with as many degrees of freedom as satellites.</summary>
internal static class Consistency
{
    /// <param name="world">Solved up to <paramref name="solution"/>.</param>
    /// <param name="solution">Its latest solution.</param>
    /// <param name="group">0 radial, 1 along, 2 cross, 3 clock.</param>
    public static double Nees(LinkWorld world, OrbitClockSolution solution, int group) => Nees(world, solution, group, world.Solver.CovarianceOf);

    /// <summary>The same with the covariance of another estimator: satellite, offset, satellite, offset.</summary>
    public static double Nees(LinkWorld world, OrbitClockSolution solution, int group, Func<int, int, int, int, double> covariance)
    {
        int n = solution.Satellites.Count;
        double[] e = new double[n];
        double[,] p = new double[n, n];
        double[][] rows = [.. Enumerable.Range(0, n).Select(i => Direction(world, solution, i, group))];
        for (int i = 0; i < n; i++)
        {
            e[i] = world.Error(solution.Satellites[i], i)[group];
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < (group == 3 ? 1 : 9); k++)
                {
                    int a = group == 3 ? 9 : k / 3, b = group == 3 ? 9 : k % 3;
                    double weight = group == 3 ? 1 : rows[i][a] * rows[j][b];
                    p[i, j] += weight * covariance(i, a, j, b);
                }
            }
        }

        return SolveQuadratic(p, e);
    }

    private static double[] Direction(LinkWorld world, OrbitClockSolution solution, int satellite, int group)
    {
        StateVector s = world.Truth.Orbits[satellite].At(solution.Epoch);
        OrbitAxes axes = OrbitAxes.Of(s.Position, s.Velocity);
        Vector3d u = group == 0 ? axes.Radial : group == 1 ? axes.Along : axes.Cross;
        return [u.X, u.Y, u.Z];
    }

    /// <summary>e^T P^-1 e by Cholesky.</summary>
    private static double SolveQuadratic(double[,] p, double[] e)
    {
        int n = e.Length;
        double sum = 0;
        double[,] l = new double[n, n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++)
        {
            double rest = e[i];
            for (int j = 0; j <= i; j++)
            {
                double s = p[i, j];
                for (int k = 0; k < j; k++)
                {
                    s -= l[i, k] * l[j, k];
                }

                l[i, j] = i == j ? Math.Sqrt(s) : s / l[j, j];
                rest -= j < i ? l[i, j] * y[j] : 0;
            }

            y[i] = rest / l[i, i];
            sum += y[i] * y[i];
        }

        return sum;
    }
}
