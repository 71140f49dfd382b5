using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>What the loss of single satellites or pairs costs, the worst first.</summary>
/// <param name="ranking">As ranked.</param>
/// <param name="order">By what: the bars show it, or the growth of PDOP where most losses cost no availability.</param>
public sealed class CriticalSatellitesPlot(IReadOnlyList<CriticalSet> ranking, CriticalityOrder order) : RunPlot
{
    private const int Shown = 30;

    public override string Name => "critical-satellites";

    public override bool HasData => ranking.Count > 0;

    public override string Caption => order switch
    {
        CriticalityOrder.Accuracy => "Growth of users' rms position error by the loss of a satellite or a pair, where geometry is good.",
        CriticalityOrder.Pdop => "Growth of the mean PDOP of the globe by the loss of a satellite or a pair.",
        _ => "Growth of the mean PDOP of the globe by the loss of a satellite or a pair; the ranking is by lost availability first.",
    };

    public override string AltText => ranking.Count == 0 ? "" : FormattableString.Invariant($"The worst loss is {Name1(ranking[0])}: mean PDOP grows by {ranking[0].PdopGrowth:0.000}, {100 * ranking[0].LostMean:0.000} % of area and time lose good geometry.");

    public override Plot Draw()
    {
        CriticalSet[] shown = [.. ranking.Take(Shown)];
        Plot plot = PlotStyling.New("Which satellite matters", "", order == CriticalityOrder.Accuracy ? "Growth of position error, m" : "Growth of mean PDOP");
        plot.Add.Bars(shown.Select((c, i) => new Bar { Position = i, Value = Value(c), FillColor = PlotColors.Of(c.Satellites[0].OrbitClass.ToString().ToLowerInvariant()), LineWidth = 0, Size = 0.7 }).ToArray());
        plot.Axes.Bottom.SetTicks([.. shown.Select((_, i) => (double)i)], [.. shown.Select(Name1)]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.SetLimits(-0.7, shown.Length - 0.3, 0, 1.1 * shown.Max(Value));
        plot.Axes.Bottom.MinimumSize = shown[0].Satellites.Count > 1 ? 80 : 50;
        return plot;
    }

    private double Value(CriticalSet set) => order == CriticalityOrder.Accuracy ? set.AccuracyGrowth : set.PdopGrowth;

    private static string Name1(CriticalSet set) => string.Join("+", set.Satellites.Select(s => s.Id));
}
