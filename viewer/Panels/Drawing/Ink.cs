using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Text and marks in a panel's colours; places and sizes of the panel are px, widths and sizes of text those at scale 1.</summary>
internal sealed class Ink(Pen pen, PanelTheme theme)
{
    public const float Small = 12, Usual = 13.5f, Strong = 16;

    public Pen Pen => pen;

    public PanelTheme Theme => theme;

    /// <summary>Pixels of a length at scale 1.</summary>
    public float Px(float length) => length * pen.Scale;

    public void Text(string text, float x, float y, SKColor colour, float size = Usual, bool bold = false, SKTextAlign align = SKTextAlign.Left) => pen.Plain(text, x, y, size, colour, bold, align);

    /// <summary>Text cut off to a width, px.</summary>
    public void Fitted(string text, float x, float y, float width, SKColor colour, float size = Usual, bool bold = false) => pen.Plain(pen.Fit(text, width, size, bold), x, y, size, colour, bold);

    /// <summary>Lines of text from a first base line down; gives the base line after the last.</summary>
    public float Lines(string text, float x, float y, float width, SKColor colour, float size = Small, int most = 3)
    {
        foreach (string line in pen.Wrap(text, width, size, most))
        {
            Fitted(line, x, y, width, colour, size);
            y += Px(size * 1.35f);
        }

        return y;
    }

    /// <summary>A mark with an edge that sets it off from the ground.</summary>
    public void Mark(MarkerShape shape, float x, float y, float radius, SKColor colour)
    {
        using SKPath path = Pen.Outline(shape, x, y, Px(radius));
        using SKPaint edge = new() { Color = theme.Ground.WithAlpha(255), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Px(2) };
        using SKPaint fill = new() { Color = colour, IsAntialias = true };
        pen.Canvas.DrawPath(path, edge);
        pen.Canvas.DrawPath(path, fill);
    }

    public void Ring(float x, float y, float radius, SKColor colour, float width = 2)
    {
        using SKPaint paint = new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Px(width) };
        pen.Canvas.DrawCircle(x, y, Px(radius), paint);
    }

    public void Line(float x0, float y0, float x1, float y1, SKColor colour, float width = 1) => pen.Line(x0, y0, x1, y1, width, colour);

    /// <summary>A line through points, px; a point that is not a number is a gap.</summary>
    public void Curve(ReadOnlySpan<SKPoint> points, SKColor colour, float width)
    {
        using SKPathBuilder builder = new();
        bool down = false;
        foreach (SKPoint point in points)
        {
            bool there = float.IsFinite(point.X) && float.IsFinite(point.Y);
            if (there && down)
            {
                builder.LineTo(point);
            }
            else if (there)
            {
                builder.MoveTo(point);
            }

            down = there;
        }

        using SKPath path = builder.Detach();
        using SKPaint paint = new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Px(width), StrokeJoin = SKStrokeJoin.Round };
        pen.Canvas.DrawPath(path, paint);
    }

    public void Fill(SKRect box, SKColor colour, float corner = 0)
    {
        using SKPaint paint = new() { Color = colour, IsAntialias = true };
        pen.Canvas.DrawRoundRect(box, Px(corner), Px(corner), paint);
    }

    /// <summary>The line at the epoch shown, across a chart.</summary>
    public void Now(SKRect data, float share)
    {
        if (share is >= 0 and <= 1)
        {
            float x = data.Left + (share * data.Width);
            Line(x, data.Top, x, data.Bottom, theme.Accent, 1.5f);
        }
    }
}
