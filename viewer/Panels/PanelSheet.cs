using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A panel alone on its page: ground, title and epoch, and the area that is left for its content.</summary>
internal static class PanelSheet
{
    private const float Side = 14, Head = 40, Foot = 12;

    /// <summary>Size of the whole panel about content of a size, px at scale 1.</summary>
    public static SKSize About(SKSize content) => new(content.Width + (2 * Side), content.Height + Head + Foot);

    /// <summary>What is left inside.</summary>
    public static SKRect Inside(SKRect frame, float scale) => new(frame.Left + (Side * scale), frame.Top + (Head * scale), frame.Right - (Side * scale), frame.Bottom - (Foot * scale));

    public static void Draw(Pen pen, IPanel panel, PanelState state, SKRect frame)
    {
        Ink ink = new(pen, state.Theme);
        using SKPaint ground = new() { Color = state.Theme.Ground.WithAlpha(255), IsAntialias = true };
        pen.Canvas.DrawRect(frame, ground);
        ink.Fitted(panel.Title, frame.Left + ink.Px(Side), frame.Top + ink.Px(26), frame.Width * 0.6f, state.Theme.Bright, Ink.Strong, bold: true);
        ink.Text(PanelWords.Time(state.Scene.Epoch), frame.Right - ink.Px(Side), frame.Top + ink.Px(26), state.Theme.Soft, Ink.Usual, align: SKTextAlign.Right);
        SKRect inside = Inside(frame, pen.Scale);
        if (panel.Missing(state) is { } missing)
        {
            ink.Lines(missing, inside.Left, inside.Top + ink.Px(Ink.Usual), inside.Width, state.Theme.Soft, Ink.Usual, 6);
            return;
        }

        panel.Draw(pen, state, inside);
    }
}
