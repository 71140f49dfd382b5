using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What goes on behind the window, over its lower edge: how far a run is, what is being opened, what went wrong.</summary>
internal static class SourceStatus
{
    private static readonly SKColor s_ground = new(0x0c, 0x14, 0x20, 0xe4), s_edge = new(0x3a, 0x48, 0x58);

    public static void Draw(Pen pen, ViewerModel model)
    {
        string status = model.Status;
        if (status.Length == 0)
        {
            return;
        }

        // Between the legend and the map.
        float scale = pen.Scale, width = model.Options.Width, size = 16, most = Math.Max(0.40f * width, Math.Min(width - (16 * scale), 300 * scale));
        string[] lines = [.. status.Split('\n').SelectMany(l => pen.Wrap(l, most - (32 * scale), size, lines: 6))];
        float wide = Math.Min(most, lines.Max(l => pen.Measure(l, size)) + (32 * scale)), high = ((lines.Length * 22) + 14) * scale;
        SKRect area = SKRect.Create((width - wide) / 2, model.Options.Height - high - (32 * scale), wide, high);
        using SKPaint ground = new() { Color = s_ground, IsAntialias = true }, edge = new() { Color = s_edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, scale) };
        pen.Canvas.DrawRoundRect(area, 6 * scale, 6 * scale, ground);
        pen.Canvas.DrawRoundRect(area, 6 * scale, 6 * scale, edge);
        float y = area.Top + (8 * scale);
        foreach (string line in lines)
        {
            y += 22 * scale;
            pen.Text(pen.Fit(line, wide - (32 * scale), size), area.Left + (16 * scale), y - (6 * scale), size, Pen.Bright);
        }
    }
}
