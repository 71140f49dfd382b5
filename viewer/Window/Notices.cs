using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Lines that the user should read: what a key did not find, why the scene is an older one.</summary>
internal static class Notices
{
    private const int MostLines = 3;

    public static void Draw(Pen pen, ViewerModel model)
    {
        float y = model.Height - (64 * pen.Scale);
        if (model.Problem.Length > 0)
        {
            y = Box(pen, model, $"this is an older scene: {model.Problem}", y, new SKColor(0xff, 0x9a, 0x70));
        }

        if (model.Notice.Length > 0)
        {
            Box(pen, model, model.Notice, y, PanelTheme.Dark.Accent);
        }
    }

    private static float Box(Pen pen, ViewerModel model, string text, float bottom, SKColor colour)
    {
        const float Size = 14;
        float scale = pen.Scale, room = Math.Max(10, (0.9f * model.Width) - (28 * scale));
        string[] lines = [.. pen.Wrap(text, room, Size, MostLines).Select(l => pen.Fit(l, room, Size))];
        float wide = lines.Max(l => pen.Measure(l, Size)) + (28 * scale), high = (lines.Length * 20 * scale) + (12 * scale);
        ScreenBox box = new(0.5 * (model.Width - wide), bottom - high, wide, high);
        FramePainter.Ground(pen, PanelTheme.Dark, box, bright: false);
        float y = (float)box.Top + (21 * scale);
        foreach (string line in lines)
        {
            pen.Plain(line, 0.5f * model.Width, y, Size, colour, align: SKTextAlign.Center);
            y += 20 * scale;
        }

        return (float)box.Top - (6 * scale);
    }
}
