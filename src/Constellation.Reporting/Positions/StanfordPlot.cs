using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Stanford diagram: protection level over error, as counts in cells, with the alert limit and the regions it makes.</summary>
public sealed class StanfordPlot : RunPlot
{
    private const int Cells = 60;

    private readonly string _name, _direction;
    private readonly IReadOnlyList<double> _errors, _levels;
    private readonly double _limit, _reach;

    /// <param name="name">Whose, for the title.</param>
    /// <param name="direction"><c>horizontal</c> or <c>vertical</c>.</param>
    /// <param name="errors">Sizes, m.</param>
    /// <param name="levels">m; NaN: none.</param>
    /// <param name="limit">Alert limit, m.</param>
    public StanfordPlot(string name, string direction, IReadOnlyList<double> errors, IReadOnlyList<double> levels, double limit)
    {
        (_name, _direction, _errors, _levels, _limit) = (name, direction, errors, levels, limit);
        _reach = Math.Max(1.25 * limit, Math.Min(3 * limit, 1.05 * levels.Where(double.IsFinite).DefaultIfEmpty(limit).Max()));
        Counts = StanfordCounts.Of(errors, levels, limit);
    }

    public StanfordCounts Counts { get; }

    public override string Name => $"stanford-{_direction}";

    public override bool HasData => Counts.Total > Counts.WithoutLevel;

    public override bool IsImage => true;

    public override (int Width, int Height) Size => (760, 700);

    public override string Caption => $"{_direction} protection level over error of {_name}, number of epochs by colour. Above the diagonal the level holds. What lies beyond an axis is drawn at its end.";

    public override string AltText =>
        $"Stanford diagram, {_direction}, {_name}: {Counts.Normal} of {Counts.Total} epochs normal, {Counts.Unavailable} unavailable, {Counts.Misleading} misleading, {Counts.Hazardous} hazardously misleading, {Counts.WithoutLevel} without a level.";

    public override Plot Draw()
    {
        string letter = _direction == "vertical" ? "V" : "H";
        Plot plot = PlotStyling.New($"Stanford diagram, {_direction}: {_name}", "Error (m)", $"{letter}PL (m)");
        double cell = _reach / Cells;
        double[,] counts = new double[Cells, Cells];
        for (int i = 0; i < _errors.Count; i++)
        {
            if (double.IsFinite(_errors[i]) && double.IsFinite(_levels[i]))
            {
                counts[Cells - 1 - Math.Min(Cells - 1, (int)(_levels[i] / cell)), Math.Min(Cells - 1, (int)(_errors[i] / cell))]++;
            }
        }

        double most = counts.Cast<double>().Max();
        double[,] shown = new double[Cells, Cells];
        for (int i = 0; i < shown.Length; i++)
        {
            double n = counts[i / Cells, i % Cells];
            shown[i / Cells, i % Cells] = n > 0 ? Math.Log10(n) : double.NaN;
        }

        Areas(plot);
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(shown);
        map.Rectangle = new CoordinateRect(0, _reach, 0, _reach);
        map.Colormap = new ScottPlot.Colormaps.Viridis();
        map.NaNCellColor = Colors.Transparent;
        double top = Math.Max(1, Math.Log10(most));
        map.ManualRange = new ScottPlot.Range(0, top);
        map.Update();
        Lines(plot);
        Names(plot);
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = "epochs";
        bar.LabelStyle.FontSize = 13;
        bar.LabelStyle.Bold = false;
        bar.LabelStyle.FontName = PlotFonts.Name;
        bar.Axis.TickLabelStyle.FontSize = 12;
        bar.Axis.TickLabelStyle.FontName = PlotFonts.Name;
        Ticks.Logarithmic(bar.Axis, 0, top);
        Ticks.Linear(plot.Axes.Bottom, 0, _reach, 8);
        Ticks.Linear(plot.Axes.Left, 0, _reach, 8);
        plot.Grid.MajorLineColor = Colors.Transparent;
        plot.Layout.Fixed(new PixelPadding(66, 104, 52, 42));
        return plot;
    }

    private void Areas(Plot plot)
    {
        Fill(plot, PlotColors.Orange, (0, _limit), (_limit, _limit), (_reach, _reach), (0, _reach));
        Fill(plot, PlotColors.Sky, (0, 0), (_limit, 0), (_limit, _limit));
        Fill(plot, PlotColors.Sky, (_limit, _limit), (_reach, _limit), (_reach, _reach));
        Fill(plot, PlotColors.Vermilion, (_limit, 0), (_reach, 0), (_reach, _limit), (_limit, _limit));
    }

    private static void Fill(Plot plot, Color color, params (double X, double Y)[] corners)
    {
        ScottPlot.Plottables.Polygon area = plot.Add.Polygon(corners.Select(c => new Coordinates(c.X, c.Y)).ToArray());
        area.FillColor = color.WithAlpha(0.16);
        area.LineWidth = 0;
    }

    private void Lines(Plot plot)
    {
        foreach ((double x1, double y1, double x2, double y2) in new[] { (0.0, 0.0, _reach, _reach), (0.0, _limit, _reach, _limit), (_limit, 0.0, _limit, _limit) })
        {
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(x1, y1, x2, y2);
            line.LineColor = PlotColors.Ink;
            line.LineWidth = 1.3f;
        }
    }

    private void Names(Plot plot)
    {
        double beyond = 0.5 * (_limit + _reach);
        Label(plot, $"normal: {Share(Counts.Normal)}", 0.30 * _limit, 0.92 * _limit);
        Label(plot, $"unavailable: {Share(Counts.Unavailable)}", 0.34 * _reach, _limit + (0.72 * (_reach - _limit)));
        Label(plot, $"misleading: {Share(Counts.Misleading)}", 0.66 * _limit, 0.12 * _limit);
        Label(plot, $"hazardous:\n{Share(Counts.Hazardous)}", beyond, 0.45 * _limit);
    }

    private string Share(long count) => $"{count} ({Numbers.Percent((double)count / Math.Max(1, Counts.Total))} %)";

    private static void Label(Plot plot, string text, double x, double y)
    {
        ScottPlot.Plottables.Text label = plot.Add.Text(text, x, y);
        (label.LabelFontSize, label.LabelFontName, label.LabelFontColor, label.LabelBackgroundColor, label.LabelAlignment) = (12, PlotFonts.Name, PlotColors.Ink, Colors.White.WithAlpha(0.6), Alignment.MiddleCenter);
    }
}
