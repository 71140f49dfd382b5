using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Deviations of several clocks side by side, log-log: points with their confidence bars, theory as lines.</summary>
public sealed class StabilityComparisonPlot(string statistic, IReadOnlyList<StabilityCurve> curves) : RunPlot
{
    public override string Name => "clock-comparison";

    public override bool HasData => curves.Any(c => c.Points.Count > 0 || c.Theory.Count > 0);

    public override (int Width, int Height) Size => (920, 560);

    public override string Caption => $"{statistic} of each clock. Points: measured, with bars of the confidence asked for; dashed in the same colour: what the clock's model expects.";

    public override string AltText => $"{statistic} of {string.Join(", ", curves.Select(c => c.Name))}, log-log.";

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Frequency stability", "Averaging time τ (s)", statistic);
        List<double> taus = [], values = [];
        foreach ((int i, StabilityCurve curve) in curves.Index())
        {
            Color color = PlotColors.Series(i);
            (double Tau, double Deviation)[] theory = [.. curve.Theory.Where(t => t.Deviation > 0 && double.IsFinite(t.Deviation))];
            if (theory.Length > 0)
            {
                double[] x = [.. theory.Select(t => Math.Log10(t.Tau))], y = [.. theory.Select(t => Math.Log10(t.Deviation))];
                plot.Curve(x, y, color, curve.Points.Count > 0 ? "" : curve.Name, 1.5f, LinePattern.Dashed);
                taus.AddRange(x);
                values.AddRange(y);
            }

            Measured(plot, curve, color, taus, values);
        }

        Ticks.Logarithmic(plot.Axes.Bottom, taus.Min() - 0.12, taus.Max() + 0.12);
        Ticks.Logarithmic(plot.Axes.Left, values.Min() - 0.08, values.Max() + 0.08);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Vertical);     // names of files are too long to stand in a row
        plot.Legend.FontSize = 12;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.White.WithAlpha(0.8);
        return plot;
    }

    private static void Measured(Plot plot, StabilityCurve curve, Color color, List<double> taus, List<double> values)
    {
        StabilityPoint[] points = [.. curve.Points.Where(p => p.Deviation > 0)];
        if (points.Length == 0)
        {
            return;
        }

        double[] x = [.. points.Select(p => Math.Log10(p.Tau))], y = [.. points.Select(p => Math.Log10(p.Deviation))];
        double[] up = [.. points.Select(p => Bar(p.High, p.Deviation))], down = [.. points.Select(p => Bar(p.Deviation, p.Low))];
        double[] none = new double[x.Length];
        plot.Add.Plottable(new ScottPlot.Plottables.ErrorBar(x, y, none, none, up, down) { Color = color, LineWidth = 1.2f, CapSize = 3 });
        ScottPlot.Plottables.Scatter scatter = plot.Add.Scatter(x, y, color);
        scatter.LineWidth = 1;
        scatter.MarkerSize = 6;
        scatter.LegendText = curve.Name;
        taus.AddRange(x);
        values.AddRange(y.Zip(up, (v, d) => v + d));
        values.AddRange(y.Zip(down, (v, d) => v - d));
    }

    /// <summary>Length of a bar in decades; 0 where a limit is not known, and at most two.</summary>
    private static double Bar(double upper, double lower) => upper > lower && lower > 0 && double.IsFinite(upper) ? Math.Min(2, Math.Log10(upper / lower)) : 0;
}
