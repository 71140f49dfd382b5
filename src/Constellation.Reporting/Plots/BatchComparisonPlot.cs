using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Points of a batch by one metric: means over seeds with their intervals; those that differ for certain from the first are filled.</summary>
/// <param name="rows">Of one metric and scope, in the order of the points; the first is what others are held against.</param>
/// <param name="names">Of the points.</param>
/// <param name="name">Of the figure; each on a page has its own.</param>
public sealed class BatchComparisonPlot(IReadOnlyList<PairedRow> rows, IReadOnlyList<string> names, string name = "comparison") : RunPlot
{
    private const int Most = 40;

    public override string Name => name;

    public override bool HasData => rows.Any(r => double.IsFinite(r.Mean));

    public override (int Width, int Height) Size => (900, 150 + (30 * Math.Min(rows.Count, Most)));

    public override string Caption =>
        (rows[0].Seeds < 2
            ? $"{Label}: one seed, which gives no intervals. The dashed line marks '{names[rows[0].Point]}'."
            : $"{Label}: mean over {rows[0].Seeds} seeds. Bars are 95 % intervals of the paired difference to '{names[rows[0].Point]}', whose mean the dashed line marks; filled points differ from it for certain.")
        + (rows.Count > Most ? $" The first {Most} of {rows.Count} points." : "");

    public override string AltText => $"{Label} by point: " + string.Join(", ", rows.Take(Most).Select(r => FormattableString.Invariant($"{names[r.Point]} {r.Mean:G4}"))) + ".";

    private string Label => Labels.MetricOf(rows[0]);

    public override Plot Draw()
    {
        PairedRow[] shown = [.. rows.Take(Most)];
        Plot plot = PlotStyling.New("", Label, "");
        Color color = PlotColors.Of("meo");
        double first = shown[0].Mean;
        ScottPlot.Plottables.VerticalLine line = plot.Add.VerticalLine(first, 1.2f, PlotColors.Ink, LinePattern.Dashed);
        line.IsVisible = double.IsFinite(first);
        for (int i = 0; i < shown.Length; i++)
        {
            PairedRow row = shown[i];
            if (!double.IsFinite(row.Mean))
            {
                continue;
            }

            double half = i == 0 || !double.IsFinite(row.DifferenceHalf) ? 0 : row.DifferenceHalf;
            if (half > 0)
            {
                plot.Add.Line(row.Mean - half, -i, row.Mean + half, -i).Color = color;
            }

            ScottPlot.Plottables.Marker marker = plot.Add.Marker(row.Mean, -i, row.IsProven ? MarkerShape.FilledCircle : MarkerShape.OpenCircle, 9, color);
            marker.LineWidth = 2;
        }

        double[] finite = [.. shown.Where(r => double.IsFinite(r.Mean)).SelectMany(r => new[] { r.Mean, r.Mean + Half(r), r.Mean - Half(r) })];
        double least = finite.Min(), most = finite.Max(), margin = most > least ? 0.06 * (most - least) : Math.Max(1e-6, Math.Abs(most) * 0.01);
        Ticks.Linear(plot.Axes.Bottom, least - margin, most + margin);
        plot.Axes.Left.SetTicks([.. shown.Select((_, i) => (double)-i)], [.. shown.Select(r => Short(names[r.Point]))]);
        plot.Axes.SetLimitsY(-shown.Length + 0.4, 0.6);
        return plot;
    }

    private static double Half(PairedRow row) => double.IsFinite(row.DifferenceHalf) ? row.DifferenceHalf : 0;

    private static string Short(string name) => name.Length <= 44 ? name : name[..43] + "…";
}
