namespace Constellation.Core;

/// <summary>R of A = Q R by blocked Householder reflections: the square root of A' A without ever squaring.</summary>
/// <remarks>
/// Panels of columns are reduced one column at a time in a transposed copy, the columns right of them by I - V T V' with products.
/// [GolubVanLoan13] sections 5.1.2, 5.2.3 (compact WY form). The diagonal of R comes out not negative.
/// </remarks>
public static class HouseholderTriangle
{
    private const int Panel = 24;

    /// <summary>Replaces the first rows of A by R (upper triangle, zeros below it). Columns beyond the first <paramref name="columns"/>, such as right-hand sides, are turned along.</summary>
    /// <param name="a">At least as many rows as columns are reduced, or all rows become part of a trapezium.</param>
    /// <param name="columns">How many columns become triangular; -1 for all.</param>
    /// <param name="threads">How many may work; the same bits for any number.</param>
    public static void Reduce(DenseMatrix a, int columns = -1, int threads = 1)
    {
        int steps = Math.Min(a.Rows, columns < 0 ? a.Columns : columns);
        for (int first = 0; first < steps; first += Panel)
        {
            int width = Math.Min(Panel, steps - first), rows = a.Rows - first, right = a.Columns - first - width;
            MatrixPart v = new(new double[width * rows], 0, rows, width, 1, rows);
            double[] t = new double[width * width];
            ReducePanel(a.Whole.Part(first, first, rows, width), v, t);
            if (right > 0)
            {
                MatrixPart rest = a.Whole.Part(first, first + width, rows, right);
                MatrixPart w = new(new double[width * right], 0, width, right, right, 1), tw = w with { Values = new double[width * right] };
                ProductKernel.Add(w, 1, v.Transposed, rest, lower: false, threads);
                ProductKernel.Add(tw, 1, new MatrixPart(t, 0, width, width, 1, width), w, lower: false, threads);
                ProductKernel.Add(rest, -1, v, tw, lower: false, threads);
            }
        }

        for (int i = 0; i < steps; i++)
        {
            if (a[i, i] < 0)
            {
                Span<double> row = a.Row(i)[i..];
                for (int j = 0; j < row.Length; j++)
                {
                    row[j] = -row[j];
                }
            }
        }
    }

    /// <summary>Reflections of one panel: R into <paramref name="a"/>, the vectors into the columns of <paramref name="v"/>, T (upper triangle, by rows) of the product into <paramref name="t"/>.</summary>
    private static void ReducePanel(MatrixPart a, MatrixPart v, double[] t)
    {
        int rows = a.Rows, width = a.Columns;
        double[] columns = new double[width * rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < width; j++)
            {
                columns[(j * rows) + i] = a.At(i, j);
            }
        }

        for (int k = 0; k < width; k++)
        {
            Span<double> column = columns.AsSpan((k * rows) + k, rows - k), vector = v.Values.AsSpan((k * rows) + k, rows - k);
            double norm = Math.Sqrt(RowKernel.Dot(column, column));
            column.CopyTo(vector);
            if (norm == 0)
            {
                // Nothing to turn: T keeps a zero column and the reflection is the identity.
                continue;
            }

            vector[0] += column[0] < 0 ? -norm : norm;
            double beta = 2 / RowKernel.Dot(vector, vector);
            column[0] = column[0] < 0 ? norm : -norm;
            column[1..].Clear();
            for (int j = k + 1; j < width; j++)
            {
                Span<double> other = columns.AsSpan((j * rows) + k, rows - k);
                RowKernel.AddScaled(-beta * RowKernel.Dot(vector, other), vector, other);
            }

            // T(0..k-1, k) = -beta T V' v, by [GolubVanLoan13] algorithm 5.1.2 in the form with T.
            for (int i = 0; i < k; i++)
            {
                double sum = 0;
                for (int j = i; j < k; j++)
                {
                    sum += t[(i * width) + j] * RowKernel.Dot(v.Values.AsSpan((j * rows) + k, rows - k), vector);
                }

                t[(i * width) + k] = -beta * sum;
            }

            t[(k * width) + k] = beta;
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < width; j++)
            {
                a.Values[a.Offset + (i * a.RowStep) + j] = columns[(j * rows) + i];
            }
        }
    }
}
