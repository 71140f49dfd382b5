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
        (Label, Unit, Rows, Columns, Values, Colours, Scale) = (label, unit, rows, columns, values, colours, scale ?? ScaleOf(Inner(values, rows, columns), bounds, logarithmic: false));
        double[] real = Array.FindAll(values, double.IsFinite);
        (Least, Greatest) = real.Length > 0 ? (real.Min(), real.Max()) : (double.NaN, double.NaN);
    }

    /// <summary>Colours run between the centres of cells; otherwise a cell is one colour.</summary>
    public bool Smooth { get; init; } = true;

    /// <summary>A minus B on the cells of A, on a scale about zero.</summary>
    /// <param name="a">Gives label and cells.</param>
    /// <param name="b">Taken where the centres of A's cells are.</param>
    public static HeatMap Difference(HeatMap a, HeatMap b)
    {
        double[] values = new double[a.Values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int row = (int)(((i / a.Columns) + 0.5) / a.Rows * b.Rows), column = (int)(((i % a.Columns) + 0.5) / a.Columns * b.Columns);
            values[i] = a.Values[i] - b[row, column];
        }

        (_, double most) = Inner(Array.ConvertAll(values, Math.Abs), a.Rows, a.Columns);
        return new HeatMap($"{a.Label}: difference", a.Unit, a.Rows, a.Columns, values, ColourMap.Diverging, scale: Symmetric(most)) { Smooth = a.Smooth };
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

    /// <summary>Two round steps to either side of zero: five numbers find their place.</summary>
    private static TickScale Symmetric(double most)
    {
        double half = 0.5 * (most > 0 ? most : 1), power = Math.Pow(10, Math.Floor(Math.Log10(half)));
        double step = power * new[] { 1.0, 2.0, 5.0, 10.0 }.First(s => s * power >= half * (1 - 1e-9));
        return new TickScale(-2 * step, 2 * step, step);
    }

    /// <summary>A scale over a range, within bounds.</summary>
    internal static TickScale ScaleOf((double Low, double High) range, (double Low, double High)? bounds, bool logarithmic)
    {
        (double floor, double ceiling) = bounds ?? (double.NegativeInfinity, double.PositiveInfinity);
        (double low, double high) = (Math.Max(range.Low, floor), Math.Min(range.High, ceiling));
        // All cells at the greatest value that there is: the scale can only go down from there.
        return logarithmic && low > 0 ? TickScale.Decades(low, high) : TickScale.Covering(low == ceiling ? ceiling - 1 : low, high);
    }

    /// <summary>The range that leaves out the tails; 0 to 1 where there is no value.</summary>
    internal static (double Low, double High) Inner(double[] values, int rows, int columns)
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
