namespace Constellation.Core;

/// <summary>A symmetric matrix of which the lower triangle is kept: normal equations, a covariance.</summary>
public sealed class SymmetricMatrix(int size)
{
    public int Size => size;

    internal DenseMatrix Lower { get; } = new(size, size);

    public double this[int i, int j]
    {
        get => i >= j ? Lower[i, j] : Lower[j, i];
        set
        {
            if (i >= j)
            {
                Lower[i, j] = value;
            }
            else
            {
                Lower[j, i] = value;
            }
        }
    }

    /// <summary>Elements 0 .. i of row i.</summary>
    public Span<double> LowerRow(int i) => Lower.Row(i)[..(i + 1)];

    public void Clear() => Lower.Clear();

    public SymmetricMatrix Clone()
    {
        SymmetricMatrix copy = new(size);
        copy.Lower.CopyFrom(Lower);
        return copy;
    }

    /// <summary>Adds weight x' x for a row x with few elements that are not zero: one observation's share of normal equations.</summary>
    /// <param name="unknowns">Where they lie, in ascending order; runs of neighbours are fastest.</param>
    /// <param name="partials">As many.</param>
    /// <param name="weight">1 / sigma^2.</param>
    public void AddRow(ReadOnlySpan<int> unknowns, ReadOnlySpan<double> partials, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(partials.Length, unknowns.Length);
        for (int end = 0, start = 0; end < unknowns.Length; start = end)
        {
            // The runs of neighbours before and in this one.
            end = RunEnd(unknowns, start);
            for (int from = 0, to = 0; from <= start; from = to)
            {
                to = RunEnd(unknowns, from);
                for (int i = start; i < end; i++)
                {
                    int length = from == start ? i - start + 1 : to - from;
                    RowKernel.AddScaled(weight * partials[i], partials.Slice(from, length), Lower.Row(unknowns[i]).Slice(unknowns[from], length));
                }
            }
        }
    }

    /// <summary>Adds sign A' A of the first rows of A: what a block of observations, scaled by the roots of their weights, brings; or takes away.</summary>
    /// <param name="a">Its columns are the last unknowns; those before them are not touched.</param>
    /// <param name="rows">How many rows of it count.</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="threads">How many may work; the same bits for any number.</param>
    public void AddSquare(DenseMatrix a, int rows, double sign = 1, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(a.Columns, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, a.Rows);
        int first = size - a.Columns;
        MatrixPart used = a.Whole.Part(0, 0, rows, a.Columns);
        ProductKernel.Add(Lower.Whole.Part(first, first, a.Columns, a.Columns), sign, used.Transposed, used, lower: true, threads);
    }

    /// <summary>S A S' of this A, a row of S at a time given by the caller: diagonal elements alone, s A s'.</summary>
    /// <param name="rows">Each row a combination of the last unknowns, those before them being zero.</param>
    /// <param name="count">How many rows of it count.</param>
    /// <param name="diagonal">Receives one number a row.</param>
    /// <param name="threads">How many may work.</param>
    public void QuadraticForms(DenseMatrix rows, int count, Span<double> diagonal, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Columns, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, rows.Rows);
        int first = size - rows.Columns;

        // s A s' = 2 s L s' - s diag(A) s' with the lower triangle L: the product takes L as it is stored, zeros above.
        DenseMatrix product = new(count, rows.Columns);
        ProductKernel.Add(product.Whole, 1, rows.Whole.Part(0, 0, count, rows.Columns), Lower.Whole.Part(first, first, rows.Columns, rows.Columns), lower: false, threads);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> row = rows.Row(i);
            double twice = RowKernel.Dot(row, product.Row(i)), squares = 0;
            for (int k = 0; k < row.Length; k++)
            {
                squares += row[k] * row[k] * Lower[first + k, first + k];
            }

            diagonal[i] = (2 * twice) - squares;
        }
    }

    /// <summary>A x.</summary>
    public void Multiply(ReadOnlySpan<double> x, Span<double> product)
    {
        product[..size].Clear();
        for (int i = 0; i < size; i++)
        {
            ReadOnlySpan<double> row = LowerRow(i);
            product[i] += RowKernel.Dot(row, x);
            RowKernel.AddScaled(x[i], row[..i], product);
        }
    }

    private static int RunEnd(ReadOnlySpan<int> unknowns, int start)
    {
        int end = start + 1;
        while (end < unknowns.Length && unknowns[end] == unknowns[end - 1] + 1)
        {
            end++;
        }

        return end;
    }
}
