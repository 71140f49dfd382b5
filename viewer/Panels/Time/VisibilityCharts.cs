using Constellation.Core;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;
using ScottPlot;

namespace Constellation.Viewer;

/// <summary>The charts of the visibility panel, one below the other over the same time.</summary>
internal static class VisibilityCharts
{
    /// <summary>Width of the axis on the left, px at scale 1: equal for all, so that times lie below each other.</summary>
    public const float Margin = 52;

    /// <summary>Values beyond are no use to anybody and would flatten the rest.</summary>
    private const double MostDop = 10;

    public static IEnumerable<PanelChart> Make(VisibilityContent content, EpochGrid epochs, PanelState state, float width, float[] heights)
    {
        TimeUnit unit = TimeUnit.For((epochs.Count - 1) * epochs.Step.TotalSeconds);
        double[] time = [.. content.Seconds.Select(s => s / unit.Seconds)];
        yield return Chart(Names(content, heights[0]), 0, plot => Bars(plot, content, state, unit));
        yield return Chart(Count(content, time), 1);
        yield return Chart(Dops(content, time), 2);
        if (content.Errors is { } errors)
        {
            yield return Chart(Errors(errors, time), 3);
        }

        PanelChart Chart(Plot plot, int at, Action<Plot>? add = null)
        {
            bool last = at == heights.Length - 1;
            new TimeAxis(epochs).Apply(plot);
            plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = Margin;
            plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 4;
            plot.Axes.Right.MinimumSize = plot.Axes.Right.MaximumSize = 14;
            plot.Axes.Bottom.TickLabelStyle.IsVisible = last;
            plot.Axes.Bottom.Label.Text = last ? new TimeAxis(epochs).Label : "";
            plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = last ? 42 : 8;
            return PanelChart.Of(plot, state.Theme, width, heights[at], add: add);
        }
    }

    /// <summary>Names of the dilutions with their values at an epoch, in the colours of their curves.</summary>
    public static IReadOnlyList<(string Text, Color Colour)> DopKeys(in Dop dop) =>
    [
        ($"GDOP {PanelWords.Number(dop.Gdop, "0.00")}", PlotColors.Ink), ($"PDOP {PanelWords.Number(dop.Pdop, "0.00")}", PlotColors.Blue), ($"HDOP {PanelWords.Number(dop.Hdop, "0.00")}", PlotColors.Green),
        ($"VDOP {PanelWords.Number(dop.Vdop, "0.00")}", PlotColors.Vermilion), ($"TDOP {PanelWords.Number(dop.Tdop, "0.00")}", PlotColors.Purple),
    ];

    public static IReadOnlyList<(string Text, Color Colour)> ErrorKeys(UserErrors errors, int epoch) =>
    [
        ($"horizontal error {PanelWords.Metres(errors.Horizontal[epoch])}", PlotColors.Blue), ($"vertical {PanelWords.Metres(errors.Vertical[epoch])}", PlotColors.Vermilion), ($"({errors.Who})", PlotColors.Grey),
    ];

    private static void Bars(Plot plot, VisibilityContent content, PanelState state, TimeUnit unit)
    {
        Dictionary<SatelliteId, (int Row, Color Colour)> rows = [];
        foreach ((int i, SatelliteId id) in content.Satellites.Index())
        {
            SceneSatellite? satellite = state.Scene.Satellites.FirstOrDefault(s => s.Id == id);
            SkiaSharp.SKColor own = id == state.Selected ? state.Theme.Accent : state.Theme.Of(satellite?.Group.Colour ?? Rgb.FromHex(0xbbbbbb), 0xd0);
            rows[id] = (content.Satellites.Count - 1 - i, new Color(own.Red, own.Green, own.Blue, own.Alpha));
        }

        foreach (SatellitePass pass in content.Passes)
        {
            (int row, Color colour) = rows[pass.Satellite];
            ScottPlot.Plottables.Rectangle bar = plot.Add.Rectangle(pass.Rise / unit.Seconds, pass.Set / unit.Seconds, row - 0.36, row + 0.36);
            (bar.FillColor, bar.LineWidth) = (colour, 0);
        }
    }

    /// <summary>Names of satellites beside the bars.</summary>
    private static Plot Names(VisibilityContent content, float height)
    {
        Plot plot = PlotStyling.New("", "", "");
        int n = content.Satellites.Count;
        // As many names as the height holds.
        int every = Math.Max(1, (int)Math.Ceiling(9.8f * n / Math.Max(1, height - 12)));
        (int At, string Name)[] names = [.. content.Satellites.Select((id, i) => (n - 1 - i, id.ToString())).Where((_, i) => i % every == 0)];
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. names.Select(t => (double)t.At)], [.. names.Select(t => t.Name)]);
        plot.Axes.Left.TickLabelStyle.FontSize = Math.Clamp((height - 12) / Math.Max(1, n) * every, 8, 12);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        (plot.Axes.Left.Min, plot.Axes.Left.Max) = (-0.5, Math.Max(1, n) - 0.5);
        plot.Grid.YAxisStyle.IsVisible = false;
        return plot;
    }

    private static Plot Count(VisibilityContent content, double[] time)
    {
        Plot plot = PlotStyling.New("", "", "in view");
        plot.Curve(time, [.. content.InView.Select(n => (double)n)], PlotColors.Blue, "", 1.8f);
        Ticks.Linear(plot.Axes.Left, 0, Math.Max(4, 1.15 * content.InView.Max()), 4, wholeNumbers: true);
        return plot;
    }

    private static Plot Dops(VisibilityContent content, double[] time)
    {
        Plot plot = PlotStyling.New("", "", "DOP");
        (Func<Dop, double> Value, Color Colour)[] kinds = [(d => d.Gdop, PlotColors.Ink), (d => d.Pdop, PlotColors.Blue), (d => d.Hdop, PlotColors.Green), (d => d.Vdop, PlotColors.Vermilion), (d => d.Tdop, PlotColors.Purple)];
        foreach ((Func<Dop, double> value, Color colour) in kinds)
        {
            plot.Curve(time, [.. content.Dop.Select(value)], colour, "", 1.4f);
        }

        double most = content.Dop.Select(d => d.Gdop).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        Ticks.Linear(plot.Axes.Left, 0, Math.Min(MostDop, 1.08 * most), 4);
        return plot;
    }

    private static Plot Errors(UserErrors errors, double[] time)
    {
        Plot plot = PlotStyling.New("", "", "error (m)");
        plot.Curve(time, errors.Vertical, PlotColors.Vermilion, "", 1.2f);
        plot.Curve(time, errors.Horizontal, PlotColors.Blue, "", 1.2f);
        double most = errors.Vertical.Concat(errors.Horizontal).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        Ticks.Linear(plot.Axes.Left, 0, most > 0 ? 1.06 * most : 1, 4);
        return plot;
    }
}
