using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Links;

/// <summary>A matrix kept four rows abreast: a column of a panel is one vector, a panel's columns follow each other.</summary>
/// <remarks>What the filter does to a row it does to all rows alike, so rows are the lanes; sweeps along the columns are contiguous. Rows that fill
/// up the last panel are zero and stay zero.</remarks>
internal sealed class RowPanels
{
    public const int Lanes = 4;
    private readonly double[] _values;

    public RowPanels(int rows, int columns)
    {
        (Rows, Columns, Count) = (rows, columns, (rows + Lanes - 1) / Lanes);
        _values = new double[Count * columns * Lanes];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Number of panels.</summary>
    public int Count { get; }

    public double this[int row, int column]
    {
        get => _values[At(row, column)];
        set => _values[At(row, column)] = value;
    }

    /// <summary>Columns of one panel, a vector each.</summary>
    public Span<Vector256<double>> Panel(int panel) =>
        MemoryMarshal.Cast<double, Vector256<double>>(_values.AsSpan(panel * Columns * Lanes, Columns * Lanes));

    /// <summary>From the first element of a row on: element j lies <see cref="Lanes"/> times j further.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(At(row, 0));

    /// <summary>Everything, in the order of storage.</summary>
    public Span<double> Values => _values;

    public RowPanels Copy()
    {
        RowPanels copy = new(Rows, Columns);
        _values.CopyTo(copy._values, 0);
        return copy;
    }

    private int At(int row, int column) => (((((row / Lanes) * Columns) + column) * Lanes) + (row % Lanes));
}
