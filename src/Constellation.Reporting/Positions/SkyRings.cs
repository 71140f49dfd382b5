using ScottPlot;

namespace Constellation.Reporting;

/// <summary>The rings and directions of a sky plot.</summary>
internal static class SkyRings
{
    /// <summary>Circles at 60, 30 and 0 degrees of elevation, spokes every 30 degrees.</summary>
    public static void Draw(Plot plot)
    {
        ScottPlot.Plottables.PolarAxis axis = plot.Add.PolarAxis(90);
        axis.Clockwise = true;
        axis.Rotation = Angle.FromDegrees(-90);
        axis.SetCircles([30, 60, 90], ["60°", "30°", ""]);
        axis.SetSpokes([.. Enumerable.Range(0, 12).Select(i => Angle.FromDegrees(30 * i))], 90, ["N", "", "", "E", "", "", "S", "", "", "W", "", ""]);
        foreach (PolarAxisSpoke spoke in axis.Spokes)
        {
            spoke.LineColor = PlotColors.Faint;
            spoke.LabelStyle.FontSize = 15;
            spoke.LabelStyle.Bold = true;
            spoke.LabelStyle.ForeColor = PlotColors.Ink;
            spoke.LabelPaddingFraction = 0.07;
        }

        foreach (PolarAxisCircle circle in axis.Circles)
        {
            circle.LineColor = circle.Radius == 90 ? PlotColors.Ink : PlotColors.Faint;
            circle.LineWidth = circle.Radius == 90 ? 1.4f : 1;
            circle.LabelStyle.FontSize = 11;
            circle.LabelStyle.ForeColor = PlotColors.Grey;
        }
    }
}
