using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Least squares with no coefficient below zero, by trying every set of coefficients that are not zero: exact for the few there are.</summary>
internal static class NonNegativeLeastSquares
{
    /// <summary>Coefficients and the sum of squared residuals.</summary>
    /// <param name="columns">Columns of the whitened system, scaled alike.</param>
    /// <param name="right">Its right side.</param>
    public static (double[] Solution, double Misfit) Solve(double[][] columns, double[] right)
    {
        int n = columns.Length;
        double[] best = new double[n];
        double least = right.Sum(v => v * v);
        for (int set = 1; set < 1 << n; set++)
        {
            int[] members = [.. Enumerable.Range(0, n).Where(j => (set & (1 << j)) != 0)];
            double[]? solution = Normal(columns, right, members);
            if (solution is null || Array.Exists(solution, v => !(v >= 0)))
            {
                continue;
            }

            double misfit = 0;
            for (int i = 0; i < right.Length; i++)
            {
                double residual = right[i];
                for (int k = 0; k < members.Length; k++)
                {
                    residual -= columns[members[k]][i] * solution[k];
                }

                misfit += residual * residual;
            }

            if (misfit < least)
            {
                least = misfit;
                best = new double[n];
                for (int k = 0; k < members.Length; k++)
                {
                    best[members[k]] = solution[k];
                }
            }
        }

        return (best, least);
    }

    /// <summary>Cholesky of the normal matrix; null where the columns depend on each other.</summary>
    private static double[]? Normal(double[][] columns, double[] right, int[] members)
    {
        int n = members.Length;
        SymmetricMatrix a = new(n);
        double[] b = new double[n];
        for (int i = 0; i < n; i++)
        {
            b[i] = Dot(columns[members[i]], right);
            for (int j = 0; j <= i; j++)
            {
                a[i, j] = Dot(columns[members[i]], columns[members[j]]);
            }
        }

        CholeskyFactor factor = CholeskyFactor.Of(a, leastShare: ClockFitter.LeastPivot);
        if (!factor.IsPositive)
        {
            return null;
        }

        factor.Solve(b);
        return b;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
