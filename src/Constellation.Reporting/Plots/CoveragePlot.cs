using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>A sweep over constellations as colours: planes times satellites to the right, inclination upwards.</summary>
/// <param name="results">The cases.</param>
/// <param name="quantity">For the scale: <c>95th percentile of PDOP</c>.</param>
/// <param name="value">What is drawn.</param>
/// <param name="less">Whether less is better: decides which end is bright.</param>
/// <param name="cap">Values above it take its colour, so that hopeless constellations do not flatten the others; infinite for none.</param>
public sealed class CoveragePlot(IReadOnlyList<CoverageResult> results, string quantity, Func<CoverageResult, double> value, bool less, double cap = double.PositiveInfinity) : RunPlot
{
    private const int PerColumn = 34, PerRow = 30;

    private readonly (int Planes, int PerPlane)[] _columns = [.. results.Select(r => (r.Case.Planes, r.Case.PerPlane)).Distinct().OrderBy(c => c.Planes * c.PerPlane).ThenBy(c => c.Planes)];
    private readonly double[] _rows = [.. results.Select(r => r.Case.Inclination).Distinct().Order()];

    public override string Name => "coverage";

    public override bool HasData => results.Any(r => double.IsFinite(value(r)));

    public override bool IsImage => true;

    public override (int Width, int Height) Size => (Math.Clamp(230 + (PerColumn * _columns.Length), 520, 2400), Math.Clamp(150 + (PerRow * _rows.Length), 300, 1600));

    public override string Caption => $"{quantity}, means over the Earth's surface and time. Grey: nowhere a solution.";

    public override string AltText
    {
        get
        {
            CoverageResult[] some = [.. results.Where(r => double.IsFinite(value(r))).OrderBy(r => less ? value(r) : -value(r))];
            return $"{quantity} of {results.Count} constellations: best {Numbers.Text(value(some[0]))} ({Describe(some[0])}), worst {Numbers.Text(value(some[^1]))} ({Describe(some[^1])}).";
        }
    }

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New(quantity, "Planes x satellites in each", "Inclination (deg)");
        double[,] cells = new double[_rows.Length, _columns.Length];
        for (int row = 0; row < _rows.Length; row++)
        {
            for (int column = 0; column < _columns.Length; column++)
            {
                // Heat maps begin at the top.
                CoverageResult? result = results.FirstOrDefault(r => r.Case.Inclination == _rows[row] && (r.Case.Planes, r.Case.PerPlane) == _columns[column]);
                cells[_rows.Length - 1 - row, column] = result is null ? double.NaN : value(result);
            }
        }

        double[] known = [.. results.Select(value).Where(double.IsFinite)];
        (double low, double high) = (Math.Min(known.Min(), cap), Math.Min(known.Max(), cap));
        plot.Cells(cells, known.Max() > cap ? $"{quantity} (up to {cap:0.#})" : quantity, low, high, reversed: less);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. _columns.Select((_, i) => (double)i)], [.. _columns.Select(c => $"{c.Planes}x{c.PerPlane}")]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = _columns.Length > 12 ? 90 : 0;
        plot.Axes.Bottom.TickLabelStyle.Alignment = _columns.Length > 12 ? Alignment.MiddleLeft : Alignment.UpperCenter;
        plot.Axes.Bottom.MinimumSize = _columns.Length > 12 ? 70 : 40;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. _rows.Select((_, i) => (double)i)], [.. _rows.Select(r => $"{double.RadiansToDegrees(r):0.##}")]);
        plot.Axes.SetLimits(-0.5, _columns.Length - 0.5, -0.5, _rows.Length - 0.5);
        return plot;
    }

    private static string Describe(CoverageResult r) => $"{r.Case.Planes}x{r.Case.PerPlane} at {double.RadiansToDegrees(r.Case.Inclination):0.##} deg";
}
