using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>One component of the control segment's error over the run, beside the deviation that its filter claims.</summary>
public sealed class OdtsErrorPlot(OdtsErrors errors, OdtsComponent component, EpochGrid epochs) : RunPlot
{
    private string What => component switch
    {
        OdtsComponent.Radial => "Radial",
        OdtsComponent.Along => "Along-track",
        OdtsComponent.Cross => "Cross-track",
        _ => "Clock",
    };

    public override string Name => "odts-" + component.ToString().ToLowerInvariant();

    public override bool HasData => !errors.IsEmpty;

    public override (int Width, int Height) Size => (560, 330);

    public override string Caption =>
        $"{What} error, root mean square over the satellites of a class (solid), and the deviation that the filter claims (dashed)." + errors.Groups.Remark("root mean square");

    public override string AltText =>
        $"{What} error of the estimates over time. " + string.Join(" ", errors.Classes.Select(c => (Class: c, Rms: errors.Rms(component, c))).Where(p => double.IsFinite(p.Rms.Error))
            .Select(p => $"{OrbitClasses.Label(p.Class)}: {Numbers.Text(p.Rms.Error)} m RMS over the run, claimed {Numbers.Text(p.Rms.Claimed)} m."));

    public override Plot Draw()
    {
        TimeAxis time = new(epochs);
        Plot plot = PlotStyling.New(What, time.Label, "Error, RMS (m)");
        double[] x = time.Of(errors.Groups);
        List<double> all = [];
        foreach (string orbitClass in errors.Classes)
        {
            (double[] error, double[] claimed) = errors.OverTime(component, orbitClass);
            Color color = PlotColors.Of(orbitClass);
            plot.Curve(x, error, color, OrbitClasses.Label(orbitClass), 1.6f);
            plot.Curve(x, claimed, color, "", 1.4f, LinePattern.Dashed);
            all.AddRange(error);
            all.AddRange(claimed);
        }

        time.Apply(plot);
        plot.FromZero(all);
        plot.LegendBelow();
        plot.Legend.ManualItems.Add(new LegendItem { LabelText = "claimed", LineColor = PlotColors.Ink, LineWidth = 1.4f, LinePattern = LinePattern.Dashed });
        return plot;
    }
}
