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
        float lower = model.Height;
        if (model.Scene.Beside is not null)
        {
            // In the middle is the scale of the first of two pictures.
            int part = model.Width / 2;
            float small = GlobePicture.ScaleOf(part, model.Height);
            lower -= model.Scene.Map is null ? 0 : (118 * small) + (model.Layers.FlatMap ? 0.5f * Math.Min(424 * small, 0.30f * part) : 0);
            (left, right) = (0.1f * model.Width, 0.9f * model.Width);
        }

        foreach (OpenPanel open in model.Panels.Open.Where(p => p.Box.Bottom > lower - (48 * scale)))
        {
            // Between panels that reach down to it.
            bool before = open.Box.Left + open.Box.Right < model.Width;
            (left, right) = before ? (Math.Max(left, (float)open.Box.Right + (8 * scale)), right) : (left, Math.Min(right, (float)open.Box.Left - (8 * scale)));
        }

        if (right - left < 180 * scale)
        {
            return;
        }

        float middle = 0.5f * (left + right), y = lower - (12 * scale);
        float room = right - left - (20 * scale);
        List<(string Text, float Size, SKColor Colour)> rows = [(pen.Fit(Keys(model), room, 12), 12, PanelTheme.Dark.Soft)];
        if (model.Pointed is { } pointed)
        {
            string ground = string.Join("    ", HintText.OfGround(pointed, model.Scene.Map));
            ground = pen.Measure(ground, 13.5f) <= room ? ground : HintText.OfGroundBriefly(pointed, model.Scene.Map);
            rows.Add((pen.Fit(ground, room, 13.5f), 13.5f, PanelTheme.Dark.Bright));
        }

        // Names of satellites and lines of orbits may lie below.
        float wide = rows.Max(r => pen.Measure(r.Text, r.Size)) + (20 * scale), high = ((20 * rows.Count) + 5) * scale;
        using SKPaint fill = new() { Color = PanelTheme.Dark.Ground.WithAlpha(0xd0), IsAntialias = true };
        pen.Canvas.DrawRoundRect(SKRect.Create(middle - (0.5f * wide), lower - high - (3 * scale), wide, high), 6 * scale, 6 * scale, fill);
        foreach ((string text, float size, SKColor colour) in rows)
        {
            pen.Plain(text, middle, y, size, colour, align: SKTextAlign.Center);
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
        : model.Lesson is { } lesson ? lesson.AtLast ? "[ step before   the last step   drag looks around" : "] next step   [ step before   drag looks around"
        : model.Selected is not null ? "Enter flies there, V flies with it, Tab next, D deselects"
        : model.Site is not null ? "B stands at the place, Enter flies there, D forgets it"
        : "F1 keys   / search   1 layers   Space play   double click picks a place";
}
