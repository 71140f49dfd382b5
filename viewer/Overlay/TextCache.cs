using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Texts as small bitmaps that are made once and then copied: most of what is written stays the same from picture to picture.</summary>
/// <remarks>
/// A text stands on whole pixels, so that its bitmap does not depend on what was written before. What was not used for longest goes first.
/// </remarks>
internal sealed class TextCache : IDisposable
{
    private const int Most = 1500;

    private readonly Dictionary<TextKey, (SKImage Image, int Left, int Top, long Used)> _texts = [];
    private readonly Dictionary<(string Text, float Size, bool Bold), float> _widths = [];
    private readonly Dictionary<(float Size, bool Bold), SKFont> _fonts = [];
    private long _clock;

    /// <summary>Draws a text with its dark shadow from a place on its base line, px.</summary>
    public void Draw(SKCanvas canvas, in TextKey key, float x, float y)
    {
        if (!_texts.TryGetValue(key, out (SKImage Image, int Left, int Top, long Used) text))
        {
            MakeRoom();
            text = Make(key);
        }

        _texts[key] = text with { Used = ++_clock };
        canvas.DrawImage(text.Image, MathF.Round(x) + text.Left, MathF.Round(y) + text.Top, SKSamplingOptions.Default);
    }

    /// <summary>Width of a text, px.</summary>
    public float Measure(string text, float size, bool bold)
    {
        if (!_widths.TryGetValue((text, size, bold), out float width))
        {
            if (_widths.Count > 4 * Most)
            {
                _widths.Clear();
            }

            _widths[(text, size, bold)] = width = FontOf(size, bold).MeasureText(text);
        }

        return width;
    }

    public void Dispose()
    {
        foreach ((SKImage image, _, _, _) in _texts.Values)
        {
            image.Dispose();
        }

        foreach (SKFont font in _fonts.Values)
        {
            font.Dispose();
        }

        _texts.Clear();
        _fonts.Clear();
    }

    private (SKImage Image, int Left, int Top, long Used) Make(in TextKey key)
    {
        SKFont font = FontOf(key.Size, key.Bold);
        int reach = (int)Math.Ceiling(key.Shadow) + 2, width = (int)Math.Ceiling(Measure(key.Text, key.Size, key.Bold)) + (2 * reach), rise = (int)Math.Ceiling(key.Size * 1.05f) + reach, height = rise + (int)Math.Ceiling(key.Size * 0.35f) + reach;
        using SKSurface surface = SKSurface.Create(new SKImageInfo(Math.Max(1, width), Math.Max(1, height), SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        Pen.Write(surface.Canvas, key.Text, reach, rise, font, key.Colour, key.Shadow, SKTextAlign.Left);
        return (surface.Snapshot(), -reach, -rise, 0);
    }

    private void MakeRoom()
    {
        if (_texts.Count >= Most)
        {
            foreach (TextKey old in _texts.OrderBy(t => t.Value.Used).Take(Most / 3).Select(t => t.Key).ToArray())
            {
                _texts[old].Image.Dispose();
                _texts.Remove(old);
            }
        }
    }

    private SKFont FontOf(float size, bool bold)
    {
        if (!_fonts.TryGetValue((size, bold), out SKFont? font))
        {
            _fonts[(size, bold)] = font = Pen.FontOf(size, bold);
        }

        return font;
    }
}
