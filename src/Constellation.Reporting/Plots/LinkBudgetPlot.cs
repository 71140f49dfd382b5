using ScottPlot;

namespace Constellation.Reporting;

/// <summary>C/N0 of links over their range: a band from least to most for each kind of link, and what acquisition and data need.</summary>
/// <param name="curves">One for each kind of link.</param>
/// <param name="required">dB-Hz.</param>
public sealed class LinkBudgetPlot(IReadOnlyList<LinkBudgetCurve> curves, double required) : RunPlot
{
    public override string Name => "link-budget";

    public override bool HasData => curves.Count > 0;

    public override (int Width, int Height) Size => (920, 480);

    public override string Caption => $"From least to most in classes of {LinkBudgetCurve.Bin / 1e3:0} km; at one range the scan angles differ. Dashed: what acquisition and data need.";

    public override string AltText =>
        "C/N0 over range: " + string.Join(", ", curves.Select(c => $"{c.Name} {c.LeastCarrierToNoise:0.0} to {c.MostCarrierToNoise:0.0} dB-Hz between {c.Shortest / 1e3:0} and {c.Longest / 1e3:0} km")) + $"; {required:0.0} dB-Hz are needed.";

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Carrier to noise density over range", "Range (1000 km)", "C/N0 (dB-Hz)");
        for (int i = 0; i < curves.Count; i++)
        {
            Color color = PlotColors.Series(i);
            IReadOnlyList<IReadOnlyList<(double Range, double Least, double Most)>> runs = curves[i].Runs();
            IReadOnlyList<(double Range, double Least, double Most)> longestRun = runs.MaxBy(r => r.Count)!;
            foreach (IReadOnlyList<(double Range, double Least, double Most)> run in runs)
            {
                double[] x = [.. run.Select(p => p.Range / 1e6)], low = [.. run.Select(p => p.Least)], high = [.. run.Select(p => p.Most)];
                if (run.Count > 1)
                {
                    ScottPlot.Plottables.FillY band = plot.Add.FillY(x, low, high);
                    band.FillColor = color.WithAlpha(0.22);
                    band.LineWidth = band.MarkerSize = 0;
                }

                plot.Curve(x, high, color, ReferenceEquals(run, longestRun) ? curves[i].Name : "");
                plot.Curve(x, low, color, "");
            }
        }

        double shortest = curves.Min(c => c.Shortest) / 1e6, longest = curves.Max(c => c.Longest) / 1e6;
        double left = Math.Max(0, shortest - 2), right = longest + 2;
        plot.Curve([left, right], [required, required], PlotColors.Ink, "Required", 1.2f, LinePattern.Dashed);
        double least = Math.Min(required, curves.Min(c => c.LeastCarrierToNoise)), most = Math.Max(required, curves.Max(c => c.MostCarrierToNoise));
        Ticks.Linear(plot.Axes.Bottom, left, right, 10);
        Ticks.Linear(plot.Axes.Left, Math.Floor(least - 1), Math.Ceiling(most + 1));
        plot.LegendBelow();
        return plot;
    }
}
