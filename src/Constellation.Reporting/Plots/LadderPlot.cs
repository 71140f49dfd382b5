using Constellation.Orbits;
using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Errors of orbits and clocks from one control segment to the next, by class of orbit.</summary>
public sealed class LadderPlot(IReadOnlyList<LadderRow> rows) : RunPlot
{
    public override string Name => "ladder";

    public override bool HasData => rows.Count > 0;

    public override string Caption => "Root mean square of three-dimensional orbit errors (solid) and of the range errors that users see in the estimates (SISRE, dashed), of the satellites that the segment would offer to users.";

    public override string AltText => "Three-dimensional orbit errors by control segment: " + string.Join(", ", rows.Where(r => r.Class is null).Select(r => FormattableString.Invariant($"{r.Segment} {r.Error3d:0.000} m"))) + ".";

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("The ladder", "", "Error (m)");
        string[] segments = [.. rows.Select(r => r.Segment).Distinct()];
        double[] places = [.. segments.Select((_, i) => (double)i)];
        foreach (OrbitClass kind in rows.Select(r => r.Class).OfType<OrbitClass>().Distinct())
        {
            string name = kind.ToString().ToLowerInvariant();
            LadderRow?[] of = [.. segments.Select(s => rows.FirstOrDefault(r => r.Segment == s && r.Class == kind))];
            plot.Curve(places, [.. of.Select(r => Math.Log10(r?.Error3d ?? double.NaN))], PlotColors.Of(name), $"{OrbitClasses.Label(name)}, orbit");
            plot.Curve(places, [.. of.Select(r => Math.Log10(r?.Sisre ?? double.NaN))], PlotColors.Of(name), $"{OrbitClasses.Label(name)}, SISRE", 1.2f, LinePattern.Dashed);
        }

        double[] all = [.. rows.SelectMany(r => new[] { r.Error3d, r.Sisre }).Where(v => v > 0 && double.IsFinite(v)).Select(Math.Log10)];
        Ticks.Logarithmic(plot.Axes.Left, all.Min() - 0.1, all.Max() + 0.1);
        plot.Axes.Bottom.SetTicks(places, segments);
        plot.Axes.SetLimitsX(-0.3, segments.Length - 0.7);
        plot.LegendBelow();
        return plot;
    }
}
