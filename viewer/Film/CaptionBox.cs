using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Draws a caption at the foot of a picture, in the middle.</summary>
internal static class CaptionBox
{
    private const float TitleSize = 24, TextSize = 20, NoteSize = 15, Padding = 22, LineHeight = 1.36f;

    /// <summary>Of the picture's width: between legend and scale of colours.</summary>
    private const float Middle = 0.517f;

    private static readonly SKColor s_ground = new(0x0a, 0x11, 0x1c, 0xd8), s_edge = new(0x3a, 0x48, 0x58), s_title = new(0xf0, 0xe4, 0x42);

    /// <param name="canvas">Of the picture.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="caption">The text.</param>
    /// <param name="opacity">0 to 1.</param>
    /// <param name="lift">Room that is left free below it, px.</param>
    public static void Draw(SKCanvas canvas, int width, int height, FilmCaption caption, double opacity = 1, float lift = 0)
    {
        if (opacity <= 0 || (caption.Title.Length == 0 && caption.Text.Length == 0))
        {
            return;
        }

        float scale = Scale(width, height);
        using Pen pen = new(canvas, scale);
        (SKRect box, string[] lines) = Lay(pen, width, height, caption, lift);
        float room = box.Width - (2 * Padding * scale);
        using SKPaint layer = new() { Color = SKColors.White.WithAlpha((byte)Math.Round(255 * Math.Min(opacity, 1))) };
        canvas.SaveLayer(layer);
        using (SKPaint ground = new() { Color = s_ground, IsAntialias = true })
        using (SKPaint edge = new() { Color = s_edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, 1.2f * scale) })
        {
            canvas.DrawRoundRect(box, 8 * scale, 8 * scale, ground);
            canvas.DrawRoundRect(box, 8 * scale, 8 * scale, edge);
        }

        float left = box.Left + (Padding * scale), y = box.Top + ((Padding - 4) * scale);
        if (caption.Title.Length > 0)
        {
            y += TitleSize * scale;
            float note = caption.Note.Length > 0 ? pen.Measure(caption.Note, NoteSize) + (20 * scale) : 0;
            pen.Text(pen.Fit(caption.Title, room - note, TitleSize, bold: true), left, y, TitleSize, s_title, bold: true);
            pen.Text(caption.Note, box.Right - (Padding * scale), y, NoteSize, Pen.Faint, align: SKTextAlign.Right);
            y += ((TitleSize * (LineHeight - 1)) + 4) * scale;
        }

        foreach (string line in lines)
        {
            y += TextSize * scale;
            pen.Text(line, left, y, TextSize, Pen.Bright);
            y += TextSize * (LineHeight - 1) * scale;
        }

        canvas.Restore();
    }

    /// <summary>Upper edge of a caption, px; that below the picture where there is nothing to read.</summary>
    /// <param name="width">Of the picture, px.</param>
    /// <param name="height">Of the picture, px.</param>
    /// <param name="caption">The text.</param>
    /// <param name="lift">Room that is left free below it, px.</param>
    public static float Top(int width, int height, FilmCaption caption, float lift)
    {
        using SKNoDrawCanvas nowhere = new(1, 1);
        using Pen pen = new(nowhere, Scale(width, height));
        return caption.Title.Length == 0 && caption.Text.Length == 0 ? height : Lay(pen, width, height, caption, lift).Box.Top;
    }

    private static (SKRect Box, string[] Lines) Lay(Pen pen, int width, int height, FilmCaption caption, float lift)
    {
        float scale = pen.Scale, wide = Math.Min(0.94f * width, Math.Max(0.47f * width, Math.Min(width - 40, 620 * scale))), room = wide - (2 * Padding * scale);
        string[] lines = [.. caption.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(p => pen.Wrap(p, room, TextSize, lines: 12))];
        float titleHeight = caption.Title.Length > 0 ? (TitleSize * LineHeight) + 4 : 0, tall = ((2 * Padding) - 8 + titleHeight + (lines.Length * TextSize * LineHeight)) * scale;
        // In pictures less wide than usual the flat map reaches farther to the left.
        float picture = GlobePicture.ScaleOf(width, height), map = width - (36 * picture) - Math.Min(424 * picture, 0.30f * width) - (6 * picture);
        float left = Math.Min((Middle * width) - (0.5f * wide), Math.Max(0.2f * width, map - wide));
        return (SKRect.Create(Math.Min(left, width - wide - 8), height - tall - (26 * scale) - lift, wide, tall), lines);
    }

    /// <summary>Larger than that of the picture in small ones: what is to be read aloud must be read.</summary>
    private static float Scale(int width, int height) => Math.Max(0.5f, Math.Min(width / 1400f, height / 900f));
}
