using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Draws the frame of a panel: ground, edge, title, the button that closes it, the corner that resizes it.</summary>
internal static class FramePainter
{
    public static void Draw(Pen pen, PanelTheme theme, ScreenBox box, string title, bool focused, bool folded = false)
    {
        float scale = pen.Scale;
        Ground(pen, theme, box, focused);
        float line = (float)box.Top + (19 * scale);
        pen.Plain(pen.Fit(title, (float)box.Width - (50 * scale), 14, bold: true), (float)box.Left + (PanelChrome.Pad * scale), line, 14, focused ? theme.Accent : theme.Bright, bold: true);
        SKRect close = PanelChrome.CloseButton(box, scale);
        float r = 4.5f * scale;
        pen.Line(close.MidX - r, close.MidY - r, close.MidX + r, close.MidY + r, 1.6f, theme.Soft);
        pen.Line(close.MidX - r, close.MidY + r, close.MidX + r, close.MidY - r, 1.6f, theme.Soft);
        for (int i = 1; i <= 2 && !folded; i++)
        {
            float d = i * 4 * scale, right = (float)box.Right - (3 * scale), bottom = (float)box.Bottom - (3 * scale);
            pen.Line(right - d, bottom, right, bottom - d, 1, theme.Faint);
        }
    }

    public static void Ground(Pen pen, PanelTheme theme, ScreenBox box, bool bright)
    {
        float half = 0.5f * Math.Max(1, pen.Scale);
        SKRect rectangle = new((float)box.Left + half, (float)box.Top + half, (float)box.Right - half, (float)box.Bottom - half);
        using SKPaint fill = new() { Color = theme.Ground.WithAlpha(Math.Max(theme.Ground.Alpha, (byte)0xf4)), IsAntialias = true };
        using SKPaint edge = new() { Color = bright ? theme.Accent : theme.Edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, pen.Scale) };
        pen.Canvas.DrawRoundRect(rectangle, 7 * pen.Scale, 7 * pen.Scale, fill);
        pen.Canvas.DrawRoundRect(rectangle, 7 * pen.Scale, 7 * pen.Scale, edge);
    }

    /// <summary>Why there is nothing to show.</summary>
    public static void Missing(Pen pen, PanelTheme theme, SKRect area, string text)
    {
        string[] lines = [.. pen.Wrap(text, area.Width - (20 * pen.Scale), 13.5f, lines: 5)];
        float y = area.MidY - (9 * pen.Scale * (lines.Length - 1));
        foreach (string line in lines)
        {
            pen.Plain(line, area.MidX, y, 13.5f, theme.Soft, align: SKTextAlign.Center);
            y += 18 * pen.Scale;
        }
    }
}
