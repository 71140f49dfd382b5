using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Number of satellites above the mask at one site over the run.</summary>
public sealed class SiteSatellitesPlot(SiteSeries series) : RunPlot
{
    public override string Name => "site-satellites";

    public override bool HasData => series.Satellites.Count > 0;

    public override (int Width, int Height) Size => (560, 300);

    public override string Caption => "Satellites above the mask." + series.Groups.Remark("smallest");

    public override string AltText =>
        $"Satellites above the mask at {Labels.Scope(series.Site.Name)}: {series.Satellites.Min():0} to {series.Satellites.Max():0}, {series.Satellites.Average():0.0} on average.";

    public override Plot Draw()
    {
        TimeAxis time = new(series.Epochs);
        Plot plot = PlotStyling.New("Satellites in view", time.Label, "Number");
        ScottPlot.Plottables.Scatter steps = plot.Add.ScatterLine(time.Of(series.Groups), series.Groups.Smallest(series.Satellites), PlotColors.Blue);
        steps.ConnectStyle = ConnectStyle.StepHorizontal;
        steps.LineWidth = 1.6f;
        time.Apply(plot);
        Ticks.Linear(plot.Axes.Left, 0, 1.06 * Math.Max(1, series.Satellites.Max()), wholeNumbers: true);
        return plot;
    }
}
