using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The frame about a panel: how high its title is, where its content lies and where it is closed. Lengths at scale 1.</summary>
internal static class PanelChrome
{
    public const float Title = 28, Pad = 10, Corner = 14, LeastWidth = 160, LeastHeight = 90;

    /// <summary>Size with frame for a content of a size.</summary>
    public static (double Width, double Height) Around(SKSize content) => (content.Width + (2 * Pad), content.Height + Title + Pad);

    public static SKRect Content(ScreenBox box, float scale) =>
        new((float)box.Left + (Pad * scale), (float)box.Top + (Title * scale), (float)box.Right - (Pad * scale), (float)box.Bottom - (Pad * scale));

    public static SKRect CloseButton(ScreenBox box, float scale) =>
        SKRect.Create((float)box.Right - (26 * scale), (float)box.Top + (3 * scale), 22 * scale, 22 * scale);

    public static PanelPart PartAt(ScreenBox box, float scale, double x, double y)
    {
        if (!box.Contains(x, y))
        {
            return PanelPart.None;
        }

        return CloseButton(box, scale).Contains((float)x, (float)y) ? PanelPart.Close
            : y < box.Top + (Title * scale) ? PanelPart.Title
            : x > box.Right - (Corner * scale) && y > box.Bottom - (Corner * scale) ? PanelPart.Corner
            : PanelPart.Body;
    }
}
