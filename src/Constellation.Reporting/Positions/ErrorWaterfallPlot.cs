using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Where the metres come from: variance by variance from the first source to the whole, each bar standing on those before it.</summary>
/// <remarks>The height is a root mean square, so that a bar from a to b adds sqrt(b^2 - a^2); sources that are not independent make the whole differ from the sum, which is drawn as its own bar.</remarks>
public sealed class ErrorWaterfallPlot(string name, IReadOnlyList<ErrorContribution> parts, ErrorContribution whole) : RunPlot
{
    public override string Name => "error-waterfall";

    public override bool HasData => parts.Any(p => p.Vertical > 0 || p.Horizontal > 0);

    public override (int Width, int Height) Size => (980, 460);

    public override string Caption =>
        $"Error of the positions of {name}, root mean square: every source stands on the sum of those to its left. Numbers: what the source does alone, horizontally and vertically. Sums are of squares: a label is a source's own size, its bar its share. The last bars are the whole.";

    public override string AltText
    {
        get
        {
            ErrorContribution first = parts.MaxBy(p => p.Vertical)!;
            return $"Where the errors of {name} come from: the whole is {Numbers.Text(whole.Horizontal)} m horizontally and {Numbers.Text(whole.Vertical)} m vertically; most of the vertical comes from {first.Source} ({Numbers.Text(first.Vertical)} m).";
        }
    }

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New($"Where the metres come from: {name}", "", "Error, root mean square (m)");
        (double horizontal, double vertical) = (0, 0);
        List<string> labels = [];
        for (int i = 0; i <= parts.Count; i++)
        {
            ErrorContribution part = i < parts.Count ? parts[i] : whole;
            (double fromH, double fromV) = i < parts.Count ? (horizontal, vertical) : (0, 0);
            (double toH, double toV) = i < parts.Count ? (Math.Sqrt((horizontal * horizontal) + (part.Horizontal * part.Horizontal)), Math.Sqrt((vertical * vertical) + (part.Vertical * part.Vertical))) : (whole.Horizontal, whole.Vertical);
            Bar(plot, i - 0.2, fromH, toH, PlotColors.Blue, part.Horizontal);
            Bar(plot, i + 0.2, fromV, toV, PlotColors.Vermilion, part.Vertical);
            if (i < parts.Count)
            {
                Join(plot, i - 0.2, toH, PlotColors.Blue);
                Join(plot, i + 0.2, toV, PlotColors.Vermilion);
                (horizontal, vertical) = (toH, toV);
            }

            labels.Add(Broken(part.Source));
        }

        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. Enumerable.Range(0, labels.Count).Select(i => (double)i)], [.. labels]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        (plot.Axes.Bottom.Min, plot.Axes.Bottom.Max) = (-0.6, labels.Count - 0.4);
        Ticks.Linear(plot.Axes.Left, 0, 1.12 * Math.Max(Math.Max(vertical, whole.Vertical), Math.Max(horizontal, whole.Horizontal)), 8);
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.LegendBelow();
        plot.Legend.ManualItems.AddRange([Item("horizontal", PlotColors.Blue), Item("vertical", PlotColors.Vermilion)]);
        return plot;
    }

    /// <summary>Two lines where a name has several words.</summary>
    private static string Broken(string text)
    {
        int middle = text.LastIndexOf(' ', Math.Min(text.Length - 1, (text.Length / 2) + 2));
        return middle > 0 ? text[..middle] + "\n" + text[(middle + 1)..] : text;
    }

    private static LegendItem Item(string text, Color color) => new() { LabelText = text, FillColor = color, LineWidth = 0, MarkerSize = 0 };

    private static void Bar(Plot plot, double at, double from, double to, Color color, double alone)
    {
        ScottPlot.Plottables.Rectangle bar = plot.Add.Rectangle(at - 0.18, at + 0.18, from, Math.Max(to, from + 1e-12));
        (bar.FillColor, bar.LineWidth) = (color.WithAlpha(0.85), 0);
        ScottPlot.Plottables.Text label = plot.Add.Text(Numbers.Text(alone), at, to);
        (label.LabelFontSize, label.LabelFontName, label.LabelFontColor, label.LabelAlignment, label.OffsetY) = (11, PlotFonts.Name, PlotColors.Ink, Alignment.LowerCenter, -3);
    }

    private static void Join(Plot plot, double at, double height, Color color)
    {
        ScottPlot.Plottables.LinePlot line = plot.Add.Line(at + 0.18, height, at + 0.82, height);
        (line.LineColor, line.LineWidth, line.LinePattern) = (color.WithAlpha(0.6), 1, LinePattern.Dotted);
    }
}
