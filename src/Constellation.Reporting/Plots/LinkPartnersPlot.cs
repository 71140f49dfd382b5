using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>How many partners each satellite could link with, over time.</summary>
/// <param name="satellites">Names, one a row.</param>
/// <param name="epochs">When.</param>
/// <param name="perColumn">Epochs whose mean is one column.</param>
/// <param name="partners">Satellites times columns.</param>
public sealed class LinkPartnersPlot(IReadOnlyList<string> satellites, EpochGrid epochs, int perColumn, double[,] partners) : RunPlot
{
    public override string Name => "link-partners";

    public override bool HasData => partners.Cast<double>().Any(p => p > 0);

    public override bool IsImage => true;

    public override (int Width, int Height) Size => (920, Math.Clamp(140 + (15 * satellites.Count), 300, 1500));

    public override string Caption => $"Usable partners of each satellite{(perColumn > 1 ? $", means of {perColumn} epochs" : "")}.";

    public override string AltText =>
        $"Usable partners of {satellites.Count} satellites over time: {partners.Cast<double>().Min():0.#} to {partners.Cast<double>().Max():0.#}, mean {partners.Cast<double>().Average():0.0}.";

    public override Plot Draw()
    {
        TimeAxis time = new(epochs);
        Plot plot = PlotStyling.New("Partners that a satellite can link with", time.Label, "");
        ScottPlot.Plottables.Heatmap map = plot.Cells(partners, "Usable partners", Math.Floor(partners.Cast<double>().Min()), Math.Max(1, Math.Ceiling(partners.Cast<double>().Max())));
        time.Apply(plot);
        double right = plot.Axes.Bottom.Max;
        map.Rectangle = new CoordinateRect(0, right, -0.5, satellites.Count - 0.5);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. Enumerable.Range(0, satellites.Count).Select(i => (double)(satellites.Count - 1 - i))], [.. satellites]);
        plot.Axes.SetLimits(0, right, -0.5, satellites.Count - 0.5);
        return plot;
    }
}
