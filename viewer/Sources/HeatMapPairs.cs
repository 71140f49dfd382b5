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

    /// <summary>Round steps with zero in the middle.</summary>
    private static TickScale Symmetric(double most)
    {
        TickScale half = TickScale.Covering(0, most > 0 ? most : 1);
        double step = half.High / half.Step > 4 ? 2 * half.Step : half.Step, end = Math.Ceiling((half.High / step) - 1e-9) * step;
        return new TickScale(-end, end, step);
    }

    private static HeatMap With(HeatMap map, TickScale scale) => new(map.Label, map.Unit, map.Rows, map.Columns, map.Values, map.Colours, null, scale);
}
