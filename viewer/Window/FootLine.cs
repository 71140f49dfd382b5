using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>At the foot of the window: place and value under the pointer, and the keys that fit what is going on.</summary>
internal static class FootLine
{
    public static void Draw(Pen pen, ViewerModel model)
    {
        float scale = pen.Scale, picture = GlobePicture.ScaleOf(model.Width, model.Height);
        // Between the legend and the scale of colours.
        float left = Math.Max(330 * picture, 0.22f * model.Width), right = model.Width - Math.Max(470 * picture, 0.24f * model.Width);
        if (right - left < 180 * scale)
        {
            return;
        }

        float middle = 0.5f * (left + right), y = model.Height - (13 * scale);
        Row(Keys(model), 12, PanelTheme.Dark.Soft);
        if (model.Pointed is { } pointed)
        {
            Row(string.Join("    ", HintText.OfGround(pointed, model.Scene.Map)), 13.5f, PanelTheme.Dark.Bright);
        }

        void Row(string text, float size, SKColor colour)
        {
            pen.Text(pen.Fit(text, right - left, size), middle, y, size, colour, align: SKTextAlign.Center);
            y -= 20 * scale;
        }
    }

    /// <summary>Keys for what is open or selected.</summary>
    internal static string Keys(ViewerModel model) =>
        model.Search.Active ? "type; arrows choose, Enter goes there, Esc leaves"
        : model.Panels.Focused is not null ? "arrows choose, Enter works, Ctrl arrows move, Del closes, F6 next, Esc leaves"
        : model.Panels.IsOpen("measure") ? "click two things; Esc leaves measuring"
        : model.Camera.Target is { Kind: CameraTargetKind.FromSite } ? "drag looks around, wheel changes the lens, B or Esc leaves the place"
        : model.Camera.Target is not null ? "drag turns about the satellite, V or Esc leaves it"
        : model.Selected is not null ? "Enter flies there, V flies with it, Tab next, D deselects"
        : model.Site is not null ? "B stands at the place, Enter flies there, D forgets it"
        : "F1 keys   / search   1 layers   Space play   double click picks a place";
}
