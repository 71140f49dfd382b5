using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>What the loss of single satellites or pairs costs, the worst first.</summary>
public sealed class CriticalSatellitesPlot(IReadOnlyList<CriticalSet> ranking) : RunPlot
{
    private const int Shown = 30;

    public override string Name => "critical-satellites";

    public override bool HasData => ranking.Count > 0;

    public override string Caption => "Growth of the mean PDOP of the globe by the loss of a satellite or a pair; the ranking is by lost availability first.";

    public override string AltText => ranking.Count == 0 ? "" : FormattableString.Invariant($"The worst loss is {Name1(ranking[0])}: mean PDOP grows by {ranking[0].PdopGrowth:0.000}, {100 * ranking[0].LostMean:0.000} % of area and time lose good geometry.");

    public override Plot Draw()
    {
        CriticalSet[] shown = [.. ranking.Take(Shown)];
        Plot plot = PlotStyling.New("Which satellite matters", "", "Growth of mean PDOP");
        plot.Add.Bars(shown.Select((c, i) => new Bar { Position = i, Value = c.PdopGrowth, FillColor = PlotColors.Of(c.Satellites[0].OrbitClass.ToString().ToLowerInvariant()), LineWidth = 0, Size = 0.7 }).ToArray());
        plot.Axes.Bottom.SetTicks([.. shown.Select((_, i) => (double)i)], [.. shown.Select(Name1)]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.SetLimits(-0.7, shown.Length - 0.3, 0, 1.1 * shown.Max(c => c.PdopGrowth));
        plot.Axes.Bottom.MinimumSize = shown[0].Satellites.Count > 1 ? 80 : 50;
        return plot;
    }

    private static string Name1(CriticalSet set) => string.Join("+", set.Satellites.Select(s => s.Id));
}
