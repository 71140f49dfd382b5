using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Horizontal errors as points, with the ellipse of their covariance and the circle that 95 % of them lie in.</summary>
public sealed class PositionScatterPlot(PositionErrorSeries series) : RunPlot
{
    private const int MostPoints = 6000;

    private readonly double[] _distances = [.. Enumerable.Range(0, series.Epochs.Count).Select(series.Horizontal)];

    public override string Name => "position-scatter";

    public override bool HasData => series.Solved > 0;

    public override (int Width, int Height) Size => (640, 690);

    public override string Caption =>
        $"Horizontal errors of {series.Name} from {series.Reference}. Circle: 95 % of the errors; ellipse: 95 % by the errors' own covariance about their mean (cross).";

    public override string AltText
    {
        get
        {
            (double east, double north, _, _, double azimuth, double major, double minor) = Moments();
            return $"Horizontal errors of {series.Name}: 95 % within {Numbers.Text(Circle)} m, mean {Numbers.Text(east)} m east and {Numbers.Text(north)} m north, standard deviations {Numbers.Text(major)} and {Numbers.Text(minor)} m, the longer axis towards {azimuth:0} degrees.";
        }
    }

    private double Circle => WeightedStatistics.Percentile(_distances, [], 0.95);

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New($"Horizontal errors: {series.Name}", "East (m)", "North (m)");
        double reach = 1.08 * Math.Max(WeightedStatistics.Percentile(_distances, [], 0.998), 1.1 * Circle);
        int stride = (series.Epochs.Count + MostPoints - 1) / MostPoints;
        Coordinates[] points = [.. Enumerable.Range(0, series.Epochs.Count).Where(k => k % stride == 0 && double.IsFinite(_distances[k])).Select(k => new Coordinates(series.East[k], series.North[k]))];
        ScottPlot.Plottables.Scatter cloud = plot.Add.ScatterPoints(points, PlotColors.Blue.WithAlpha(0.35));
        cloud.MarkerSize = points.Length > 1500 ? 3 : 4.5f;
        plot.Add.HorizontalLine(0, 1, PlotColors.Grey);
        plot.Add.VerticalLine(0, 1, PlotColors.Grey);
        (double east, double north, _, _, double azimuth, double major, double minor) = Moments();
        ScottPlot.Plottables.Ellipse circle = plot.Add.Circle(0, 0, Circle);
        Style(circle, PlotColors.Vermilion, LinePattern.Solid, $"95 % of the errors: {Numbers.Text(Circle)} m");
        double scale = Math.Sqrt(-2 * Math.Log(0.05));
        ScottPlot.Plottables.Ellipse ellipse = plot.Add.Ellipse(east, north, scale * major, scale * minor, Angle.FromDegrees(90 - azimuth));
        Style(ellipse, PlotColors.Ink, LinePattern.Dashed, $"95 % ellipse: {Numbers.Text(scale * major)} by {Numbers.Text(scale * minor)} m");
        plot.Add.Marker(east, north, MarkerShape.Cross, 13, PlotColors.Ink);
        Ticks.Linear(plot.Axes.Bottom, -reach, reach, 8);
        Ticks.Linear(plot.Axes.Left, -reach, reach, 8);
        plot.LegendBelow();
        plot.Layout.Fixed(new PixelPadding(68, 22, 96, 40));
        return plot;
    }

    private static void Style(ScottPlot.Plottables.Ellipse ellipse, Color color, LinePattern pattern, string legend)
    {
        ellipse.LineColor = color;
        ellipse.LinePattern = pattern;
        ellipse.LineWidth = 1.8f;
        ellipse.FillColor = Colors.Transparent;
        ellipse.LegendText = legend;
    }

    /// <summary>Mean, variances' axes: azimuth of the longer one in degrees.</summary>
    private (double East, double North, double EastSigma, double NorthSigma, double AzimuthDeg, double Major, double Minor) Moments()
    {
        int[] solved = [.. Enumerable.Range(0, series.Epochs.Count).Where(k => double.IsFinite(_distances[k]))];
        double e = solved.Average(k => series.East[k]), n = solved.Average(k => series.North[k]);
        double ee = solved.Average(k => Math.Pow(series.East[k] - e, 2)), nn = solved.Average(k => Math.Pow(series.North[k] - n, 2)), en = solved.Average(k => (series.East[k] - e) * (series.North[k] - n));
        PositionSpread spread = PositionSpread.From(new(ee, en, 0, nn, 0, 0));
        return (e, n, spread.East, spread.North, double.RadiansToDegrees(spread.Azimuth), spread.Major, spread.Minor);
    }
}
