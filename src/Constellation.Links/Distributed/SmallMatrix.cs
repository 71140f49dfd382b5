namespace Constellation.Links;

/// <summary>Algebra of the dozen unknowns that one node estimates: square matrices row by row.</summary>
internal static class SmallMatrix
{
    /// <summary>Least share of a diagonal element that is left to a pivot, and least variance of all, so that exactly known unknowns do no harm.</summary>
    private const double LeastShare = 1e-13, LeastVariance = 1e-26;

    /// <summary>Inverse of a covariance or information matrix, by Cholesky.</summary>
    public static void Invert(ReadOnlySpan<double> a, int n, Span<double> inverse)
    {
        Span<double> l = stackalloc double[n * n];
        l.Clear();
        for (int j = 0; j < n; j++)
        {
            double rest = a[(j * n) + j];
            for (int k = 0; k < j; k++)
            {
                rest -= l[(j * n) + k] * l[(j * n) + k];
            }

            double pivot = l[(j * n) + j] = Math.Sqrt(Math.Max(rest, (LeastShare * a[(j * n) + j]) + LeastVariance));
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[(i * n) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[(i * n) + k] * l[(j * n) + k];
                }

                l[(i * n) + j] = sum / pivot;
            }
        }

        for (int c = 0; c < n; c++)
        {
            Span<double> x = inverse.Slice(c * n, n);
            for (int i = 0; i < n; i++)
            {
                double sum = i == c ? 1 : 0;
                for (int k = 0; k < i; k++)
                {
                    sum -= l[(i * n) + k] * x[k];
                }

                x[i] = sum / l[(i * n) + i];
            }

            for (int i = n - 1; i >= 0; i--)
            {
                double sum = x[i];
                for (int k = i + 1; k < n; k++)
                {
                    sum -= l[(k * n) + i] * x[k];
                }

                x[i] = sum / l[(i * n) + i];
            }
        }
    }

    /// <summary>h A g'.</summary>
    public static double Form(ReadOnlySpan<double> h, ReadOnlySpan<double> a, ReadOnlySpan<double> g)
    {
        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            for (int j = 0; h[i] != 0 && j < g.Length; j++)
            {
                sum += h[i] * a[(i * g.Length) + j] * g[j];
            }
        }

        return sum;
    }

    /// <summary>A W A of symmetric matrices.</summary>
    public static void Sandwich(ReadOnlySpan<double> a, ReadOnlySpan<double> w, int n, Span<double> result)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                result[(i * n) + j] = Form(a.Slice(i * n, n), w, a.Slice(j * n, n));
            }
        }
    }

    /// <summary>tr(A B) of symmetric matrices.</summary>
    public static double Trace(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Phi A Phi' for the rows and columns of one block, in place.</summary>
    public static void Move(Span<double> a, int n, TransitionBlock block, int at)
    {
        Span<double> old = stackalloc double[block.Size];
        for (int side = 0; side < 2; side++)
        {
            for (int c = 0; c < n; c++)
            {
                for (int k = 0; k < block.Size; k++)
                {
                    old[k] = a[side == 0 ? ((at + k) * n) + c : (c * n) + at + k];
                }

                for (int i = 0; i < block.Size; i++)
                {
                    double sum = 0;
                    for (int k = 0; k < block.Size; k++)
                    {
                        sum += block.Transition[(i * block.Size) + k] * old[k];
                    }

                    a[side == 0 ? ((at + i) * n) + c : (c * n) + at + i] = sum;
                }
            }
        }
    }
}
