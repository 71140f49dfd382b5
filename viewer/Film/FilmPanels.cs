using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Panels at the right of a film's pictures, one below the other, as far as there is room.</summary>
internal sealed class FilmPanels : IDisposable
{
    private readonly IReadOnlyList<IPanel> _known = ContentPanels.Create();

    public void Draw(SKCanvas canvas, int width, int height, IReadOnlyList<string> names, PanelState state)
    {
        float gap = 0.02f * height, top = gap, room = 0.36f * width, tall = 0.52f * height;
        foreach (IPanel panel in names.Select(n => _known.FirstOrDefault(p => p.Name == n)).OfType<IPanel>().Where(p => p.Missing(state) is null))
        {
            SKSize whole = PanelSheet.About(panel.Size);
            float scale = Math.Min(room / whole.Width, tall / whole.Height);
            SKRect box = SKRect.Create(width - gap - (scale * whole.Width), top, scale * whole.Width, scale * whole.Height);
            if (box.Bottom > 0.74f * height)
            {
                return;
            }

            using Pen pen = new(canvas, scale);
            canvas.Save();
            canvas.ClipRect(box);
            PanelSheet.Draw(pen, panel, state, box);
            canvas.Restore();
            using SKPaint edge = new() { Color = state.Theme.Edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, scale) };
            canvas.DrawRect(box, edge);
            top = box.Bottom + gap;
        }
    }

    public void Dispose()
    {
        foreach (IPanel panel in _known)
        {
            panel.Dispose();
        }
    }
}
