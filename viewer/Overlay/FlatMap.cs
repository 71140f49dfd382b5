using Constellation.Geodesy;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The whole Earth's colour map as a plate carree map, in its true colours, with coasts, stations and named users.</summary>
internal static class FlatMap
{
    /// <summary>Marks nearer to the geocentre than this lie on the ground, m.</summary>
    private const double OnGround = 6.4e6;

    private const int Margin = 6;

    /// <param name="pen">Of the picture.</param>
    /// <param name="scene">With its places.</param>
    /// <param name="map">What is shown.</param>
    /// <param name="area">On whole pixels.</param>
    /// <param name="stations">Whether stations are shown.</param>
    /// <param name="cache">Keeps it until one of them changes.</param>
    public static void Draw(Pen pen, GlobeScene scene, HeatMap map, SKRect area, bool stations, OverlayCache cache)
    {
        int margin = (int)Math.Ceiling(Margin * pen.Scale);
        string places = string.Join(';', scene.Sites.Concat(stations ? scene.Stations : []).Select(p => $"{p.Place.Latitude:R},{p.Place.Longitude:R}"));
        cache.Draw(
            pen.Canvas, (map, area.Width, area.Height, pen.Scale, stations, places), (int)area.Left - margin, (int)area.Top - margin, (int)area.Width + (2 * margin), (int)area.Height + (2 * margin),
            canvas =>
            {
                using Pen own = new(canvas, pen.Scale);
                Draw(own, scene, map, SKRect.Create(margin, margin, area.Width, area.Height), stations);
            });
        DrawContent(pen, scene, area);
    }

    /// <summary>What changes with time is drawn each time.</summary>
    private static void DrawContent(Pen pen, GlobeScene scene, SKRect area)
    {
        pen.Canvas.Save();
        pen.Canvas.ClipRect(area);
        pen.Canvas.Translate(area.Left, area.Top);
        foreach (SceneLine line in scene.Lines.Where(l => l.OnGround))
        {
            Line(pen, line, area);
        }

        pen.Canvas.Restore();
        foreach (SceneMark mark in scene.Marks.Where(m => m.Itrf.Vector.Norm < OnGround))
        {
            SKPoint at = PointOf(Ellipsoid.Wgs84.ToGeodetic(mark.Itrf), area);
            pen.Marker(mark.Shape, at.X, at.Y, 0.6f * mark.Radius, Pen.ColourOf(mark.Colour));
        }
    }

    private static void Draw(Pen pen, GlobeScene scene, HeatMap map, SKRect area, bool stations)
    {
        SKCanvas canvas = pen.Canvas;
        canvas.Save();
        canvas.ClipRect(area);
        using (SKBitmap cells = Cells(map))
        using (SKImage image = SKImage.FromBitmap(cells))
        {
            // Columns wrap at the date line: a copy on either side, so that smoothing sees its neighbours.
            foreach (int turn in new[] { -1, 1, 0 })
            {
                canvas.DrawImage(image, SKRect.Create(area.Left + (turn * area.Width), area.Top, area.Width, area.Height), new SKSamplingOptions(map.Smooth ? SKFilterMode.Linear : SKFilterMode.Nearest));
            }
        }

        canvas.Translate(area.Left, area.Top);
        Lines(pen, area);
        canvas.Restore();
        foreach (ScenePlace site in scene.Sites)
        {
            SKPoint at = PointOf(site.Place, area);
            pen.Marker(MarkerShape.Circle, at.X, at.Y, 2.6f, Pen.Bright);
        }

        foreach (ScenePlace station in stations ? scene.Stations : [])
        {
            SKPoint at = PointOf(station.Place, area);
            pen.Marker(MarkerShape.Triangle, at.X, at.Y, 4, Pen.ColourOf(GlobeRenderer.StationColour));
        }

        using SKPaint frame = new() { Color = Pen.Faint, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, pen.Scale) };
        canvas.DrawRect(area, frame);
    }

    /// <summary>A line on the ground; it is cut where it crosses the edge of the map.</summary>
    private static void Line(Pen pen, SceneLine line, SKRect area)
    {
        using SKPathBuilder builder = new();
        SKPoint before = default;
        for (int i = 0; i < line.Vertices.Count; i++)
        {
            SKPoint at = PointOf(Ellipsoid.Wgs84.ToGeodetic(line.Vertices[i]), SKRect.Create(area.Width, area.Height));
            if (i == 0 || Math.Abs(at.X - before.X) > 0.5f * area.Width)
            {
                builder.MoveTo(at);
            }
            else
            {
                builder.LineTo(at);
            }

            before = at;
        }

        using SKPathEffect? dashes = line.Dashed ? SKPathEffect.CreateDash([4 * pen.Scale, 4 * pen.Scale], 0) : null;
        using SKPaint paint = new() { Color = Pen.ColourOf(line.Colour, (byte)(255 * Math.Clamp(line.Opacity, 0, 1))), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(0.8f, 0.7f * line.Width * pen.Scale), PathEffect = dashes };
        using SKPath path = builder.Detach();
        pen.Canvas.DrawPath(path, paint);
    }

    private static SKPoint PointOf(GeodeticPoint place, SKRect area) =>
        new(area.Left + (area.Width * (float)((place.LongitudeDeg + 180) / 360)), area.Top + (area.Height * (float)((90 - place.LatitudeDeg) / 180)));

    private static void Lines(Pen pen, SKRect area)
    {
        for (int i = 1; i < 12; i++)
        {
            float x = area.Width * i / 12, y = area.Height * i / 6;
            pen.Line(x, 0, x, area.Height, 0.8f, new SKColor(255, 255, 255, 44));
            if (i < 6)
            {
                pen.Line(0, y, area.Width, y, 0.8f, new SKColor(255, 255, 255, 44));
            }
        }

        using SKPaint coast = new() { Color = new SKColor(0xf4, 0xf7, 0xf8, 0xe0), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(0.8f, 1.1f * pen.Scale) };
        using SKPathBuilder builder = new();
        foreach (IReadOnlyList<MapPoint> line in EarthMap.Land110.Coasts())
        {
            builder.AddPoly([.. line.Select(p => new SKPoint((float)(p.LongitudeDeg + 180) / 360 * area.Width, (float)(90 - p.LatitudeDeg) / 180 * area.Height))], close: false);
        }

        using SKPath path = builder.Detach();
        pen.Canvas.DrawPath(path, coast);
    }

    private static SKBitmap Cells(HeatMap map)
    {
        SKBitmap cells = new(new SKImageInfo(map.Columns, map.Rows, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (int row = 0; row < map.Rows; row++)
        {
            for (int column = 0; column < map.Columns; column++)
            {
                double value = map[row, column];
                cells.SetPixel(column, map.Rows - 1 - row, double.IsFinite(value) ? Pen.ColourOf(map.Colours.At(map.Scale.Share(value))) : new SKColor(0x30, 0x34, 0x3a));
            }
        }

        return cells;
    }
}
