using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>East, north and up errors over time.</summary>
public sealed class PositionErrorPlot(PositionErrorSeries series) : RunPlot
{
    /// <summary>More points are thinned to the largest of each group.</summary>
    private const int MostPoints = 4000;

    public override string Name => "position-errors";

    public override bool HasData => series.Solved > 0;

    public override (int Width, int Height) Size => (1140, 400);

    public override string Caption => $"Errors of the positions of {series.Name}, counted from {series.Reference}; gaps are epochs without a position.";

    public override string AltText =>
        $"Position errors of {series.Name}: root mean square {Numbers.Text(Rms(series.East))} m east, {Numbers.Text(Rms(series.North))} m north, {Numbers.Text(Rms(series.Up))} m up over {series.Solved} of {series.Epochs.Count} epochs.";

    public override Plot Draw()
    {
        SeriesTime time = new(series.Epochs);
        Plot plot = PlotStyling.New($"Position errors: {series.Name}", time.Label, "Error (m)");
        plot.Add.HorizontalLine(0, 1, PlotColors.Grey);
        foreach ((IReadOnlyList<double> values, Color color, string name) in new[] { (series.Up, PlotColors.Orange, "up"), (series.North, PlotColors.Blue, "north"), (series.East, PlotColors.Vermilion, "east") })
        {
            (double[] x, double[] y) = Thinned(time, values);
            plot.Curve(x, y, color, $"{name} (mean {Signed(Mean(values))}, RMS {Numbers.Text(Rms(values))} m)", 1.2f);
        }

        time.Apply(plot);
        double largest = WeightedStatistics.Percentile([.. series.East.Concat(series.North).Concat(series.Up).Where(double.IsFinite).Select(Math.Abs)], [], 0.999);
        Ticks.Linear(plot.Axes.Left, -1.15 * largest, 1.15 * largest, 8);
        plot.LegendBelow();
        return plot;
    }

    private static (double[] X, double[] Y) Thinned(SeriesTime time, IReadOnlyList<double> values)
    {
        int size = (values.Count + MostPoints - 1) / MostPoints, groups = (values.Count + size - 1) / size;
        double[] x = new double[groups], y = new double[groups];
        for (int g = 0; g < groups; g++)
        {
            int[] own = [.. Enumerable.Range(g * size, Math.Min(size, values.Count - (g * size)))];
            int most = own.MaxBy(i => double.IsFinite(values[i]) ? Math.Abs(values[i]) : -1);
            (x[g], y[g]) = (time.At(most), values[most]);
        }

        return (x, y);
    }

    private static double Rms(IReadOnlyList<double> values)
    {
        RootMeanSquare sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }

    private static double Mean(IReadOnlyList<double> values) => WeightedStatistics.Mean([.. values], []);

    private static string Signed(double value) => (value > 0 ? "+" : "") + Numbers.Text(value);
}
