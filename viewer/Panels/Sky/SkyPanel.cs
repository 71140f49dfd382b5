using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Reporting;
using ScottPlot;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The sky of the picked place: zenith in the middle, north up, east to the right as on a map, with the paths of the last hours.</summary>
internal sealed class SkyPanel : IPanel, IPanelSeries
{
    private const float Head = 20, Foot = 22, Near = 16;

    private readonly ChartCache _charts = new();

    public string Name => "sky";

    public string Title => "Sky";

    public SKSize Size => new(400, 440);

    public string? Missing(PanelState state) => state.Site is null ? PanelWords.NoSite : PanelWords.Guarded(() => SourceTables.Of(state.Source).Tracks.Ids.Count == 0 ? "the source has no satellites" : null);

    public void Draw(Pen pen, PanelState state, SKRect area)
    {
        Ink ink = new(pen, state.Theme);
        SkyPanelContent content = SkyPanelContent.Of(state);
        string counted = $"{content.InView} above {PanelWords.Number(content.MaskDeg, "0.##")}\u00b0";
        ink.Text(PanelWords.Place(content.Place), area.Left, area.Top + ink.Px(Ink.Usual), state.Theme.Bright);
        ink.Text(counted, area.Right, area.Top + ink.Px(Ink.Usual), state.Theme.Bright, align: SKTextAlign.Right);
        Rings(pen, state, area).Draw(pen, Square(pen, area).Left, Square(pen, area).Top);
        foreach (SkySatellite satellite in content.Satellites)
        {
            SKColor colour = state.Theme.Of(satellite.Group.Colour);
            SKPoint[] trail = [.. satellite.Trail.Select(p => p.ElevationDeg >= 0 ? Place(pen, state, area, p.AzimuthDeg, p.ElevationDeg) : new SKPoint(float.NaN, float.NaN))];
            ink.Curve(trail, colour.WithAlpha(0xa0), satellite.Id == state.Selected ? 3 : 1.8f);
        }

        foreach (SkySatellite satellite in content.Satellites)
        {
            SKPoint at = Place(pen, state, area, satellite.AzimuthDeg, satellite.ElevationDeg);
            bool low = satellite.ElevationDeg < content.MaskDeg;
            ink.Mark(satellite.Group.Shape, at.X, at.Y, 6, state.Theme.Of(satellite.Group.Colour, low ? (byte)0x70 : (byte)0xff));
            if (satellite.Id == state.Selected)
            {
                ink.Ring(at.X, at.Y, 11, state.Theme.Accent);
            }
        }

        Names(ink, state, area, content);
        string dop = content.Dop.IsDefined
            ? $"PDOP {PanelWords.Number(content.Dop.Pdop, "0.00")}   HDOP {PanelWords.Number(content.Dop.Hdop, "0.00")}   VDOP {PanelWords.Number(content.Dop.Vdop, "0.00")}"
            : "too few satellites for a position";
        ink.Text(dop, area.MidX, area.Bottom - ink.Px(5), state.Theme.Soft, align: SKTextAlign.Center);
    }

    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        if (Missing(state) is not null)
        {
            return null;
        }

        (SkySatellite? nearest, float least) = (null, Near * pen.Scale);
        foreach (SkySatellite satellite in SkyPanelContent.Of(state).Satellites)
        {
            float distance = (Place(pen, state, area, satellite.AzimuthDeg, satellite.ElevationDeg) - new SKPoint(x, y)).Length;
            (nearest, least) = distance < least ? (satellite, distance) : (nearest, least);
        }

