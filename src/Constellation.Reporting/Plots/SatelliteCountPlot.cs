using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>How long how many satellites serve, beside the binomial law.</summary>
public sealed class SatelliteCountPlot(AvailabilityReport report) : RunPlot
{
    private const double Least = 1e-6;

    public override string Name => "satellites-in-service";

    public override bool HasData => report.Counts.Count > 0;

    public override string Caption => "Share of time with exactly so many satellites in service: simulated, with the 95 % interval of the mean (thin), and if all slots failed independently (dashed). Spares that a plane shares and common causes make the difference.";

    public override string AltText => FormattableString.Invariant($"{report.Counts.Count - 1} slots: all serve {100 * report.Counts[^1].Mean:0.0} % of the time, all but one {100 * report.Counts[^2].Mean:0.0} %.");

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Satellites in service", "Satellites in service", "Share of time");
        int first = Enumerable.Range(0, report.Counts.Count).First(n => report.Counts[n].Mean > Least || report.Binomial[n] > Least);
        int[] counts = [.. Enumerable.Range(first, report.Counts.Count - first)];
        double[] x = [.. counts.Select(n => (double)n)];
        static double Log(double share) => share > Least ? Math.Log10(share) : double.NaN;
        plot.Curve(x, [.. counts.Select(n => Log(report.Counts[n].Mean))], PlotColors.Of("meo"), "simulated", 2.5f);
        plot.Curve(x, [.. counts.Select(n => Log(report.Counts[n].Low))], PlotColors.Of("meo"), "", 0.8f);
        plot.Curve(x, [.. counts.Select(n => Log(report.Counts[n].High))], PlotColors.Of("meo"), "", 0.8f);
        plot.Curve(x, [.. counts.Select(n => Log(report.Binomial[n]))], PlotColors.Of("geo"), "independent slots (binomial)", 1.5f, LinePattern.Dashed);
        Ticks.Logarithmic(plot.Axes.Left, Math.Log10(Least), 0.1);
        plot.Axes.Bottom.SetTicks(x, [.. counts.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        plot.Axes.SetLimitsX(first - 0.5, report.Counts.Count - 0.5);
        plot.LegendBelow();
        return plot;
    }
}
