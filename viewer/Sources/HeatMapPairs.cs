namespace Constellation.Viewer;

/// <summary>Two maps of one quantity: on one scale of colours, or one minus the other.</summary>
internal static class HeatMapPairs
{
    /// <summary>Both with the scale that covers the scales of both.</summary>
    public static (HeatMap A, HeatMap B) OnOneScale(HeatMap a, HeatMap b)
    {
        TickScale scale = TickScale.Covering(Math.Min(a.Scale.Low, b.Scale.Low), Math.Max(a.Scale.High, b.Scale.High));
        return (With(a, scale), With(b, scale));
    }

    /// <summary>Cell by cell, the scale about zero; null where the cells are others.</summary>
    public static HeatMap? Difference(HeatMap first, HeatMap second)
    {
        if (first.Rows != second.Rows || first.Columns != second.Columns)
        {
            return null;
        }

        double[] values = [.. first.Values.Zip(second.Values, (a, b) => a - b)];
        HeatMap own = new("", "", first.Rows, first.Columns, values, ColourMap.BlueOrange);
        double most = Math.Max(Math.Abs(own.Scale.Low), Math.Abs(own.Scale.High));
        return new HeatMap($"{first.Label}: difference", first.Unit, first.Rows, first.Columns, values, ColourMap.BlueOrange, null, Symmetric(most));
    }

    /// <summary>Two round steps to either side of zero: five numbers find their place.</summary>
    private static TickScale Symmetric(double most)
    {
        double half = 0.5 * (most > 0 ? most : 1), power = Math.Pow(10, Math.Floor(Math.Log10(half)));
        double step = power * new[] { 1.0, 2.0, 5.0, 10.0 }.First(s => s * power >= half * (1 - 1e-9));
        return new TickScale(-2 * step, 2 * step, step);
    }

    private static HeatMap With(HeatMap map, TickScale scale) => new(map.Label, map.Unit, map.Rows, map.Columns, map.Values, map.Colours, null, scale);
}
