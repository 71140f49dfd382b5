namespace Constellation.Positioning;

/// <summary>Symmetric positive definite 6 x 6 matrices, row by row.</summary>
internal static class SymmetricSix
{
    private const int N = 6;

    /// <summary>Inverse by Cholesky's factor of the matrix scaled to a unit diagonal; false where it is not positive definite.</summary>
    public static bool TryInvert(ReadOnlySpan<double> a, Span<double> inverse)
    {
        Span<double> scale = stackalloc double[N], l = stackalloc double[N * N], x = stackalloc double[N];
        for (int i = 0; i < N; i++)
        {
            if (!(a[(N * i) + i] > 0))
            {
                return false;
            }

            scale[i] = 1.0 / Math.Sqrt(a[(N * i) + i]);
        }

        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[(N * i) + j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[(N * i) + k] * l[(N * j) + k];
                }

                if (i == j && !(sum > 1e-15))
                {
                    return false;
                }

                l[(N * i) + j] = i == j ? Math.Sqrt(sum) : sum / l[(N * j) + j];
            }
        }

        for (int column = 0; column < N; column++)
        {
            for (int i = 0; i < N; i++)
            {
                double sum = i == column ? 1.0 : 0.0;
                for (int k = 0; k < i; k++)
                {
                    sum -= l[(N * i) + k] * x[k];
                }

                x[i] = sum / l[(N * i) + i];
            }

            for (int i = N - 1; i >= 0; i--)
            {
                double sum = x[i];
                for (int k = i + 1; k < N; k++)
                {
                    sum -= l[(N * k) + i] * x[k];
                }

                x[i] = sum / l[(N * i) + i];
                inverse[(N * i) + column] = x[i] * scale[i] * scale[column];
            }
        }

        return true;
    }
}
