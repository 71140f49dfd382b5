using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Range error of users over the days without the ground, and what it is made of.</summary>
public sealed class AutonomyPlot(IReadOnlyList<AutonomyRow> rows) : RunPlot
{
    public override string Name => "autonomy";

    public override bool HasData => rows.Count > 0;

    public override string Caption =>
        "Root mean square over satellites and rounds of each interval. The turn of the net is what stale Earth orientation and unknown forces make together; dotted: what it would be with the true Earth orientation. Net alone: without the turn. "
        + "The common time, which no user of one system sees, is left out.";

    public override string AltText =>
        FormattableString.Invariant($"Orbit URE over {rows[^1].Days:0} days without the ground: {rows[0].Split.Orbit:0.00} m at first, {rows[^1].Split.Orbit:0.00} m at last, of which {rows[^1].Split.OrbitInternal:0.000} m within the net.");

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Without the ground", "Days since the last upload", "URE (m)");
        double[] days = [.. rows.Select(r => r.Days)];
        double[] orbit = [.. rows.Select(r => r.Split.Orbit)], ahead = [.. rows.Select(r => r.Predicted.Orbit)];
        plot.Curve(days, orbit, PlotColors.Series(0), "Orbits");
        plot.Curve(days, ahead, PlotColors.Series(0), "2 h ahead", 1.2f, LinePattern.Dashed);
        plot.Curve(days, [.. rows.Select(r => r.Split.Rotation)], PlotColors.Series(1), "Turn");
        plot.Curve(days, [.. rows.Select(r => r.Inertial)], PlotColors.Series(1), "Turn, Earth known", 1.2f, LinePattern.Dotted);
        plot.Curve(days, [.. rows.Select(r => r.Split.OrbitInternal)], PlotColors.Series(2), "Net alone");
        plot.Curve(days, [.. rows.Select(r => r.Split.Clock)], PlotColors.Series(3), "Clocks");
        plot.FromZero([.. orbit, .. ahead]);
        Ticks.Linear(plot.Axes.Bottom, 0, days[^1]);
        plot.LegendBelow();
        return plot;
    }
}
