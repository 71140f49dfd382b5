using Constellation.Geodesy;
using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Positions of one receiver against one point, east, north and up over time.</summary>
/// <param name="epochs">Of the positions, in order.</param>
/// <param name="local">East, north and up, m.</param>
/// <param name="about">What they are counted from, such as <c>their mean</c>.</param>
public sealed class PositionErrorPlot(IReadOnlyList<Epoch> epochs, IReadOnlyList<Vector3d> local, string about) : RunPlot
{
    public override string Name => "position-errors";

    public override bool HasData => local.Count > 0;

    public override (int Width, int Height) Size => (1140, 420);

    public override string Caption => $"Positions from {about}.";

    public override string AltText => $"Positions from {about}: root mean square {Rms(v => v.X):0.00} m east, {Rms(v => v.Y):0.00} m north, {Rms(v => v.Z):0.00} m up over {local.Count} epochs.";

    public override Plot Draw()
    {
        double[] hours = [.. epochs.Select(e => (e - epochs[0]).TotalSeconds / 3600)];
        Plot plot = PlotStyling.New($"Positions from {about}", $"Hours after {epochs[0].ToString(TimeScale.Gpst, 0)} GPST", "Difference (m)");
        plot.Curve(hours, [.. local.Select(v => v.Z)], PlotColors.Vermilion, $"up ({Rms(v => v.Z):0.00} m rms)", 1.2f);
        plot.Curve(hours, [.. local.Select(v => v.X)], PlotColors.Blue, $"east ({Rms(v => v.X):0.00} m rms)", 1.2f);
        plot.Curve(hours, [.. local.Select(v => v.Y)], PlotColors.Ink, $"north ({Rms(v => v.Y):0.00} m rms)", 1.2f);
        plot.LegendBelow();
        return plot;
    }

    private double Rms(Func<Vector3d, double> component) => Math.Sqrt(local.Average(v => component(v) * component(v)));
}
