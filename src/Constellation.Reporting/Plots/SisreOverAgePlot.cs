using ScottPlot;

namespace Constellation.Reporting;

/// <summary>SISRE over the age of the broadcast data: median and 95th percentile, one pair of curves per class of orbit.</summary>
public sealed class SisreOverAgePlot(SisreErrors errors) : RunPlot
{
    public override string Name => "sisre-age";

    public override bool HasData => errors.Classes.Any(c => errors.OverAge(c).Count > 0);

    public override string Caption =>
        $"Each point is a bin of {Numbers.Duration(errors.AgeBinWidth)} of age of data, the time since the state that a message predicts from. "
        + "Half of the satellite epochs lie below the solid curve, 95 % below the dashed one. A rise shows how fast predicted orbits and clocks go stale between uploads.";

    public override string AltText =>
        "SISRE over age of data. " + string.Join(" ", errors.Classes.Select(c => (Class: c, Points: errors.OverAge(c))).Where(p => p.Points.Count > 0).Select(p =>
            $"{OrbitClasses.Label(p.Class)}: median {Numbers.Text(p.Points[0].Median)} m at {Numbers.Duration(p.Points[0].Age)}, {Numbers.Text(p.Points[^1].Median)} m at {Numbers.Duration(p.Points[^1].Age)}."));

    public override Plot Draw()
    {
        TimeUnit unit = TimeUnit.For(errors.OldestAge);
        Plot plot = PlotStyling.New("Signal-in-space range error over age of data", $"Age of data ({unit.Name})", "SISRE (m)");
        List<double> all = [];
        foreach (string orbitClass in errors.Classes)
        {
            IReadOnlyList<(double Age, double Median, double Percentile95)> points = errors.OverAge(orbitClass);
            if (points.Count > 0)
            {
                double[] ages = [.. points.Select(p => p.Age / unit.Seconds)];
                Percentile(plot, orbitClass, ages, [.. points.Select(p => p.Median)], LinePattern.Solid, 7, "median");
                Percentile(plot, orbitClass, ages, [.. points.Select(p => p.Percentile95)], LinePattern.Dashed, 5, "95 %");
                all.AddRange(points.Select(p => p.Percentile95));
            }
        }

        plot.FromZero(all);
        double end = errors.AgeBinWidth * Math.Floor((errors.OldestAge / errors.AgeBinWidth) + 1);
        Ticks.Stepped(plot.Axes.Bottom, 0, end / unit.Seconds, unit.Step(end));
        plot.LegendBelow();
        return plot;
    }

    private static void Percentile(Plot plot, string orbitClass, double[] ages, double[] values, LinePattern pattern, float markerSize, string what)
    {
        ScottPlot.Plottables.Scatter curve = plot.Add.Scatter(ages, values, PlotColors.Of(orbitClass));
        curve.LinePattern = pattern;
        curve.LineWidth = 1.8f;
        curve.MarkerShape = PlotColors.MarkerOf(orbitClass);
        curve.MarkerSize = markerSize;
        curve.LegendText = $"{OrbitClasses.Label(orbitClass)}, {what}";
    }
}
