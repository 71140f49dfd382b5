using MathNet.Numerics.LinearAlgebra;

namespace Constellation.Positioning;

/// <summary>Covariance of a weighted least-squares position by the textbook: P = S R S', S = (G'WG)^-1 G'W, with every correlation in R. Tests lean on it; single places use it.</summary>
/// <remarks>[Kaplan06] 7.3, with R of all ranges instead of a common variance: R = diag(independent) + t t' + c c'.</remarks>
public static class CovarianceReference
{
    /// <summary>On the axes of the lines of sight; null where there is no solution.</summary>
    public static Symmetric3? Solve(ReadOnlySpan<RangeTerm> ranges)
    {
        int n = ranges.Length;
        int[] columns = new int[n];
        for (int i = 0; i < n; i++)
        {
            columns[i] = ranges[i].ClockColumn;
        }

        int[] clocks = [.. columns.Distinct().Order()];
        int unknowns = 3 + clocks.Length;
        if (n < unknowns)
        {
            return null;
        }

        Matrix<double> g = Matrix<double>.Build.Dense(n, unknowns);
        Matrix<double> w = g.Clone(), r = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            RangeTerm t = ranges[i];
            (g[i, 0], g[i, 1], g[i, 2]) = (-t.LineOfSight.X, -t.LineOfSight.Y, -t.LineOfSight.Z);
            g[i, 3 + Array.IndexOf(clocks, t.ClockColumn)] = 1.0;
            for (int j = 0; j < n; j++)
            {
                r[i, j] = (t.Troposphere * ranges[j].Troposphere) + (t.Ionosphere * ranges[j].Ionosphere) + (i == j ? t.Independent : 0.0);
            }

            for (int k = 0; k < unknowns; k++)
            {
                w[i, k] = g[i, k] / t.Believed;
            }
        }

        Matrix<double> normal = w.TransposeThisAndMultiply(g);
        if (!(normal.SubMatrix(0, 3, 0, 3).Determinant() > 0.0) || !(Math.Abs(normal.ConditionNumber()) < 1e12))
        {
            return null;
        }

        Matrix<double> s = normal.Inverse() * w.Transpose();
        Matrix<double> p = s * r * s.Transpose();
        return new Symmetric3(p[0, 0], p[0, 1], p[0, 2], p[1, 1], p[1, 2], p[2, 2]);
    }
}
