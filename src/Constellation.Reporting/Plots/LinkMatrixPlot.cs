using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Share of time in which each pair of satellites could link, as a matrix.</summary>
/// <param name="satellites">Names, in the order of rows and columns.</param>
/// <param name="shares">0 to 1; NaN on the diagonal.</param>
public sealed class LinkMatrixPlot(IReadOnlyList<string> satellites, double[,] shares) : RunPlot
{
    public override string Name => "link-matrix";

    public override bool HasData => satellites.Count > 1;

    public override bool IsImage => true;

    public override (int Width, int Height) Size => (Math.Clamp(220 + (20 * satellites.Count), 480, 1600), Math.Clamp(140 + (20 * satellites.Count), 400, 1500));

    public override string Caption => "Share of the epochs at which the two terminals can use the link.";

    public override string AltText
    {
        get
        {
            double[] pairs = [.. shares.Cast<double>().Where(double.IsFinite)];
            return $"Matrix of {satellites.Count} satellites: of {pairs.Length / 2} pairs {pairs.Count(s => s == 1) / 2} are always usable, {pairs.Count(s => s == 0) / 2} never; mean share {Numbers.Text(pairs.Average())}.";
        }
    }

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Share of time in which a pair can link", "", "");
        int n = satellites.Count;
        double[,] cells = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                cells[i, j] = shares[i, j];
            }
        }

        plot.Cells(cells, "Share of time", 0, 1);
        // Heat maps begin at the top: the first satellite is uppermost and leftmost.
        double[] places = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, [.. satellites]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.Bottom.MinimumSize = 50;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. places.Select(p => n - 1 - p)], [.. satellites]);
        plot.Axes.SetLimits(-0.5, n - 0.5, -0.5, n - 0.5);
        return plot;
    }
}
