using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Residuals in the sky: where a place's multipath, obstacles and weather come from. North up, east right, zenith in the middle.</summary>
public sealed class ResidualSkyPlot(string name, IReadOnlyList<SkyResidual> residuals) : RunPlot
{
    private const int MostPoints = 20_000;
    private static readonly IColormap s_colors = new ScottPlot.Colormaps.Balance();

    public override string Name => "sky-residuals";

    public override bool HasData => residuals.Any(r => double.IsFinite(r.Residual) && r.ElevationDeg >= 0);

    public override (int Width, int Height) Size => (700, 640);

    public override string Caption => $"Residuals of {name} by the direction of their satellites; colours end at the 95 % size.";

    public override string AltText => $"Residuals of {name} in the sky: {residuals.Count}, 95 % below {Numbers.Text(Reach)} m in size.";

    private double Reach => WeightedStatistics.Percentile([.. residuals.Select(r => Math.Abs(r.Residual))], [], 0.95);

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New($"Residuals in the sky: {name}", "", "");
        SkyRings.Draw(plot);
        double reach = Math.Max(Reach, 1e-12);
        int stride = (residuals.Count + MostPoints - 1) / MostPoints;
        for (int level = 0; level < 21; level++)
        {
            // Points of one colour together: a marker object for each of thousands would be slow.
            int own = level;
            Coordinates[] points =
            [
                .. residuals.Where((r, i) => i % stride == 0 && double.IsFinite(r.Residual) && r.ElevationDeg >= 0 && Level(r.Residual / reach) == own)
                    .Select(r => SkyPlot.Place(r.AzimuthDeg, r.ElevationDeg)).Select(p => new Coordinates(p.X, p.Y)),
            ];
            if (points.Length > 0)
            {
                ScottPlot.Plottables.Scatter cloud = plot.Add.ScatterPoints(points, s_colors.GetColor(level / 20.0));
                cloud.MarkerSize = residuals.Count > 3000 ? 3.5f : 6;
                cloud.MarkerStyle.OutlineWidth = 0;
            }
        }

        plot.HideGrid();
        plot.Axes.Frameless();
        plot.Axes.Title.IsVisible = true;
        plot.Axes.SetLimits(-104, 104, -104, 104);
        plot.Axes.SquareUnits();
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(new Scale(reach));
        bar.Label = "residual (m)";
        bar.LabelStyle.FontSize = 13;
        bar.LabelStyle.Bold = false;
        bar.LabelStyle.FontName = PlotFonts.Name;
        bar.Axis.TickLabelStyle.FontSize = 12;
        bar.Axis.TickLabelStyle.FontName = PlotFonts.Name;
        Ticks.Linear(bar.Axis, -reach, reach, 8);
        return plot;
    }

    private static int Level(double relative) => (int)Math.Round(10 * (1 + Math.Clamp(relative, -1, 1)));

    private sealed class Scale(double reach) : IHasColorAxis
    {
        public IColormap Colormap { get; } = s_colors;

        public ScottPlot.Range GetRange() => new(-reach, reach);
    }
}
