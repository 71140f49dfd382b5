namespace Constellation.Viewer;

/// <summary>Two maps of one quantity: on one scale of colours.</summary>
internal static class HeatMapPairs
{
    /// <summary>Both with the scale that covers the scales of both.</summary>
    public static (HeatMap A, HeatMap B) OnOneScale(HeatMap a, HeatMap b)
    {
        TickScale scale = TickScale.Covering(Math.Min(a.Scale.Low, b.Scale.Low), Math.Max(a.Scale.High, b.Scale.High));
        return (With(a, scale), With(b, scale));
    }

    private static HeatMap With(HeatMap map, TickScale scale) => new(map.Label, map.Unit, map.Rows, map.Columns, map.Values, map.Colours, null, scale) { Smooth = map.Smooth };
}
