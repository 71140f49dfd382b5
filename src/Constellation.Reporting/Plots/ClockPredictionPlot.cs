using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Error of the broadcast clocks over the age of their data, by kind of clock: measured in the run and expected of the clock.</summary>
public sealed class ClockPredictionPlot(IReadOnlyList<ClockPrediction> kinds, double binWidth) : RunPlot
{
    public override string Name => "clock-prediction";

    public override bool HasData => kinds.Count > 0;

    public override string Caption =>
        $"Points: root mean square over bins of {Numbers.Duration(binWidth)} of age of data, about each satellite's mean over the run, so that a constant delay of its signal does not count; "
        + "in a run of few messages that mean holds some of the errors themselves, and the curve begins too high. "
        + "Dashed: what a Kalman filter of the clock's own noise expects of its prediction, with the rms error of the control segment's clock estimates added in quadrature.";

    public override string AltText => "Broadcast clock error over age of data. " + string.Join(" ", kinds.Select(k =>
        $"{k.Name}: {Numbers.Text(k.Points[0].Rms)} m at {Numbers.Duration(k.Points[0].Age)}, {Numbers.Text(k.Points[^1].Rms)} m at {Numbers.Duration(k.Points[^1].Age)}."));

    public override Plot Draw()
    {
        double oldest = kinds.Max(k => k.Points[^1].Age);
        TimeUnit unit = TimeUnit.For(oldest);
        Plot plot = PlotStyling.New("Broadcast clock error over age of data", $"Age of data ({unit.Name})", "Clock error, RMS (m)");
        List<double> all = [];
        foreach ((int i, ClockPrediction kind) in kinds.Index())
        {
            Color color = PlotColors.Series(i);
            ScottPlot.Plottables.Scatter curve = plot.Add.Scatter([.. kind.Points.Select(p => p.Age / unit.Seconds)], kind.Points.Select(p => p.Rms).ToArray(), color);
            curve.LineWidth = 1.2f;
            curve.MarkerSize = 6;
            curve.LegendText = $"{kind.Name}: {kind.Satellites} satellite{(kind.Satellites == 1 ? "" : "s")}";
            all.AddRange(kind.Points.Select(p => p.Rms));
            if (kind.Theory.Count > 0)
            {
                plot.Curve([.. kind.Theory.Select(t => t.Age / unit.Seconds)], [.. kind.Theory.Select(t => t.Rms)], color, $"{kind.Name}, expected", 1.5f, LinePattern.Dashed);
                all.AddRange(kind.Theory.Select(t => t.Rms));
            }
        }

        plot.FromZero(all);
        double end = binWidth * Math.Floor((oldest / binWidth) + 1);
        Ticks.Stepped(plot.Axes.Bottom, 0, end / unit.Seconds, unit.Step(end));
        plot.LegendBelow();
        return plot;
    }
}
