using ScottPlot;

namespace Constellation.Reporting;

/// <summary>How often every pair meets: share of the rounds with a link, as a matrix.</summary>
/// <param name="names">Nodes, in the order of rows and columns.</param>
/// <param name="share">Of rounds, symmetric; NaN where the two never see each other.</param>
/// <param name="title">What is drawn.</param>
public sealed class ContactMatrixPlot(IReadOnlyList<string> names, double[,] share, string title) : RunPlot
{
    public override string Name => "contact-matrix";

    public override string Caption => "Share of the rounds in which each pair has a link. Grey: never in view of each other.";

    public override string AltText
    {
        get
        {
            double[] known = [.. Upper().Where(double.IsFinite)];
            return $"{title}: of {known.Length} pairs that see each other at some time {known.Count(v => v > 0)} meet, on average in {known.DefaultIfEmpty(0).Average():P0} of the rounds.";
        }
    }

    public override bool HasData => Upper().Any(double.IsFinite);

    public override bool IsImage => true;

    public override (int Width, int Height) Size => (200 + (18 * names.Count), 110 + (18 * names.Count));

    public override Plot Draw()
    {
        int n = names.Count;
        Plot plot = PlotStyling.New(title, "", "");
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(share);
        map.Rectangle = new CoordinateRect(-0.5, n - 0.5, -0.5, n - 0.5);
        map.Colormap = new ScottPlot.Colormaps.Viridis().Reversed();
        map.NaNCellColor = PlotColors.NoData;
        map.ManualRange = new ScottPlot.Range(0, 1);
        map.Update();
        double[] places = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, [.. names]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 10;
        plot.Axes.Bottom.MinimumSize = 12 + (7 * names.Max(x => x.Length));
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, [.. names.Reverse()]);
        plot.Axes.SetLimits(-0.5, n - 0.5, -0.5, n - 0.5);
        plot.Grid.MajorLineColor = Colors.Transparent;
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = "share of rounds with a link";
        (bar.LabelStyle.FontSize, bar.LabelStyle.Bold, bar.LabelStyle.FontName) = (13, false, PlotFonts.Name);
        (bar.Axis.TickLabelStyle.FontSize, bar.Axis.TickLabelStyle.FontName) = (12, PlotFonts.Name);
        Ticks.Linear(bar.Axis, 0, 1);
        return plot;
    }

    private IEnumerable<double> Upper()
    {
        for (int a = 0; a < names.Count; a++)
        {
            for (int b = a + 1; b < names.Count; b++)
            {
                yield return share[a, b];
            }
        }
    }
}
