using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>SISRE over the run: root mean square over the satellites of each class of orbit, and the worst satellite.</summary>
public sealed class SisreOverTimePlot(SisreErrors errors, EpochGrid epochs) : RunPlot
{
    public override string Name => "sisre-time";

    public override bool HasData => !errors.IsEmpty;

    public override string Caption =>
        "Root mean square over the satellites of a class" + (errors.Satellites.Count > 1 ? "; grey: the worst satellite of each epoch." : ".") + errors.Groups.Remark("root mean square", "worst");

    public override string AltText =>
        "SISRE over time. " + string.Join(" ", errors.Classes.Select(c => (Class: c, Values: errors.OverTime(c).Where(double.IsFinite).ToArray())).Where(p => p.Values.Length > 0)
            .Select(p => $"{OrbitClasses.Label(p.Class)}: {Numbers.Text(p.Values.Min())} to {Numbers.Text(p.Values.Max())} m."));

    public override Plot Draw()
    {
        TimeAxis time = new(epochs);
        Plot plot = PlotStyling.New("Signal-in-space range error over time", time.Label, "SISRE (m)");
        double[] x = time.Of(errors.Groups), largest = errors.Largest();
        if (errors.Satellites.Count > 1)
        {
            plot.Curve(x, largest, PlotColors.Grey, "worst satellite", 1);
        }

        foreach (string orbitClass in errors.Classes)
        {
            plot.Curve(x, errors.OverTime(orbitClass), PlotColors.Of(orbitClass), $"{OrbitClasses.Label(orbitClass)}, RMS");
        }

        time.Apply(plot);
        plot.FromZero(largest);
        plot.LegendBelow();
        return plot;
    }
}
