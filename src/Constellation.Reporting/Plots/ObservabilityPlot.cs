using System.Globalization;
using Constellation.Links;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>What a network of links cannot tell: the eigenvalues of its normal matrix above, below them each weak direction over the satellites.</summary>
public sealed class ObservabilityPlot(ObservabilityReport report) : RunPlot
{
    private const int MostDirections = 14;
    private const double SpectrumHeight = 8, LowestDecade = -16, Decades = 19;

    public override string Name => "observability";

    public override bool HasData => report.Eigenvalues.Count > 0;

    public override (int Width, int Height) Size => (1180, 320 + (22 * Shown.Count));

    public override string Caption =>
        "Above: eigenvalues of the normal matrix scaled to a unit diagonal, ascending; red ones are rounding. Below: directions that measurements do not tell (red) or tell worse than they were known before (orange); darker where a satellite has a greater share.";

    public override string AltText => string.Create(CultureInfo.InvariantCulture,
        $"{report.Eigenvalues.Count} eigenvalues, {report.NullDimension} of them zero; not seen or weak: {string.Join(", ", Shown.Select(d => d.Name))}.");

    /// <summary>Those of the whole net before those of single satellites.</summary>
    private List<ObservableDirection> Shown =>
        [.. report.Directions.Where(d => d.State != ObservabilityState.Seen).OrderByDescending(d => d.BySatellite.Count(share => share > 0.2) > 1).Take(MostDirections)];

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("What the measurements do not tell", "", "");
        List<ObservableDirection> shown = Shown;
        int satellites = report.Satellites.Count;
        double[] x = [.. report.Eigenvalues.Select((_, i) => -0.5 + (satellites * (i + 0.5) / report.Eigenvalues.Count))];
        double[] y = [.. report.Eigenvalues.Select(e => Height(Math.Log10(Math.Max(e, Math.Pow(10, LowestDecade)))))];
        for (int part = 0; part < 2; part++)
        {
            int[] places = [.. Enumerable.Range(0, x.Length).Where(i => report.Eigenvalues[i] < report.Rounding == (part == 0))];
            ScottPlot.Plottables.Scatter points = plot.Add.ScatterPoints(
                places.Select(i => new Coordinates(x[i], y[i])).ToArray(), part == 0 ? PlotColors.Vermilion : PlotColors.Blue);
            points.MarkerSize = 4;
        }

        for (int row = 0; row < shown.Count; row++)
        {
            Color color = shown[row].State == ObservabilityState.Unseen ? PlotColors.Vermilion : PlotColors.Orange;
            for (int i = 0; i < satellites; i++)
            {
                ScottPlot.Plottables.Rectangle cell = plot.Add.Rectangle(i - 0.46, i + 0.46, -row - 0.42, -row + 0.42);
                cell.FillColor = color.WithAlpha(0.06 + (0.94 * shown[row].BySatellite[i]));
                cell.LineWidth = 0;
            }
        }

        List<(double At, string Label)> ticks = [.. shown.Select((d, row) => (-(double)row, Label(d)))];
        for (int decade = (int)LowestDecade; decade <= LowestDecade + Decades; decade += 4)
        {
            ticks.Add((Height(decade), $"1e{decade}"));
        }

        plot.Axes.Left.SetTicks([.. ticks.Select(t => t.At)], [.. ticks.Select(t => t.Label)]);
        plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, satellites).Select(i => (double)i)], [.. report.Satellites.Select(s => s.ToString())]);
        plot.Axes.Bottom.MinimumSize = 48;
        plot.Axes.Bottom.TickLabelStyle.Rotation = satellites > 24 ? -90 : 0;
        plot.Axes.Bottom.TickLabelStyle.Alignment = satellites > 24 ? Alignment.MiddleRight : Alignment.UpperCenter;
        plot.Axes.SetLimits(-0.6, satellites - 0.4, -shown.Count + 0.4, Height(LowestDecade + Decades) + 0.3);
        plot.HideGrid();
        return plot;
    }

    private static double Height(double decade) => 1 + (SpectrumHeight * (decade - LowestDecade) / Decades);

    private static string Label(ObservableDirection direction) => double.IsFinite(direction.SigmaOverApriori)
        ? string.Create(CultureInfo.InvariantCulture, $"{direction.Name} ({direction.SigmaOverApriori:0.0} σ)")
        : direction.Name;
}
