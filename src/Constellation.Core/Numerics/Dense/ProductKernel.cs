using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Constellation.Core;

/// <summary>C + sign A B, blocked for the caches, with a 4 x 12 tile of C in twelve vector registers: the work horse of all dense algebra here.</summary>
/// <remarks>
/// The layering of [Goto08]: a depth of <see cref="Depth"/> of B is laid out in slivers of twelve columns (the first cache holds one), of A in slivers
/// of four rows. An element of C is changed once per depth by a sum of fused products in ascending k, whatever tile it lies in and whichever thread does
/// it: the same bits for any number of threads and on every machine.
/// </remarks>
internal static class ProductKernel
{
    private const int TileRows = 4, TileColumns = 12;

    /// <summary>Twelve columns of this depth and four rows of it are 24 KiB, less than the first cache.</summary>
    private const int Depth = 192;

    /// <summary>Rows of A laid out at once: 144 KiB of the second cache.</summary>
    private const int BlockRows = 96;

    /// <summary>Columns of B laid out at once.</summary>
    private const int BlockColumns = 1008;

    /// <summary>Multiplications below which a second thread costs more than it brings.</summary>
    private const double WorthThreads = 1e7;

    /// <summary>Adds to every element of <paramref name="c"/>, whose rows are contiguous, or to its lower triangle alone.</summary>
    public static void Add(MatrixPart c, double sign, MatrixPart a, MatrixPart b, bool lower, int threads)
    {
        if (c.ColumnStep != 1 || a.Rows != c.Rows || b.Columns != c.Columns || a.Columns != b.Rows)
        {
            throw new ArgumentException($"{a.Rows}x{a.Columns} times {b.Rows}x{b.Columns} does not fit {c.Rows}x{c.Columns}", nameof(c));
        }

        if (c.Rows == 0 || c.Columns == 0 || a.Columns == 0)
        {
            return;
        }

        bool many = threads > 1 && (double)c.Rows * c.Columns * a.Columns > WorthThreads;
        for (int column = 0; column < c.Columns; column += BlockColumns)
        {
            int columns = Math.Min(BlockColumns, c.Columns - column), first = lower ? column / TileRows * TileRows : 0;
            int slivers = (columns + TileColumns - 1) / TileColumns;
            for (int depth = 0; depth < a.Columns; depth += Depth)
            {
                int k = Math.Min(Depth, a.Columns - depth);
                double[] packed = ArrayPool<double>.Shared.Rent(slivers * TileColumns * k);
                MatrixPart from = b.Part(depth, column, k, columns), left = a.Part(0, depth, a.Rows, k);
                LayOut(from.Transposed, TileColumns, packed);

                // Small steps towards the end of a triangle: they weigh the same for every thread.
                int step = many ? Math.Clamp((c.Rows - first) / 16 / TileRows * TileRows, 2 * TileRows, BlockRows) : BlockRows;
                int blocks = (c.Rows - first + step - 1) / step;
                if (many)
                {
                    int start = column;
                    Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block => AddRows(c, sign, left, packed, start, columns, first + (block * step), step, lower));
                }
                else
                {
                    for (int block = 0; block < blocks; block++)
                    {
                        AddRows(c, sign, left, packed, column, columns, first + (block * step), step, lower);
                    }
                }

                ArrayPool<double>.Shared.Return(packed);
            }
        }
    }

    private static void AddRows(MatrixPart c, double sign, MatrixPart a, double[] packedB, int column, int columns, int row, int most, bool lower)
    {
        int rows = Math.Min(most, c.Rows - row), k = a.Columns;
        double[] packedA = ArrayPool<double>.Shared.Rent((rows + TileRows - 1) / TileRows * TileRows * k);
        LayOut(a.Part(row, 0, rows, k), TileRows, packedA);
        Span<double> edge = stackalloc double[TileRows * TileColumns];
        for (int j = 0; j < columns; j += TileColumns)
        {
            int width = Math.Min(TileColumns, columns - j);
            ref double sliverB = ref packedB[j * k];
            for (int i = 0; i < rows; i += TileRows)
            {
                int height = Math.Min(TileRows, rows - i), below = row + i - (column + j);
                if (lower && below + height <= 0)
                {
                    continue;
                }

                ref double sliverA = ref packedA[i * k];
                if (height == TileRows && width == TileColumns && (!lower || below >= TileColumns - 1))
                {
                    Tile(k, ref sliverA, ref sliverB, ref c.Values[c.Offset + ((row + i) * c.RowStep) + column + j], c.RowStep, sign);
                    continue;
                }

                edge.Clear();
                Tile(k, ref sliverA, ref sliverB, ref edge[0], TileColumns, sign);
                for (int r = 0; r < height; r++)
                {
                    int inside = lower ? Math.Min(width, below + r + 1) : width;
                    for (int s = 0; s < inside; s++)
                    {
                        c.Values[c.Offset + ((row + i + r) * c.RowStep) + column + j + s] += edge[(r * TileColumns) + s];
                    }
                }
            }
        }

        ArrayPool<double>.Shared.Return(packedA);
    }

    /// <summary>Rows in slivers of <paramref name="width"/>: for every column the elements of these rows side by side, zeros where there is no row.</summary>
    private static void LayOut(MatrixPart part, int width, double[] to)
    {
        int at = 0;
        for (int row = 0; row < part.Rows; row += width)
        {
            int rows = Math.Min(width, part.Rows - row), from = part.Offset + (row * part.RowStep);
            if (part.RowStep == 1)
            {
                for (int k = 0; k < part.Columns; k++, at += width)
                {
                    part.Values.AsSpan(from + (k * part.ColumnStep), rows).CopyTo(to.AsSpan(at, width));
                    to.AsSpan(at + rows, width - rows).Clear();
                }

                continue;
            }

            for (int r = 0; r < width; r++)
            {
                if (r >= rows)
                {
                    for (int k = 0; k < part.Columns; k++)
                    {
                        to[at + (k * width) + r] = 0;
                    }
                }
                else if (part.ColumnStep == 1)
                {
                    ReadOnlySpan<double> source = part.Values.AsSpan(from + (r * part.RowStep), part.Columns);
                    ref double target = ref to[at + r];
                    for (int k = 0; k < source.Length; k++)
                    {
                        Unsafe.Add(ref target, k * width) = source[k];
                    }
                }
                else
                {
                    for (int k = 0; k < part.Columns; k++)
                    {
                        to[at + (k * width) + r] = part.Values[from + (r * part.RowStep) + (k * part.ColumnStep)];
                    }
                }
            }

            at += width * part.Columns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(int depth, ref double a, ref double b, ref double c, int step, double sign)
    {
        Vector256<double> c00 = default, c01 = default, c02 = default, c10 = default, c11 = default, c12 = default;
        Vector256<double> c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector256<double> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 4), b2 = Vector256.LoadUnsafe(ref b, 8);
            Vector256<double> x = Vector256.Create(a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector256.FusedMultiplyAdd(x, b2, c02);
            x = Vector256.Create(Unsafe.Add(ref a, 1));
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector256.FusedMultiplyAdd(x, b2, c12);
            x = Vector256.Create(Unsafe.Add(ref a, 2));
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector256.FusedMultiplyAdd(x, b2, c22);
            x = Vector256.Create(Unsafe.Add(ref a, 3));
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector256.FusedMultiplyAdd(x, b2, c32);
            a = ref Unsafe.Add(ref a, TileRows);
            b = ref Unsafe.Add(ref b, TileColumns);
        }

        Vector256<double> s = Vector256.Create(sign);
        AddTo(ref c, s, c00, c01, c02);
        AddTo(ref Unsafe.Add(ref c, step), s, c10, c11, c12);
        AddTo(ref Unsafe.Add(ref c, 2 * step), s, c20, c21, c22);
        AddTo(ref Unsafe.Add(ref c, 3 * step), s, c30, c31, c32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref double c, Vector256<double> sign, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        (Vector256.LoadUnsafe(ref c) + (sign * x)).StoreUnsafe(ref c);
        (Vector256.LoadUnsafe(ref c, 4) + (sign * y)).StoreUnsafe(ref c, 4);
        (Vector256.LoadUnsafe(ref c, 8) + (sign * z)).StoreUnsafe(ref c, 8);
    }
}
