using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Core;

/// <summary>Cholesky factors and triangular systems by halving: two half-size problems and a product between them, down to blocks that fit the first cache.</summary>
/// <remarks>[Higham02] section 13: what is done by products is as stable as the order of the text books. Nothing is solved with explicit inverses.</remarks>
internal static class TriangularKernel
{
    /// <summary>Up to here without halving.</summary>
    private const int Small = 24;

    /// <summary>L with L L' = A in the lower triangle of <paramref name="a"/>; the other triangle is left alone.</summary>
    /// <returns>-1, or the first row whose pivot is not positive; all rows before it and the elements of it left of the pivot are done then.</returns>
    public static int Factor(MatrixPart a, int threads)
    {
        int n = a.Rows;
        if (n <= Small)
        {
            return FactorSmall(a);
        }

        int half = Half(n);
        MatrixPart upper = a.Part(0, 0, half, half), left = a.Part(half, 0, n - half, half), rest = a.Part(half, half, n - half, n - half);
        int failed = Factor(upper, threads);
        if (failed >= 0)
        {
            return failed;
        }

        SolveRight(left, upper, threads);
        ProductKernel.Add(rest, -1, left, left.Transposed, lower: true, threads);
        failed = Factor(rest, threads);
        return failed < 0 ? -1 : half + failed;
    }

    /// <summary>X with X L' = B, in place of B (contiguous rows).</summary>
    public static void SolveRight(MatrixPart b, MatrixPart l, int threads)
    {
        int n = l.Rows;
        if (b.Rows == 0)
        {
            return;
        }

        if (n <= Small)
        {
            SolveRightSmall(b, l);
            return;
        }

        int half = Half(n);
        MatrixPart first = b.Part(0, 0, b.Rows, half), second = b.Part(0, half, b.Rows, n - half);
        SolveRight(first, l.Part(0, 0, half, half), threads);
        ProductKernel.Add(second, -1, first, l.Part(half, 0, n - half, half).Transposed, lower: false, threads);
        SolveRight(second, l.Part(half, half, n - half, n - half), threads);
    }

    /// <summary>X with L X = B, in place of B (contiguous rows).</summary>
    public static void SolveLower(MatrixPart l, MatrixPart b, int threads)
    {
        int n = l.Rows;
        if (n <= Small)
        {
            for (int i = 0; i < n; i++)
            {
                Span<double> row = b.Row(i);
                for (int k = 0; k < i; k++)
                {
                    RowKernel.AddScaled(-l.At(i, k), b.Row(k), row);
                }

                Divide(row, l.At(i, i));
            }

            return;
        }

        int half = Half(n);
        MatrixPart first = b.Part(0, 0, half, b.Columns), second = b.Part(half, 0, n - half, b.Columns);
        SolveLower(l.Part(0, 0, half, half), first, threads);
        ProductKernel.Add(second, -1, l.Part(half, 0, n - half, half), first, lower: false, threads);
        SolveLower(l.Part(half, half, n - half, n - half), second, threads);
    }

    /// <summary>X with L' X = B, in place of B (contiguous rows).</summary>
    public static void SolveUpper(MatrixPart l, MatrixPart b, int threads)
    {
        int n = l.Rows;
        if (n <= Small)
        {
            for (int i = n - 1; i >= 0; i--)
            {
                Span<double> row = b.Row(i);
                for (int k = i + 1; k < n; k++)
                {
                    RowKernel.AddScaled(-l.At(k, i), b.Row(k), row);
                }

                Divide(row, l.At(i, i));
            }

            return;
        }

        int half = Half(n);
        MatrixPart first = b.Part(0, 0, half, b.Columns), second = b.Part(half, 0, n - half, b.Columns);
        SolveUpper(l.Part(half, half, n - half, n - half), second, threads);
        ProductKernel.Add(first, -1, l.Part(half, 0, n - half, half).Transposed, second, lower: false, threads);
        SolveUpper(l.Part(0, 0, half, half), first, threads);
    }

    /// <summary>The inverse of L into <paramref name="inverse"/>, whose upper triangle must be zero.</summary>
    public static void Invert(MatrixPart l, MatrixPart inverse, int threads)
    {
        int n = l.Rows;
        if (n <= Small)
        {
            for (int i = 0; i < n; i++)
            {
                Span<double> row = inverse.Row(i)[..(i + 1)];
                row.Clear();
                for (int k = 0; k < i; k++)
                {
                    RowKernel.AddScaled(-l.At(i, k), inverse.Row(k)[..(k + 1)], row);
                }

                row[i] = 1;
                Divide(row, l.At(i, i));
            }

            return;
        }

        // The lower left quarter is -inverse(L22) (L21 inverse(L11)).
        int half = Half(n);
        MatrixPart first = inverse.Part(0, 0, half, half), left = inverse.Part(half, 0, n - half, half), second = l.Part(half, half, n - half, n - half);
        Invert(l.Part(0, 0, half, half), first, threads);
        for (int i = 0; i < left.Rows; i++)
        {
            left.Row(i).Clear();
        }

        ProductKernel.Add(left, -1, l.Part(half, 0, n - half, half), first, lower: false, threads);
        SolveLower(second, left, threads);
        Invert(second, inverse.Part(half, half, n - half, n - half), threads);
    }

    /// <summary>Multiples of twelve, the width of the product's tiles.</summary>
    private static int Half(int n) => Math.Max(12, n / 24 * 12);

