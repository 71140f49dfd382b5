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
    public void AddSquare(DenseMatrix a, int rows, double sign = 1, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Columns, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, a.Rows);
        MatrixPart used = a.Whole.Part(0, 0, rows, size);
        ProductKernel.Add(Lower.Whole, sign, used.Transposed, used, lower: true, threads);
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
