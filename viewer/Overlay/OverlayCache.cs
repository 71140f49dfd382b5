using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Parts of the overlay that outlive a picture: written texts, and bitmaps that are drawn anew only when what they show has changed.</summary>
internal sealed class OverlayCache : IDisposable
{
    private const int MostParts = 24;

    private readonly Dictionary<object, (SKImage Image, long Used)> _parts = [];
    private long _clock;

    public TextCache Texts { get; } = new();

    /// <summary>Draws a part with its left upper corner at whole pixels; made when its key (compared by value) is new.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="key">All that its pixels depend on.</param>
    /// <param name="x">px.</param>
    /// <param name="y">Downward.</param>
    /// <param name="width">px.</param>
    /// <param name="height">px.</param>
    /// <param name="draw">Draws into a clear bitmap of that size.</param>
    public void Draw(SKCanvas canvas, object key, int x, int y, int width, int height, Action<SKCanvas> draw)
    {
        if (!_parts.TryGetValue(key, out (SKImage Image, long Used) part))
        {
            if (_parts.Count >= MostParts)
            {
                object oldest = _parts.MinBy(p => p.Value.Used).Key;
                _parts[oldest].Image.Dispose();
                _parts.Remove(oldest);
            }

            using SKSurface surface = SKSurface.Create(new SKImageInfo(Math.Max(1, width), Math.Max(1, height), SKColorType.Rgba8888, SKAlphaType.Premul));
            surface.Canvas.Clear(SKColors.Transparent);
            draw(surface.Canvas);
            part = (surface.Snapshot(), 0);
        }

        _parts[key] = part with { Used = ++_clock };
        canvas.DrawImage(part.Image, x, y, SKSamplingOptions.Default);
    }

    public void Dispose()
    {
        foreach ((SKImage image, _) in _parts.Values)
        {
            image.Dispose();
        }

        _parts.Clear();
        Texts.Dispose();
    }
}
