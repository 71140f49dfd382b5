using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Horizontal and vertical position error at one site over the run.</summary>
public sealed class SiteErrorPlot(SiteSeries series) : RunPlot
{
    public override string Name => "site-errors";

    public override bool HasData => series.Horizontal.Any(double.IsFinite);

    public override (int Width, int Height) Size => (1140, 340);

    public override string Caption =>
        "Error of single positions from one epoch each, horizontal (distance) and vertical (absolute); dashed: what 95 % stay below." + series.Groups.Remark("largest");

    public override string AltText =>
        $"Position error at {Labels.Scope(series.Site.Name)}: 95 % of the epochs below {Numbers.Text(Percentile(series.Horizontal))} m horizontally and {Numbers.Text(Percentile(series.Vertical))} m vertically.";

    public override Plot Draw()
    {
        TimeAxis time = new(series.Epochs);
        Plot plot = PlotStyling.New($"Position error in {Labels.Scope(series.Site.Name)}", time.Label, "Error (m)");
        foreach ((IReadOnlyList<double> values, Color color, string name) in new[] { (series.Vertical, PlotColors.Vermilion, "vertical"), (series.Horizontal, PlotColors.Blue, "horizontal") })
        {
            double limit = Percentile(values);
            plot.Curve(time.Of(series.Groups), series.Groups.Largest(values), color, $"{name} (95 %: {Numbers.Text(limit)} m)", 1.3f);
            if (double.IsFinite(limit))
            {
                plot.Add.HorizontalLine(limit, 1.3f, color, LinePattern.Dashed);
            }
        }

        time.Apply(plot);
        plot.FromZero([.. series.Horizontal, .. series.Vertical]);
        plot.LegendBelow();
        return plot;
    }

    private static double Percentile(IReadOnlyList<double> values) => WeightedStatistics.Percentile([.. values], [], 0.95);
}
