using Constellation.Geodesy;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Marks on the globe that belong to the window: the picked place where the picture does not show it, what is measured.</summary>
internal static class SceneMarks
{
    public static void Draw(Pen pen, ViewerModel model)
    {
        CameraView view = model.View;
        SKColor accent = PanelTheme.Dark.Accent;
        // The picture itself rings the selected satellite, and marks the place where lines of sight are shown.
        if (!model.Layers.Sight && model.Site is { } site && Seen(view, Ellipsoid.Wgs84.ToCartesian(site with { Height = 100 })) is { } place)
        {
            Ring(pen, place, 7, PanelTheme.Dark.Bright, 1.6f);
            float inner = 3 * pen.Scale, outer = 12 * pen.Scale;
            foreach ((float x, float y) in new[] { (1f, 0f), (-1f, 0f), (0f, 1f), (0f, -1f) })
            {
                pen.Line((float)place.X + (x * inner), (float)place.Y + (y * inner), (float)place.X + (x * outer), (float)place.Y + (y * outer), 1.6f, PanelTheme.Dark.Bright);
            }
        }

        Measured(pen, model, view, accent);
    }

    private static void Measured(Pen pen, ViewerModel model, CameraView view, SKColor accent)
    {
        Position<Itrf>? from = model.Measure.From?.In(model.Scene), to = model.Measure.To?.In(model.Scene);
        foreach (Position<Itrf>? end in new[] { from, to })
        {
            if (end is { } there && view.Project(there) is { Depth: > 0 } at)
            {
                Ring(pen, at, 5, accent, 1.6f);
            }
        }

        if (from is { } a && to is { } b && view.Project(a) is { Depth: > 0 } start && view.Project(b) is { Depth: > 0 } stop)
        {
            pen.Line((float)start.X, (float)start.Y, (float)stop.X, (float)stop.Y, 1.6f, accent);
        }
    }

    private static ScreenPoint? Seen(CameraView view, Position<Itrf> point) => !view.IsHidden(point) && view.Project(point) is { Depth: > 0 } at ? at : null;

    private static void Ring(Pen pen, ScreenPoint at, float radius, SKColor colour, float width)
    {
        using SKPaint ring = new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width * pen.Scale };
        pen.Canvas.DrawCircle((float)at.X, (float)at.Y, radius * pen.Scale, ring);
    }
}
