using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Axes of a sweep by how much they move a metric: shares of the variance where the design gives them, else effects one at a time.</summary>
/// <param name="rows">Of one metric and scope.</param>
public sealed class SensitivityPlot(IReadOnlyList<SensitivityRow> rows) : RunPlot
{
    private bool Shares => rows.All(r => double.IsFinite(r.FirstOrder));

    public override string Name => "sensitivity";

    public override bool HasData => rows.Count > 0 && (Shares || rows.Any(r => double.IsFinite(r.Effect)));

    public override (int Width, int Height) Size => (900, 150 + (40 * rows.Count));

    public override string Caption => Shares
        ? $"{Metric}: share of the variance over all points that each axis explains by itself (filled), and with what it does together with others (outlined)."
        : $"{Metric}: largest less smallest mean over the levels of one axis, everything else as at the first point.";

    public override string AltText => Metric + ": " + string.Join(", ", rows.Select(r => FormattableString.Invariant($"{r.Axis} {(Shares ? r.FirstOrder : r.Effect):G3}"))) + ".";

    private string Metric => Labels.MetricIn(rows[0].Metric, rows[0].Scope);

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("", Shares ? $"Share of the variance of {Metric}" : $"Effect on {Metric}{(rows[0].Unit.Length > 0 ? $" ({rows[0].Unit})" : "")}", "");
        double most = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            double value = Shares ? rows[i].FirstOrder : rows[i].Effect;
            if (!double.IsFinite(value))
            {
                continue;
            }

            most = Math.Max(most, Shares ? Math.Max(value, rows[i].Total) : value);
            Bar(plot, value, -i, PlotColors.Blue, PlotColors.Blue);
            if (Shares)
            {
                Bar(plot, rows[i].Total, -i, Colors.Transparent, PlotColors.Ink);
            }
        }

        Ticks.Linear(plot.Axes.Bottom, 0, most > 0 ? 1.06 * most : 1);
        plot.Axes.Left.SetTicks([.. rows.Select((_, i) => (double)-i)], [.. rows.Select(r => r.Axis)]);
        plot.Axes.SetLimitsY(-rows.Count + 0.4, 0.6);
        return plot;
    }

    private static void Bar(Plot plot, double value, double y, Color fill, Color line)
    {
        ScottPlot.Plottables.Rectangle bar = plot.Add.Rectangle(0, value, y - 0.25, y + 0.25);
        bar.FillColor = fill;
        bar.LineColor = line;
        bar.LineWidth = 1.4f;
    }
}
