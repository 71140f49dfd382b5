namespace Constellation.Clocks;

/// <summary>Cholesky factor of a small symmetric matrix, of which the lower triangle is used.</summary>
internal static class SmallCholesky
{
    /// <summary>Puts L in place of the lower triangle; false where the matrix is not positive definite to 1e-12 of its diagonal.</summary>
    public static bool TryFactor(double[,] a)
    {
        int n = a.GetLength(0);
        for (int j = 0; j < n; j++)
        {
            double diagonal = a[j, j], whole = diagonal;
            for (int k = 0; k < j; k++)
            {
                diagonal -= a[j, k] * a[j, k];
            }

            if (!(diagonal > 1e-12 * whole))
            {
                return false;
            }

            a[j, j] = Math.Sqrt(diagonal);
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                a[i, j] = sum / a[j, j];
            }
        }

        return true;
    }

    /// <summary>L^-1 b.</summary>
    public static double[] Forward(double[,] l, ReadOnlySpan<double> b)
    {
        double[] y = b.ToArray();
        for (int i = 0; i < y.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                y[i] -= l[i, k] * y[k];
            }

            y[i] /= l[i, i];
        }

        return y;
    }

    /// <summary>(L L^T)^-1 b.</summary>
    public static double[] Solve(double[,] l, ReadOnlySpan<double> b)
    {
        double[] x = Forward(l, b);
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < x.Length; k++)
            {
                x[i] -= l[k, i] * x[k];
            }

            x[i] /= l[i, i];
        }

        return x;
    }
}
