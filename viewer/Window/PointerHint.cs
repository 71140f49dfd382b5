using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The hint beside the pointer.</summary>
internal static class PointerHint
{
    public static void Draw(Pen pen, ViewerModel model)
    {
        if (model.Hint.Count == 0)
        {
            return;
        }

        const float Size = 13;
        float scale = pen.Scale, room = 0.6f * model.Width;
        string[] lines = [.. model.Hint.SelectMany(l => pen.Wrap(l, room, Size, lines: 3))];
        float wide = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            wide = Math.Max(wide, pen.Measure(lines[i], Size, bold: i == 0 && lines.Length > 1));
        }

        wide += 18 * scale;
        float high = (lines.Length * 18 * scale) + (10 * scale), away = 16 * scale;
        (double x, double y) = model.Pointer;
        // On the other side of the pointer where it would leave the window.
        double left = x + away + wide > model.Width ? Math.Max(0, x - away - wide) : x + away;
        double top = y + away + high > model.Height ? Math.Max(0, y - away - high) : y + away;
        FramePainter.Ground(pen, model.Theme, new ScreenBox(left, top, wide, high), bright: false);
        for (int i = 0; i < lines.Length; i++)
        {
            bool name = i == 0 && lines.Length > 1;
            pen.Plain(lines[i], (float)left + (9 * scale), (float)top + (18 * scale) + (i * 18 * scale), Size, name ? model.Theme.Accent : model.Theme.Bright, name);
        }
    }
}
