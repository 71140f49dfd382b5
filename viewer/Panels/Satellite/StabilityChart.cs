using Constellation.Clocks;
using Constellation.Reporting;
using ScottPlot;

namespace Constellation.Viewer;

/// <summary>Allan deviation of one satellite's clock: what the catalogue's model expects as a line, what the run shows as points.</summary>
internal static class StabilityChart
{
    private const double Shortest = 1, Longest = 1e6;

    /// <param name="kind">Kind of clock and, as its one unit, the satellite's record; no unit: the run is too short.</param>
    public static Plot Of(ClockKind kind)
    {
        Plot plot = PlotStyling.New("", "\u03c4 (s)", "\u03c3(\u03c4)");
        List<double> values = [];
        if (kind.Model is { IsPerfect: false })
        {
            double[] x = [.. Enumerable.Range(0, 61).Select(i => Math.Log10(Shortest) + (i * Math.Log10(Longest / Shortest) / 60))];
            double[] y = [.. x.Select(t => Math.Log10(kind.Expected(Math.Pow(10, t)))).Select(v => double.IsFinite(v) ? v : double.NaN)];
            plot.Curve(x, y, PlotColors.Blue, "", 1.6f);
            values.AddRange(y.Where(double.IsFinite));
        }

        StabilityPoint[] points = [.. kind.Units.SelectMany(u => u.Points).Where(p => p.Deviation > 0)];
        if (points.Length > 0)
        {
            double[] x = [.. points.Select(p => Math.Log10(p.Tau))], y = [.. points.Select(p => Math.Log10(p.Deviation))];
            ScottPlot.Plottables.Scatter scatter = plot.Add.Scatter(x, y, PlotColors.Vermilion);
            (scatter.LineWidth, scatter.MarkerSize) = (1, 5);
            values.AddRange(y);
        }

        Ticks.Logarithmic(plot.Axes.Bottom, Math.Log10(Shortest), Math.Log10(Longest));
        (double low, double high) = values.Count > 0 ? (values.Min(), values.Max()) : (-15, -12);
        Ticks.Logarithmic(plot.Axes.Left, low - 0.15, high + 0.15);
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 10;
        plot.Axes.Bottom.Label.FontSize = plot.Axes.Left.Label.FontSize = 11;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 4;
        return plot;
    }

    /// <summary>The kind of a satellite's clock at the epoch shown, with its record.</summary>
    public static ClockKind KindOf(SourceTables tables, Core.SatelliteId satellite, string clock)
    {
        ClockModel? model = tables.Clocks.Find(clock);
        int s = tables.Tracks.IndexOf(satellite);
        bool whole = tables.Satellites.GetValueOrDefault(satellite)?.ClockChanges is not { Count: > 0 };
        IReadOnlyList<StabilityPoint> points = s >= 0 && whole && tables.Tracks.HasClocks ? ClockStability.Points(ClockStability.LongestRun([.. tables.Tracks.Clock(s)]), tables.Epochs.Step, model) : [];
        return new(clock, model, points.Count > 0 ? [new(satellite.ToString(), points)] : []);
    }
}
