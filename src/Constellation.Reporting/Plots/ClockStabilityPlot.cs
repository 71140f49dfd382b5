using Constellation.Clocks;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Overlapping Allan deviation of the clocks of a run by kind: one unit with its confidence, the spread of all, and what the catalogue's model expects.</summary>
public sealed class ClockStabilityPlot(IReadOnlyList<ClockKind> kinds) : RunPlot
{
    public override string Name => "clock-stability";

    public override bool HasData => kinds.Count > 0;

    public override (int Width, int Height) Size => (920, 460);

    public override string Caption =>
        "Overlapping Allan deviation of the true clock offsets, nothing removed. Points: the unit nearest to the median of its kind, with bars that hold the true value in 68 % of cases; "
        + "shaded: from the best to the worst unit; dashed: the catalogue's model, frequency drift included.";

    public override string AltText => "Allan deviation of the clocks. " + string.Join(" ", kinds.Select(Describe));

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Frequency stability of the satellite clocks", "Averaging time τ (s)", "Overlapping Allan deviation σ(τ)");
        List<double> all = [];
        foreach ((int i, ClockKind kind) in kinds.Index())
        {
            Color color = PlotColors.Series(i);
            Spread(plot, kind, color, all);
            Expected(plot, kind, color, all);
            Representative(plot, kind, color, all);
        }

        double[] taus = [.. kinds.SelectMany(k => k.Units).SelectMany(u => u.Points).Select(p => Math.Log10(p.Tau))];
        Ticks.Logarithmic(plot.Axes.Bottom, taus.Min() - 0.12, taus.Max() + 0.12);
        Ticks.Logarithmic(plot.Axes.Left, all.Min() - 0.06, all.Max() + 0.06);
        plot.LegendBelow();
        return plot;
    }

    private static void Spread(Plot plot, ClockKind kind, Color color, List<double> all)
    {
        IReadOnlyList<StabilityPoint> longest = kind.Units.MaxBy(u => u.Points.Count)!.Points;
        (double X, double Low, double High)[] band = [.. longest.Select((p, i) => (Math.Log10(p.Tau), Math.Log10(kind.Spread(i).Lowest), Math.Log10(kind.Spread(i).Highest)))];
        all.AddRange(band.SelectMany(b => new[] { b.Low, b.High }));
        if (kind.Units.Count > 1 && band.Length > 1)
        {
            ScottPlot.Plottables.FillY fill = plot.Add.FillY([.. band.Select(b => b.X)], [.. band.Select(b => b.Low)], [.. band.Select(b => b.High)]);
            fill.FillColor = color.WithAlpha(0.16);
            fill.LineWidth = 0;
            fill.MarkerSize = 0;
        }
    }

    private static void Expected(Plot plot, ClockKind kind, Color color, List<double> all)
    {
        if (kind.Model is null)
        {
            return;
        }

        IReadOnlyList<StabilityPoint> points = kind.Units.MaxBy(u => u.Points.Count)!.Points;
        double first = Math.Log10(points[0].Tau), last = Math.Log10(points[^1].Tau);
        double[] x = [.. Enumerable.Range(0, 101).Select(i => first + (i * (last - first) / 100))];
        double[] y = [.. x.Select(t => Math.Log10(kind.Expected(Math.Pow(10, t)))).Select(v => double.IsFinite(v) ? v : double.NaN)];
        plot.Curve(x, y, color, $"{kind.Name}, model", 1.5f, LinePattern.Dashed);
        all.AddRange(y.Where(double.IsFinite));
    }

    private static void Representative(Plot plot, ClockKind kind, Color color, List<double> all)
    {
        ClockRecord unit = kind.Representative;
        double[] x = [.. unit.Points.Select(p => Math.Log10(p.Tau))], y = [.. unit.Points.Select(p => Math.Log10(p.Deviation))];
        if (unit.Points.All(p => double.IsFinite(p.Low) && double.IsFinite(p.High)))
        {
            double[] up = [.. unit.Points.Select(p => Math.Log10(p.High / p.Deviation))], down = [.. unit.Points.Select(p => Math.Log10(p.Deviation / p.Low))];
            double[] none = new double[x.Length];
            plot.Add.Plottable(new ScottPlot.Plottables.ErrorBar(x, y, none, none, up, down) { Color = color, LineWidth = 1.2f, CapSize = 3 });
            all.AddRange(unit.Points.SelectMany(p => new[] { Math.Log10(p.Low), Math.Log10(p.High) }));
        }

        ScottPlot.Plottables.Scatter curve = plot.Add.Scatter(x, y, color);
        curve.LineWidth = 1;
        curve.MarkerSize = 6;
        curve.LegendText = kind.Units.Count == 1 ? $"{kind.Name}: {unit.Sat}" : $"{kind.Name}: {unit.Sat} of {kind.Units.Count}";
    }

    private static string Describe(ClockKind kind)
    {
        ClockRecord unit = kind.Representative;
        StabilityPoint first = unit.Points[0], last = unit.Points[^1];
        return $"{kind.Name} ({unit.Sat}): {Numbers.Text(first.Deviation)} at {Numbers.Duration(first.Tau)}, {Numbers.Text(last.Deviation)} at {Numbers.Duration(last.Tau)}.";
    }
}
