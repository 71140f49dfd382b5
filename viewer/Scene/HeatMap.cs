using Constellation.Positioning;

namespace Constellation.Viewer;

/// <summary>A quantity on cells of latitude and longitude, with the scale by which it is coloured.</summary>
/// <remarks>Cells are of equal angle; rows go from the south, columns from 180 degrees west; a value belongs to the centre of its cell. NaN: no data.</remarks>
public sealed class HeatMap
{
    /// <summary>The scale leaves out this share of the Earth's surface at either end, so that one odd cell does not wash out the rest.</summary>
    private const double TailShare = 0.01;

    /// <param name="label">What it is.</param>
    /// <param name="unit">Empty for a number without one.</param>
    /// <param name="rows">From the south.</param>
    /// <param name="columns">From 180 degrees west.</param>
    /// <param name="values">Row by row.</param>
    /// <param name="colours">Of the scale.</param>
    /// <param name="bounds">Values beyond which the quantity cannot go.</param>
    /// <param name="scale">Null: that of the values.</param>
    public HeatMap(string label, string unit, int rows, int columns, double[] values, ColourMap colours, (double Low, double High)? bounds = null, TickScale? scale = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, rows * columns);
        (Label, Unit, Rows, Columns, Values, Colours) = (label, unit, rows, columns, values, colours);
        (double low, double high) = Inner(values, rows, columns);
        (double floor, double ceiling) = bounds ?? (double.NegativeInfinity, double.PositiveInfinity);
        (low, high) = (Math.Max(low, floor), Math.Min(high, ceiling));
        // All cells at the greatest value that there is: the scale can only go down from there.
        Scale = scale ?? TickScale.Covering(low == ceiling ? ceiling - 1 : low, high);
        double[] real = Array.FindAll(values, double.IsFinite);
        (Least, Greatest) = real.Length > 0 ? (real.Min(), real.Max()) : (double.NaN, double.NaN);
    }

    public string Label { get; }

    public string Unit { get; }

    public int Rows { get; }

    public int Columns { get; }

    public double[] Values { get; }

    public ColourMap Colours { get; }

    /// <summary>Ends and ticks of the colour scale.</summary>
    public TickScale Scale { get; }

    /// <summary>Least and greatest value of any cell; NaN where no cell has one.</summary>
    public double Least { get; }

    public double Greatest { get; }

    public double this[int row, int column] => Values[(row * Columns) + column];

    private static (double Low, double High) Inner(double[] values, int rows, int columns)
    {
        double[] weights = new double[values.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Cos(double.DegreesToRadians(-90 + (((i / columns) + 0.5) * 180 / rows)));
        }

        double[] finite = Array.ConvertAll(values, v => double.IsFinite(v) ? v : double.NaN);
        double low = WeightedStatistics.Percentile(finite, weights, TailShare), high = WeightedStatistics.Percentile(finite, weights, 1 - TailShare);
        return double.IsNaN(low) ? (0, 1) : (low, high);
    }
}
