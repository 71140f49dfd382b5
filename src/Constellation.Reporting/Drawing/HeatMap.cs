using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Cells in colours with a scale beside them.</summary>
internal static class HeatMap
{
    /// <summary>Adds cells of one unit each, the first row uppermost, and their scale.</summary>
    /// <param name="plot">Takes them; its limits are left to the caller.</param>
    /// <param name="cells">Rows times columns; NaN is grey.</param>
    /// <param name="label">Of the scale.</param>
    /// <param name="low">Value of the darkest colour.</param>
    /// <param name="high">Value of the brightest.</param>
    /// <param name="reversed">Whether low values are bright.</param>
    public static ScottPlot.Plottables.Heatmap Cells(this Plot plot, double[,] cells, string label, double low, double high, bool reversed = false)
    {
        (low, high) = high - low > 1e-9 * Math.Abs(high) ? (low, high) : (low - 0.5, high + 0.5);
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(cells);
        map.Rectangle = new CoordinateRect(-0.5, cells.GetLength(1) - 0.5, -0.5, cells.GetLength(0) - 0.5);
        map.Colormap = reversed ? new ScottPlot.Colormaps.Viridis().Reversed() : new ScottPlot.Colormaps.Viridis();
        map.NaNCellColor = PlotColors.NoData;
        map.ManualRange = new ScottPlot.Range(low, high);
        map.Update();
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = label;
        bar.LabelStyle.FontSize = 13;
        bar.LabelStyle.Bold = false;
        bar.LabelStyle.FontName = PlotFonts.Name;
        bar.Axis.TickLabelStyle.FontSize = 12;
        bar.Axis.TickLabelStyle.FontName = PlotFonts.Name;
        Ticks.Linear(bar.Axis, low, high);
        plot.Grid.MajorLineColor = Colors.Transparent;
        return map;
    }
}
