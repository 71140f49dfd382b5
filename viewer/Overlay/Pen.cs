using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Text and shapes on a picture at its scale: sizes are those of a picture 1080 pixels high.</summary>
/// <param name="canvas">Where.</param>
/// <param name="scale">Of all sizes.</param>
/// <param name="texts">Written texts to copy; null: each text is written anew, as a canvas needs that keeps text as text.</param>
internal sealed class Pen(SKCanvas canvas, float scale, TextCache? texts = null) : IDisposable
{
    public static readonly SKColor Bright = new(0xf2, 0xf5, 0xf8), Soft = new(0xc3, 0xcc, 0xd6), Faint = new(0x8a, 0x96, 0xa3), Shadow = new(0x04, 0x07, 0x0d, 0xd0);

    private readonly Dictionary<(float, bool), SKFont> _fonts = [];

    public SKCanvas Canvas => canvas;

    public float Scale => scale;

    /// <summary>Whether the canvas keeps shapes, so that nothing may be drawn as pixels.</summary>
    public bool Vector { get; init; }

    /// <summary>Width of a text, px.</summary>
    public float Measure(string text, float size, bool bold = false) => texts is null ? Font(size, bold).MeasureText(text) : texts.Measure(text, size * scale, bold);

    /// <summary>Text with a dark shadow about it, so that it reads on anything. Place: px, base line.</summary>
    public void Text(string text, float x, float y, float size, SKColor colour, bool bold = false, SKTextAlign align = SKTextAlign.Left)
    {
        float about = Math.Max(2, 3 * scale);
        if (texts is null)
        {
            Write(canvas, text, x, y, Font(size, bold), colour, about, align);
            return;
        }

        float back = align == SKTextAlign.Left ? 0 : Measure(text, size, bold) * (align == SKTextAlign.Center ? 0.5f : 1);
        texts.Draw(canvas, new TextKey(text, size * scale, bold, colour, about), x - back, y);
    }

    /// <summary>Writes a text with its shadow.</summary>
    internal static void Write(SKCanvas canvas, string text, float x, float y, SKFont font, SKColor colour, float about, SKTextAlign align)
    {
        using SKPaint shadow = new() { Color = Shadow, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = about, StrokeJoin = SKStrokeJoin.Round };
        using SKPaint fill = new() { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, shadow);
        canvas.DrawText(text, x, y, align, font, fill);
    }

    /// <summary>Text without a shadow, for grounds of one colour. Place: px, base line.</summary>
    public void Plain(string text, float x, float y, float size, SKColor colour, bool bold = false, SKTextAlign align = SKTextAlign.Left)
    {
        using SKPaint fill = new() { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, Font(size, bold), fill);
    }

    internal static SKFont FontOf(float size, bool bold) => new(bold ? Fonts.Bold : Fonts.Regular, size) { Edging = SKFontEdging.Antialias, Subpixel = true };

    /// <summary>The longest beginning of a text that fits, with an ellipsis where something is left out.</summary>
    public string Fit(string text, float width, float size, bool bold = false)
    {
        string kept = text;
        while (kept.Length > 1 && Measure(kept.Length < text.Length ? kept + "\u2026" : kept, size, bold) > width)
        {
            kept = kept[..^1].TrimEnd();
        }

        return kept.Length < text.Length ? kept + "\u2026" : kept;
    }

    /// <summary>A text broken between words into lines that fit; what does not go into the given lines stays in the last.</summary>
    public IEnumerable<string> Wrap(string text, float width, float size, int lines, bool bold = false)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + ' ' + word;
            if (lines > 1 && line.Length > 0 && Measure(longer, size, bold) > width)
            {
                yield return line;
                (line, lines) = (word, lines - 1);
                continue;
            }

            line = longer;
        }

        yield return line;
    }

    public void Marker(MarkerShape shape, float x, float y, float radius, SKColor colour)
    {
        using SKPath path = Outline(shape, x, y, radius * scale);
        using SKPaint edge = new() { Color = Shadow, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2.4f * scale };
        using SKPaint fill = new() { Color = colour, IsAntialias = true };
        canvas.DrawPath(path, edge);
        canvas.DrawPath(path, fill);
    }

    public void Line(float x0, float y0, float x1, float y1, float width, SKColor colour)
    {
        using SKPaint paint = new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width * scale };
        canvas.DrawLine(x0, y0, x1, y1, paint);
    }

    public static SKColor ColourOf(Rgb c, byte alpha = 255) => new((byte)Math.Round(c.Red * 255), (byte)Math.Round(c.Green * 255), (byte)Math.Round(c.Blue * 255), alpha);

    public void Dispose()
    {
        foreach (SKFont font in _fonts.Values)
        {
            font.Dispose();
        }
    }

    /// <summary>The same shapes as in the marker shader.</summary>
    internal static SKPath Outline(MarkerShape shape, float x, float y, float r)
    {
        using SKPathBuilder builder = new();
        switch (shape)
        {
            case MarkerShape.Square:
                builder.AddRect(new SKRect(x - (0.88f * r), y - (0.88f * r), x + (0.88f * r), y + (0.88f * r)));
                break;
            case MarkerShape.Diamond:
                builder.AddPoly([new(x, y - (1.26f * r)), new(x + (1.26f * r), y), new(x, y + (1.26f * r)), new(x - (1.26f * r), y)], close: true);
                break;
            case MarkerShape.Triangle:
                builder.AddPoly([new(x, y - (1.44f * r)), new(x + (1.247f * r), y + (0.72f * r)), new(x - (1.247f * r), y + (0.72f * r))], close: true);
                break;
            default:
                builder.AddCircle(x, y, r);
                break;
        }

        return builder.Detach();
    }

    private SKFont Font(float size, bool bold)
    {
        if (!_fonts.TryGetValue((size, bold), out SKFont? font))
        {
            _fonts[(size, bold)] = font = FontOf(size * scale, bold);
        }

        return font;
    }
}
