using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>The paths of the satellites in the sky of one site: north up, east right, zenith in the middle, horizon at the rim.</summary>
public sealed class SkyPlot(SkyTracks tracks) : RunPlot
{
    private const double LongestPath = 86_400;

    /// <summary>Epochs that are drawn: those of the first day, thinned where they are many.</summary>
    private readonly int[] _epochs = Shown(tracks.Epochs);

    public override string Name => "sky";

    public override bool HasData => Enumerable.Range(0, tracks.Satellites.Count).Any(s => Elevations(s).Any(e => e >= 0));

    public override (int Width, int Height) Size => (600, 620);

    public override string Caption =>
        $"Paths over {Numbers.Duration(Math.Min(LongestPath, (tracks.Epochs.Count - 1) * tracks.Epochs.Step.TotalSeconds))} in the sky of {Labels.Scope(tracks.Site.Name)}: north up, east to the right, the rim is the horizon. Each name stands on the path of its satellite. Dashed ring: the mask of {tracks.MaskDeg:0.##}°.";

    public override string AltText
    {
        get
        {
            int seen = Enumerable.Range(0, tracks.Satellites.Count).Count(s => Elevations(s).Any(e => e >= tracks.MaskDeg));
            return $"Sky plot of {Labels.Scope(tracks.Site.Name)}: {seen} of {tracks.Satellites.Count} satellites rise above the mask of {tracks.MaskDeg:0.##} degrees.";
        }
    }

    /// <summary>Where a direction lies on the plot: x to the east, y to the north, 90 minus elevation from the middle.</summary>
    public static (double X, double Y) Place(double azimuthDeg, double elevationDeg)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(azimuthDeg));
        return ((90 - elevationDeg) * sin, (90 - elevationDeg) * cos);
    }

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New($"Sky of {Labels.Scope(tracks.Site.Name)}", "", "");
        Rings(plot);
        foreach (string orbitClass in OrbitClasses.Of(tracks.Satellites))
        {
            for (int s = 0; s < tracks.Satellites.Count; s++)
            {
                if (tracks.Satellites[s].OrbitClass == orbitClass)
                {
                    Track(plot, s);
                }
            }
        }

        Names(plot);
        plot.HideGrid();
        plot.Axes.Frameless();
        plot.Axes.Title.IsVisible = true;
        plot.LegendBelow();
        plot.Legend.ManualItems.AddRange(OrbitClasses.Of(tracks.Satellites).Select(c => new LegendItem
        {
            LabelText = OrbitClasses.Label(c),
            LineColor = PlotColors.Of(c),
            LineWidth = 1.3f,
            MarkerShape = PlotColors.MarkerOf(c),
            MarkerSize = 6,
            MarkerColor = PlotColors.Of(c),
        }));
        return plot;
    }

    private static int[] Shown(EpochGrid epochs)
    {
        int last = Math.Min(epochs.Count - 1, (int)(LongestPath / epochs.Step.TotalSeconds * (1 + 1e-12)));
        int stride = new EpochGroups(last + 1).Size;
        return [.. Enumerable.Range(0, (last / stride) + 1).Select(i => i * stride)];
    }

    private IEnumerable<double> Elevations(int satellite) => _epochs.Select(k => tracks.ElevationDeg(satellite)[k]);

    private void Rings(Plot plot)
    {
        SkyRings.Draw(plot);
        ScottPlot.Plottables.Ellipse mask = plot.Add.Circle(0, 0, 90 - tracks.MaskDeg);
        mask.LineColor = PlotColors.Grey;
        mask.LinePattern = LinePattern.Dashed;
        mask.LineWidth = 1.4f;
        mask.FillColor = Colors.Transparent;
    }

    private void Track(Plot plot, int satellite)
    {
        (double X, double Y)[] places = Path(satellite);
        plot.Curve([.. places.Select(p => p.X)], [.. places.Select(p => p.Y)], PlotColors.Of(tracks.Satellites[satellite].OrbitClass).WithAlpha(0.7), "", 1.3f);
    }

    /// <summary>Places on the plot epoch by epoch; NaN below the horizon.</summary>
    private (double X, double Y)[] Path(int satellite)
    {
        IReadOnlyList<double> azimuth = tracks.AzimuthDeg(satellite), elevation = tracks.ElevationDeg(satellite);
        return [.. _epochs.Select(k => elevation[k] >= 0 ? Place(azimuth[k], elevation[k]) : (double.NaN, double.NaN))];
    }

    /// <summary>A mark and a name on each path above the mask, where it is farthest from the names already set.</summary>
    private void Names(Plot plot)
    {
        List<(double X, double Y)> set = [];
        for (int s = 0; s < tracks.Satellites.Count; s++)
        {
            double[] elevation = [.. Elevations(s)];
            (double X, double Y)[] free = [.. Path(s).Where((_, k) => elevation[k] >= tracks.MaskDeg)];
            if (free.Length == 0)
            {
                continue;
            }

            (double x, double y) = set.Count == 0 ? free[0] : free.MaxBy(p => set.Min(q => Math.Pow(p.X - q.X, 2) + Math.Pow(p.Y - q.Y, 2)));
            set.Add((x, y));
            plot.Add.Marker(x, y, PlotColors.MarkerOf(tracks.Satellites[s].OrbitClass), 6, PlotColors.Of(tracks.Satellites[s].OrbitClass));
            ScottPlot.Plottables.Text name = plot.Add.Text(tracks.Satellites[s].Sat, x, y);
            (name.LabelFontSize, name.LabelFontName, name.LabelFontColor, name.LabelBackgroundColor) = (11, PlotFonts.Name, PlotColors.Ink, Colors.White.WithAlpha(0.6));
            (name.OffsetX, name.OffsetY, name.LabelAlignment) = (5, -2, Alignment.LowerLeft);
        }
    }
}