    private static void Divide(Span<double> row, double by)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] /= by;
        }
    }

    /// <summary>By rows of L', which are contiguous in a copy.</summary>
    private static int FactorSmall(MatrixPart a)
    {
        int n = a.Rows, failed = -1;
        Span<double> u = stackalloc double[Small * Small];
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                u[(i * n) + j] = a.At(j, i);
            }
        }

        for (int k = 0; k < n && failed < 0; k++)
        {
            Span<double> row = u.Slice((k * n) + k, n - k);
            if (!(row[0] > 0))
            {
                failed = k;
                break;
            }

            double root = Math.Sqrt(row[0]);
            row[0] = root;
            Divide(row[1..], root);
            for (int i = 1; i < row.Length; i++)
            {
                RowKernel.AddScaled(-row[i], row[i..], u.Slice(((k + i) * n) + k + i, n - k - i));
            }
        }

        int done = failed < 0 ? n : failed;
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.Row(i);
            for (int k = 0; k <= i && k < done; k++)
            {
                row[k] = u[(k * n) + i];
            }
        }

        return failed;
    }

    /// <summary>Eight rows of B at a time, a row in each lane; four unknowns side by side keep both multipliers at work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SolveRightSmall(MatrixPart b, MatrixPart l)
    {
        int n = l.Rows;
        Span<double> lower = stackalloc double[Small * Small], inverse = stackalloc double[Small], lanes = stackalloc double[Small * 8];
        for (int i = 0; i < n; i++)
        {
            l.Row(i)[..(i + 1)].CopyTo(lower[(i * Small)..]);
            inverse[i] = 1 / l.At(i, i);
        }

        ref double p = ref MemoryMarshal.GetReference(lanes);
        for (int row = 0; row < b.Rows; row += 8)
        {
            int rows = Math.Min(8, b.Rows - row);
            lanes.Clear();
            for (int r = 0; r < rows; r++)
            {
                ReadOnlySpan<double> source = b.Row(row + r);
                for (int k = 0; k < n; k++)
                {
                    Unsafe.Add(ref p, (8 * k) + r) = source[k];
                }
            }

            int j = 0;
            for (; j + 4 <= n; j += 4)
            {
                SolveFour(ref p, ref lower[j * Small], j);
                for (int i = j; i < j + 4; i++)
                {
                    Finish(ref p, ref lower[i * Small], j, i, inverse[i]);
                }
            }

            for (; j < n; j++)
            {
                Finish(ref p, ref lower[j * Small], 0, j, inverse[j]);
            }

            for (int r = 0; r < rows; r++)
            {
                Span<double> target = b.Row(row + r);
                for (int k = 0; k < n; k++)
                {
                    target[k] = Unsafe.Add(ref p, (8 * k) + r);
                }
            }
        }
    }

    /// <summary>Takes the known unknowns 0 .. j - 1 out of the four from j on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SolveFour(ref double p, ref double l, int j)
    {
        ref double at = ref Unsafe.Add(ref p, 8 * j);
        Vector256<double> a0 = Vector256.LoadUnsafe(ref at), a1 = Vector256.LoadUnsafe(ref at, 8), a2 = Vector256.LoadUnsafe(ref at, 16), a3 = Vector256.LoadUnsafe(ref at, 24);
        Vector256<double> b0 = Vector256.LoadUnsafe(ref at, 4), b1 = Vector256.LoadUnsafe(ref at, 12), b2 = Vector256.LoadUnsafe(ref at, 20), b3 = Vector256.LoadUnsafe(ref at, 28);
        for (int k = 0; k < j; k++)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref p, (nuint)(8 * k)), y = Vector256.LoadUnsafe(ref p, (nuint)((8 * k) + 4));
            Vector256<double> f = Vector256.Create(-Unsafe.Add(ref l, k));
            (a0, b0) = (Vector256.FusedMultiplyAdd(f, x, a0), Vector256.FusedMultiplyAdd(f, y, b0));
            f = Vector256.Create(-Unsafe.Add(ref l, Small + k));
            (a1, b1) = (Vector256.FusedMultiplyAdd(f, x, a1), Vector256.FusedMultiplyAdd(f, y, b1));
            f = Vector256.Create(-Unsafe.Add(ref l, (2 * Small) + k));
            (a2, b2) = (Vector256.FusedMultiplyAdd(f, x, a2), Vector256.FusedMultiplyAdd(f, y, b2));
            f = Vector256.Create(-Unsafe.Add(ref l, (3 * Small) + k));
            (a3, b3) = (Vector256.FusedMultiplyAdd(f, x, a3), Vector256.FusedMultiplyAdd(f, y, b3));
        }

        a0.StoreUnsafe(ref at);
        b0.StoreUnsafe(ref at, 4);
        a1.StoreUnsafe(ref at, 8);
        b1.StoreUnsafe(ref at, 12);
        a2.StoreUnsafe(ref at, 16);
        b2.StoreUnsafe(ref at, 20);
        a3.StoreUnsafe(ref at, 24);
        b3.StoreUnsafe(ref at, 28);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(ref double p, ref double l, int from, int i, double inverse)
    {
        Vector256<double> x = Vector256.LoadUnsafe(ref p, (nuint)(8 * i)), y = Vector256.LoadUnsafe(ref p, (nuint)((8 * i) + 4));
        for (int k = from; k < i; k++)
        {
            Vector256<double> f = Vector256.Create(-Unsafe.Add(ref l, k));
            x = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref p, (nuint)(8 * k)), x);
            y = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref p, (nuint)((8 * k) + 4)), y);
        }

        (x * inverse).StoreUnsafe(ref p, (nuint)(8 * i));
        (y * inverse).StoreUnsafe(ref p, (nuint)((8 * i) + 4));
    }
}
