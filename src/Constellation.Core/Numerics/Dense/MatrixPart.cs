namespace Constellation.Core;

/// <summary>A rectangle within an array, in any orientation: element (i, j) lies at Offset + i RowStep + j ColumnStep.</summary>
internal readonly record struct MatrixPart(double[] Values, int Offset, int Rows, int Columns, int RowStep, int ColumnStep)
{
    public MatrixPart Transposed => new(Values, Offset, Columns, Rows, ColumnStep, RowStep);

    public MatrixPart Part(int row, int column, int rows, int columns) =>
        new(Values, Offset + (row * RowStep) + (column * ColumnStep), rows, columns, RowStep, ColumnStep);

    public double At(int row, int column) => Values[Offset + (row * RowStep) + (column * ColumnStep)];

    /// <summary>A row of a part whose rows are contiguous.</summary>
    public Span<double> Row(int row) => Values.AsSpan(Offset + (row * RowStep), Columns);
}
