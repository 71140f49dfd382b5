namespace Constellation.Core;

/// <summary>A rectangular array of numbers, row after row, for the dense algebra of estimators.</summary>
/// <remarks>Rows may be padded: their distance avoids multiples of 4096 bytes, at which all elements of a column would share one set of the first cache.</remarks>
public sealed class DenseMatrix
{
    public DenseMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        (Rows, Columns, Stride) = (rows, columns, columns % 128 == 0 && rows > 1 ? columns + 8 : columns);
        Values = new double[checked(rows * Stride)];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>From the begin of one row to that of the next, in elements.</summary>
    public int Stride { get; }

    internal double[] Values { get; }

    internal MatrixPart Whole => new(Values, 0, Rows, Columns, Stride, 1);

    public double this[int row, int column]
    {
        get => Values[(row * Stride) + column];
        set => Values[(row * Stride) + column] = value;
    }

    public Span<double> Row(int row) => Values.AsSpan(row * Stride, Columns);

    public void Clear() => Array.Clear(Values);

    /// <summary>Takes over the numbers of a matrix of the same shape.</summary>
    public void CopyFrom(DenseMatrix other)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual((other.Rows, other.Columns), (Rows, Columns));
        other.Values.CopyTo(Values, 0);
    }

    public DenseMatrix Clone()
    {
        DenseMatrix copy = new(Rows, Columns);
        Values.CopyTo(copy.Values, 0);
        return copy;
    }
}
