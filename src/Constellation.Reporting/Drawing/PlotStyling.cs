using ScottPlot;

namespace Constellation.Reporting;

/// <summary>The look that all figures share.</summary>
internal static class PlotStyling
{
    private const float TextSize = 13;

    /// <summary>A plot with title and axis labels, an open frame and a faint grid.</summary>
    public static Plot New(string title, string xLabel, string yLabel)
    {
        PlotFonts.Ensure();
        Plot plot = new();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Axes.Color(PlotColors.Ink);
        plot.Title(title, 15);
        plot.XLabel(xLabel, TextSize);
        plot.YLabel(yLabel, TextSize);
        plot.Axes.Title.Label.Bold = true;
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 12;
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = 18;
        plot.Grid.MajorLineColor = PlotColors.Faint;
        plot.Grid.MajorLineWidth = 1;
        return plot;
    }

    /// <summary>A curve; a NaN value is a gap, a value between two gaps a dot.</summary>
    public static void Curve(this Plot plot, IReadOnlyList<double> x, IReadOnlyList<double> y, Color color, string legend, float width = 1.8f, LinePattern? pattern = null)
    {
        string text = legend;
        foreach ((int from, int to) in Runs(y))
        {
            Coordinates[] points = [.. Enumerable.Range(from, to - from).Select(i => new Coordinates(x[i], y[i]))];
            ScottPlot.Plottables.Scatter curve = points.Length == 1 ? plot.Add.ScatterPoints(points, color) : plot.Add.ScatterLine(points, color);
            curve.LineWidth = points.Length == 1 ? 0 : width;
            curve.MarkerSize = points.Length == 1 ? 2 * width : 0;
            curve.LinePattern = pattern ?? LinePattern.Solid;
            curve.LineStyle.StrokeJoin = SkiaSharp.SKStrokeJoin.Round;
            curve.LegendText = text;
            text = "";
        }
    }

    /// <summary>Entries below the axes, in one line where they fit.</summary>
    public static void LegendBelow(this Plot plot)
    {
        ScottPlot.Panels.LegendPanel panel = plot.ShowLegend(Edge.Bottom);
        panel.Alignment = Alignment.MiddleCenter;
        panel.Padding = new PixelPadding(0);
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.FontName = PlotFonts.Name;
        plot.Legend.FontSize = 12;
        plot.Legend.FontColor = PlotColors.Ink;
        plot.Legend.Margin = new PixelPadding(0);
        plot.Legend.Padding = new PixelPadding(4, 4, 0, 4);
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.White;
        plot.Legend.SymbolWidth = 26;
        plot.Legend.InterItemPadding = new PixelPadding(10, 10, 2, 2);
        plot.Legend.TightHorizontalWrapping = true;
    }

    /// <summary>An axis from 0 to a little above the largest of the values.</summary>
    public static void FromZero(this Plot plot, IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        Ticks.Linear(plot.Axes.Left, 0, largest > 0 ? 1.06 * largest : 1);
    }

    private static IEnumerable<(int From, int To)> Runs(IReadOnlyList<double> values)
    {
        int start = 0;
        for (int i = 0; i <= values.Count; i++)
        {
            if (i == values.Count || double.IsNaN(values[i]))
            {
                if (i > start)
                {
                    yield return (start, i);
                }

                start = i + 1;
            }
        }
    }
}
