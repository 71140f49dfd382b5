namespace Constellation.Links;

/// <summary>Lower triangular root of a small covariance that may be singular.</summary>
internal static class NoiseRoot
{
    /// <summary>Fills <paramref name="root"/>, L with L L' = <paramref name="covariance"/>, both row by row.</summary>
    /// <remarks>Cholesky; what is left of a pivot below rounding (1e-14 of its diagonal) is zero, and so is its column.</remarks>
    public static void Of(ReadOnlySpan<double> covariance, int size, Span<double> root)
    {
        root[..(size * size)].Clear();
        for (int j = 0; j < size; j++)
        {
            double rest = covariance[(j * size) + j];
            for (int k = 0; k < j; k++)
            {
                rest -= root[(j * size) + k] * root[(j * size) + k];
            }

            if (!(rest > 1e-14 * covariance[(j * size) + j]))
            {
                continue;
            }

            double pivot = root[(j * size) + j] = Math.Sqrt(rest);
            for (int i = j + 1; i < size; i++)
            {
                double sum = covariance[(i * size) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= root[(i * size) + k] * root[(j * size) + k];
                }

                root[(i * size) + j] = sum / pivot;
            }
        }
    }
}
