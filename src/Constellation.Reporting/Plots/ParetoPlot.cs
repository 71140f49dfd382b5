using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Points of a batch by what they need and what they give, those that no other beats joined by a staircase.</summary>
/// <param name="rows">Of one count.</param>
/// <param name="names">Of the points of the batch.</param>
public sealed class ParetoPlot(IReadOnlyList<ParetoRow> rows, IReadOnlyList<string> names) : RunPlot
{
    private const int MostNamed = 14;

    public override string Name => "pareto-" + rows[0].Count;

    public override bool HasData => rows.Count > 1;

    public override (int Width, int Height) Size => (920, 480);

    public override string Caption =>
        $"{Metric} against {What(rows[0].Count)}. Filled points are on the front: no other point of this sweep gives a better mean for as many or fewer. Bars are 95 % intervals of the paired difference to the first point of the sweep.";

    public override string AltText => $"{Metric} against {What(rows[0].Count)}; on the front: " + string.Join(", ", rows.Where(r => r.OnFront).Select(r => FormattableString.Invariant($"{names[r.Row.Point]} ({r.Number:0}, {r.Row.Mean:G4})"))) + ".";

    private string Metric => Labels.MetricOf(rows[0].Row);

    /// <summary>A count for people.</summary>
    public static string What(string count) => count switch
    {
        "n_masers" => "satellites with a maser or an optical clock",
        "n_terminals" => "crosslink terminals",
        _ => "ground stations",
    };

    public override Plot Draw()
    {
        string what = What(rows[0].Count);
        Plot plot = PlotStyling.New("", char.ToUpperInvariant(what[0]) + what[1..], Metric);
        ParetoRow[] front = [.. rows.Where(r => r.OnFront)];
        double right = rows.Max(r => r.Number), left = rows.Min(r => r.Number), width = Math.Max(1, right - left);
        double low = rows.Min(r => r.Row.Mean - Half(r)), high = rows.Max(r => r.Row.Mean + Half(r)), height = Math.Max(high - low, 1e-9);
        List<Coordinates> stairs = [];
        for (int i = 0; i < front.Length; i++)
        {
            stairs.Add(new(front[i].Number, front[i].Row.Mean));
            stairs.Add(new(i + 1 < front.Length ? front[i + 1].Number : right + (0.05 * width), front[i].Row.Mean));
        }

        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(stairs, PlotColors.Grey);
        line.LineWidth = 1.4f;
        foreach (ParetoRow row in rows)
        {
            Color color = row.OnFront ? PlotColors.Blue : PlotColors.Grey;
            if (Half(row) > 0)
            {
                plot.Add.Line(row.Number, row.Row.Mean - Half(row), row.Number, row.Row.Mean + Half(row)).Color = color;
            }

            ScottPlot.Plottables.Marker marker = plot.Add.Marker(row.Number, row.Row.Mean, row.OnFront ? MarkerShape.FilledCircle : MarkerShape.OpenCircle, 9, color);
            marker.LineWidth = 2;
        }

        Label(plot, width, height, left);
        Ticks.Linear(plot.Axes.Bottom, left - (0.05 * width), right + (0.05 * width), wholeNumbers: true);
        Ticks.Linear(plot.Axes.Left, low - (0.08 * height), high + (0.14 * height));
        return plot;
    }

    /// <summary>Names right of their points, left of them in the right half; those that would lie on another are moved away from it.</summary>
    private void Label(Plot plot, double width, double height, double left)
    {
        // Boxes of texts, estimated at 12 points, and of marks: left, right, bottom, top.
        double letter = 0.0088 * width, gap = 0.012 * width, line = 0.045 * height;
        List<(double L, double R, double B, double T)> taken = [.. rows.Select(r => (r.Number - gap, r.Number + gap, r.Row.Mean - (0.4 * line), r.Row.Mean + (0.4 * line)))];
        foreach (ParetoRow row in rows.OrderByDescending(r => r.OnFront).ThenBy(r => r.Row.Mean).Take(MostNamed))
        {
            bool right = row.Number - left <= width / 2;
            double y = row.Row.Mean, length = letter * names[row.Row.Point].Length;
            double from = right ? row.Number + gap : row.Number - gap - length;
            while (taken.Any(t => t.L < from + length && t.R > from && t.B < y + line && t.T > y))
            {
                y += 0.1 * line;
            }

            taken.Add((from, from + length, y, y + line));
            ScottPlot.Plottables.Text text = plot.Add.Text(names[row.Row.Point], row.Number, y);
            text.LabelFontSize = 12;
            text.LabelFontName = PlotFonts.Name;
            text.LabelFontColor = row.OnFront ? PlotColors.Ink : PlotColors.Grey;
            text.LabelAlignment = right ? Alignment.LowerLeft : Alignment.LowerRight;
            text.OffsetX = right ? 8 : -8;
            text.OffsetY = -3;
            text.LabelBackgroundColor = Colors.White.WithAlpha(0.8);
        }
    }

    private static double Half(ParetoRow row) => row.Row.Point > 0 && double.IsFinite(row.Row.DifferenceHalf) ? row.Row.DifferenceHalf : 0;
}