        return nearest is null ? null : new PanelTarget(
            $"{nearest.Id}: azimuth {PanelWords.Number(nearest.AzimuthDeg, "0.0")}\u00b0, elevation {PanelWords.Number(nearest.ElevationDeg, "0.0")}\u00b0", nearest.Id);
    }

    public TableColumn[] Columns => TableColumn.From("epoch_gpst,sat,azimuth_deg,elevation_deg");

    /// <summary>Azimuth and elevation of every satellite above the horizon at every epoch.</summary>
    public void Write(PanelState state, TableWriter rows)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        TopocentricFrame local = new(state.Site!.Value);
        for (int k = 0; k < tables.Epochs.Count; k++)
        {
            for (int s = 0; s < tables.Tracks.Ids.Count; s++)
            {
                LookAngles look = local.Look(tables.Tracks.Place(k, s));
                if (look.Elevation >= 0)
                {
                    rows.Epoch(tables.Epochs[k]).Satellite(tables.Tracks.Ids[s]).Real(look.AzimuthDeg).Real(look.ElevationDeg).EndRow();
                }
            }
        }
    }

    /// <summary>Ids beside the marks, where they cover neither a mark nor one another.</summary>
    private void Names(Ink ink, PanelState state, SKRect area, SkyPanelContent content)
    {
        float size = Ink.Small, height = ink.Px(size), gap = ink.Px(8);
        List<SKRect> taken = [];
        foreach (SkySatellite satellite in content.Satellites)
        {
            SKPoint at = Place(ink.Pen, state, area, satellite.AzimuthDeg, satellite.ElevationDeg);
            taken.Add(new(at.X - ink.Px(6), at.Y - ink.Px(6), at.X + ink.Px(6), at.Y + ink.Px(6)));
        }

        foreach (SkySatellite satellite in content.Satellites.OrderByDescending(s => s.Id == state.Selected))
        {
            string name = satellite.Id.ToString();
            float width = ink.Pen.Measure(name, size);
            SKPoint at = Place(ink.Pen, state, area, satellite.AzimuthDeg, satellite.ElevationDeg);
            SKRect[] places =
            [
                Box(at.X + gap, at.Y - (height / 2), width, height), Box(at.X - gap - width, at.Y - (height / 2), width, height),
                Box(at.X - (width / 2), at.Y - gap - height, width, height), Box(at.X - (width / 2), at.Y + gap, width, height),
                Box(at.X + gap, at.Y - height, width, height), Box(at.X - gap - width, at.Y, width, height),
            ];
            SKRect? free = places.Cast<SKRect?>().FirstOrDefault(p => p!.Value.Left >= area.Left && p.Value.Right <= area.Right && !taken.Exists(t => t.IntersectsWith(p.Value)));
            if (free is { } box)
            {
                taken.Add(box);
                ink.Text(name, box.Left, box.Bottom - ink.Px(1.5f), satellite.Id == state.Selected ? state.Theme.Accent : state.Theme.Bright, size, satellite.Id == state.Selected);
            }
        }
    }

    private static SKRect Box(float left, float top, float width, float height) => new(left, top, left + width, top + height);

    /// <summary>The square of the rings with the letters about it.</summary>
    private static SKRect Square(Pen pen, SKRect area)
    {
        float top = area.Top + (Head * pen.Scale), bottom = area.Bottom - (Foot * pen.Scale), side = Math.Max(1, Math.Min(area.Width, bottom - top));
        float left = area.MidX - (side / 2), middle = (top + bottom) / 2;
        return new(left, middle - (side / 2), left + side, middle + (side / 2));
    }

    /// <summary>Where a direction is drawn, px.</summary>
    public SKPoint Place(Pen pen, PanelState state, SKRect area, double azimuthDeg, double elevationDeg)
    {
        PanelChart rings = Rings(pen, state, area);
        SKRect square = Square(pen, area), data = rings.Data(pen, square.Left, square.Top);
        (double x, double y) = SkyPlot.Place(azimuthDeg, elevationDeg);
        return new(data.Left + (rings.ShareX(x) * data.Width), data.Top + (rings.ShareY(y) * data.Height));
    }

    private PanelChart Rings(Pen pen, PanelState state, SKRect area)
    {
        float side = Square(pen, area).Width / pen.Scale;
        double mask = SourceTables.Of(state.Source).MaskDeg;
        return _charts.Get((side, mask, state.Theme), () => [PanelChart.Of(Paper(mask), state.Theme, side, side)])[0];
    }

    private static Plot Paper(double maskDeg)
    {
        Plot plot = PlotStyling.New("", "", "");
        SkyRings.Draw(plot);
        ScottPlot.Plottables.Ellipse mask = plot.Add.Circle(0, 0, 90 - maskDeg);
        (mask.LineColor, mask.LinePattern, mask.LineWidth, mask.FillColor) = (PlotColors.Grey, LinePattern.Dashed, 1.4f, Colors.Transparent);
        plot.HideGrid();
        plot.Axes.Frameless();
        plot.Axes.SetLimits(-102, 102, -102, 102);
        return plot;
    }

    public void Dispose() => _charts.Dispose();
}
