using Constellation.Core;
using Constellation.Reporting;
using Constellation.Time;
using ScottPlot;

namespace Constellation.Viewer;

/// <summary>The charts of the clock panel.</summary>
internal static class ClockCharts
{
    /// <summary>Points of a curve: more do not fit into the panel.</summary>
    private const int MostPoints = 600;

    private const int Bins = 41;

    /// <summary>Narrower charts have no room for the epoch in the name of their axis, px.</summary>
    private const float RoomyWidth = 330;

    public static Color ColourOf(ClocksContent content, string kind) => PlotColors.Series(content.Kinds.Index().First(k => k.Item == kind).Index);

    /// <summary>Errors of all satellites over time, one picked out.</summary>
    public static PanelChart Errors(ClocksContent content, IReadOnlyList<double[]> errors, EpochGrid epochs, SatelliteId? selected, PanelTheme theme, string label, float width, float height)
    {
        Plot plot = PlotStyling.New("", width < RoomyWidth ? $"{TimeUnit.For((epochs.Count - 1) * epochs.Step.TotalSeconds).Name} since the first epoch" : new TimeAxis(epochs).Label, label);
        double unit = TimeUnit.For((epochs.Count - 1) * epochs.Step.TotalSeconds).Seconds;
        int stride = Math.Max(1, (epochs.Count + MostPoints - 1) / MostPoints);
        for (int s = 0; s < errors.Count; s++)
        {
            Curve(plot, errors[s], ColourOf(content, content.Kind[s]).WithAlpha(0.65), 1);
        }

        foreach (ClockIncident incident in content.Incidents)
        {
            plot.Add.VerticalLine((incident.Epoch - epochs.Start).TotalSeconds / unit, 1.2f, PlotColors.Orange, LinePattern.Dashed);
        }

        new TimeAxis(epochs).Apply(plot);
        double[] known = [.. errors.SelectMany(e => e).Where(double.IsFinite)];
        (double low, double high) = known.Length > 0 ? (known.Min(), known.Max()) : (-1, 1);
        double room = Math.Max(0.06 * (high - low), 1e-3);
        Ticks.Linear(plot.Axes.Left, low - room, high + room);
        int chosen = selected is { } id ? content.Satellites.Index().FirstOrDefault(p => p.Item == id, (-1, default)).Item1 : -1;
        return PanelChart.Of(Fitted(plot), theme, width, height, add: chosen < 0 || chosen >= errors.Count ? null : p => Curve(p, errors[chosen], new(theme.Picked.Red, theme.Picked.Green, theme.Picked.Blue), 2.4f));

        void Curve(Plot on, double[] values, Color colour, float thick)
        {
            int count = (values.Length + stride - 1) / stride;
            double[] x = new double[count], y = new double[count];
            for (int i = 0; i < count; i++)
            {
                (x[i], y[i]) = (i * stride * epochs.Step.TotalSeconds / unit, Extreme(values.AsSpan(i * stride, Math.Min(stride, values.Length - (i * stride)))));
            }

            on.Curve(x, y, colour, "", thick);
        }
    }

    /// <summary>How often the errors of a kind have which size.</summary>
    public static PanelChart Histogram(ClocksContent content, IReadOnlyList<double[]> errors, PanelTheme theme, float width, float height)
    {
        Plot plot = PlotStyling.New("", "Broadcast minus truth (ns)", "Share (%)");
        double[] all = [.. errors.SelectMany(e => e).Where(double.IsFinite).Order()];
        double half = all.Length > 0 ? Math.Max(1e-3, Math.Max(Math.Abs(all[(int)(0.002 * (all.Length - 1))]), Math.Abs(all[(int)(0.998 * (all.Length - 1))]))) : 1, size = 2 * half / Bins, most = 0;
        foreach (string kind in content.Kinds)
        {
            double[] share = Shares([.. errors.Where((_, s) => content.Kind[s] == kind).SelectMany(e => e).Where(double.IsFinite)], half, size);
            most = Math.Max(most, share.Max());
            double[] x = [.. Enumerable.Range(0, 2 * Bins).Select(i => -half + (size * ((i + 1) / 2)))], y = [.. Enumerable.Range(0, 2 * Bins).Select(i => share[i / 2])];
            ScottPlot.Plottables.FillY fill = plot.Add.FillY(x, [.. y.Select(_ => 0.0)], y);
            (fill.FillColor, fill.LineWidth, fill.MarkerSize) = (ColourOf(content, kind).WithAlpha(0.22), 0, 0);
            plot.Curve(x, y, ColourOf(content, kind), "", 1.4f);
        }

        Ticks.Linear(plot.Axes.Bottom, -half, half);
        Ticks.Linear(plot.Axes.Left, 0, most > 0 ? 1.1 * most : 1);
        return PanelChart.Of(Fitted(plot), theme, width, height);
    }

    public static PanelChart Stability(ClocksContent content, PanelTheme theme, float width, float height)
    {
        ClockStabilityPlot figure = new(content.Stability);
        if (figure.HasData)
        {
            Plot drawn = figure.Draw();
            foreach (ScottPlot.Panels.LegendPanel legend in drawn.Axes.GetPanels().OfType<ScottPlot.Panels.LegendPanel>().ToArray())
            {
                drawn.Axes.Remove(legend);         // the kinds stand above
            }

            drawn.Axes.Left.Label.Text = "";
            return PanelChart.Of(Fitted(drawn), theme, width, height);
        }

        // Too short to measure: what the catalogue says.
        return PanelChart.Of(Fitted(StabilityChart.Of(new ClockKind("", null, []))), theme, width, height);
    }

    /// <summary>Per cent of the values in every bin.</summary>
    internal static double[] Shares(double[] values, double half, double size)
    {
        double[] share = new double[Bins];
        foreach (double value in values)
        {
            share[Math.Clamp((int)Math.Floor((value + half) / size), 0, Bins - 1)] += 100.0 / values.Length;
        }

        return share;
    }

    private static Plot Fitted(Plot plot)
    {
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 6;
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = 62;
        return plot;
    }

    /// <summary>The value of largest size; NaN where there is none.</summary>
    private static double Extreme(ReadOnlySpan<double> values)
    {
        double most = double.NaN;
        foreach (double value in values)
        {
            most = double.IsFinite(value) && !(Math.Abs(value) <= Math.Abs(most)) ? value : most;
        }

        return most;
    }
}
