using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Share of positions whose error stays below a length: horizontal, vertical, in space.</summary>
public sealed class PositionCdfPlot(PositionErrorSeries series) : RunPlot
{
    private const int Points = 400;

    public override string Name => "position-cdf";

    public override bool HasData => series.Solved > 0;

    public override (int Width, int Height) Size => (820, 420);

    public override string Caption => $"Share of the positions of {series.Name} with an error below a length; dotted: half and 95 % of them.";

    public override string AltText => $"95 % of the positions of {series.Name} err by less than {Text(Horizontal)} m horizontally, {Text(Vertical)} m vertically and {Text(Spatial)} m in space.";

    private double[] Horizontal => Sorted(series.Horizontal);

    private double[] Vertical => Sorted(k => Math.Abs(series.Up[k]));

    private double[] Spatial => Sorted(series.Spatial);

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New($"Distribution of the errors: {series.Name}", "Error (m)", "Share of positions (%)");
        foreach (double share in (double[])[50, 95])
        {
            plot.Add.HorizontalLine(share, 1.2f, PlotColors.Grey, LinePattern.Dotted);
        }

        foreach ((double[] sorted, Color color, string name) in new[] { (Horizontal, PlotColors.Blue, "horizontal"), (Vertical, PlotColors.Vermilion, "vertical"), (Spatial, PlotColors.Ink, "in space") })
        {
            int stride = Math.Max(1, sorted.Length / Points);
            int[] kept = [.. Enumerable.Range(0, sorted.Length).Where(i => i % stride == 0 || i == sorted.Length - 1)];
            plot.Curve([0, .. kept.Select(i => sorted[i])], [0, .. kept.Select(i => 100 * (i + 0.5) / sorted.Length)], color, $"{name} (95 %: {Text(sorted)} m)");
        }

        Ticks.Linear(plot.Axes.Bottom, 0, 1.02 * Math.Max(WeightedStatistics.Percentile(Spatial, [], 0.997), 1e-9), 8);
        Ticks.Stepped(plot.Axes.Left, 0, 100, 10);
        plot.LegendBelow();
        return plot;
    }

    private static string Text(double[] sorted) => Numbers.Text(WeightedStatistics.Percentile(sorted, [], 0.95));

    private double[] Sorted(Func<int, double> value) => [.. Enumerable.Range(0, series.Epochs.Count).Select(value).Where(double.IsFinite).Order()];
}
