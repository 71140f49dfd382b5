using ScottPlot;

namespace Constellation.Reporting;

/// <summary>PDOP at one site over the run.</summary>
public sealed class SitePdopPlot(SiteSeries series) : RunPlot
{
    public override string Name => "site-pdop";

    public override bool HasData => series.Pdop.Any(double.IsFinite);

    public override (int Width, int Height) Size => (560, 300);

    public override string Caption => "Position dilution of precision of the same satellites; a gap means no position." + series.Groups.Remark("largest");

    public override string AltText
    {
        get
        {
            double[] values = [.. series.Pdop.Where(double.IsFinite)];
            return $"PDOP at {Labels.Scope(series.Site.Name)}: {Numbers.Text(values.Min())} to {Numbers.Text(values.Max())}, {Numbers.Text(values.Average())} on average.";
        }
    }

    public override Plot Draw()
    {
        TimeAxis time = new(series.Epochs);
        Plot plot = PlotStyling.New("PDOP", time.Label, "PDOP");
        double[] values = series.Groups.Largest(series.Pdop);
        plot.Curve(time.Of(series.Groups), values, PlotColors.Blue, "", 1.6f);
        time.Apply(plot);
        double least = values.Where(double.IsFinite).Min(), most = values.Where(double.IsFinite).Max(), room = Math.Max(0.05 * (most - least), 0.05);
        Ticks.Linear(plot.Axes.Left, least - room, most + room);
        return plot;
    }
}
