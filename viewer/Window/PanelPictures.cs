using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Pictures of panels, kept as long as what they depend on stays the same.</summary>
internal sealed class PanelPictures : IDisposable
{
    private readonly Dictionary<IPanel, (object Key, SKImage Image)> _kept = [];
    private readonly HashSet<IPanel> _used = [];

    /// <summary>How many pictures have been drawn and not copied.</summary>
    public int Drawn { get; private set; }

    public void Begin() => _used.Clear();

    /// <summary>Forgets the pictures of panels that were not drawn since <see cref="Begin"/>.</summary>
    public void End()
    {
        foreach (IPanel panel in _kept.Keys.Where(p => !_used.Contains(p)).ToArray())
        {
            _kept[panel].Image.Dispose();
            _kept.Remove(panel);
        }
    }

    /// <summary>Puts the picture of a panel on the canvas; draws it where the key is another one than before.</summary>
    /// <param name="canvas">Of the window.</param>
    /// <param name="panel">Whose picture.</param>
    /// <param name="box">Where, px.</param>
    /// <param name="scale">Of text and lines.</param>
    /// <param name="key">What the picture depends on beside place and scale: equal keys, equal pictures.</param>
    /// <param name="draw">Draws it in coordinates of the window.</param>
    public void Draw(SKCanvas canvas, IPanel panel, ScreenBox box, float scale, object key, Action<Pen> draw)
    {
        key = (box, scale, key);
        _used.Add(panel);
        // Whole pixels: text drawn once and copied must not be smeared.
        int left = (int)Math.Floor(box.Left), top = (int)Math.Floor(box.Top);
        if (!_kept.TryGetValue(panel, out (object Key, SKImage Image) kept) || !kept.Key.Equals(key))
        {
            kept.Image?.Dispose();
            _kept[panel] = kept = (key, Picture(left, top, (int)Math.Ceiling(box.Right) - left + 1, (int)Math.Ceiling(box.Bottom) - top + 1, scale, draw));
            Drawn++;
        }

        canvas.DrawImage(kept.Image, left, top, SKSamplingOptions.Default);
    }

    public void Dispose()
    {
        foreach ((_, SKImage image) in _kept.Values)
        {
            image.Dispose();
        }

        _kept.Clear();
    }

    private static SKImage Picture(int left, int top, int width, int height, float scale, Action<Pen> draw)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(Math.Max(1, width), Math.Max(1, height), SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Translate(-left, -top);
        using (Pen pen = new(surface.Canvas, scale))
        {
            draw(pen);
        }

        return surface.Snapshot();
    }
}
