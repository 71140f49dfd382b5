using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What the globe shows: layers to tick, the colour map to choose, and how the window looks.</summary>
internal sealed class LayersPanel : ControlPanel
{
    public override string Name => "layers";

    public override string Title => "Layers";

    public override SKSize Size => new(310, 560);

    public override object Key(ViewerModel model) => (model.Layers, model.Camera.Frame, model.LightTheme, model.UiScale, model.Panels.Open.FirstOrDefault(p => p.Panel == this)?.Scroll);

    protected override IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area)
    {
        float y = area.Top, high = RowHeight * pen.Scale;
        foreach ((string heading, LayerChoice[] choices) in LayerChoice.Groups())
        {
            yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), heading, "", null) { Kind = ControlKind.Heading };
            y += high;
            // As many columns as have room for the longest word of the group.
            int columns = Math.Clamp((int)(area.Width / (choices.Max(c => pen.Measure(c.Label, ControlPainter.Size)) + (34 * pen.Scale))), 1, 3);
            for (int i = 0; i < choices.Length; i++)
            {
                LayerChoice choice = choices[i];
                SKRect box = SKRect.Create(area.Left + (i % columns * area.Width / columns), y + (i / columns * high), area.Width / columns, high);
                yield return new PanelControl(box, choice.Label, choice.Hint, m => choice.Choose(m)) { Kind = choice.IsOneOfMany ? ControlKind.Choice : ControlKind.Check, On = choice.IsOn(model.Layers) };
            }

            y += (((choices.Length + columns - 1) / columns) * high) + (4 * pen.Scale);
        }

        yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), "Window", "", null) { Kind = ControlKind.Heading };
        y += high;
        SKPoint at = new(area.Left, y + (2 * pen.Scale));
        foreach ((string label, string hint, Action<ViewerModel> run) in Window(model))
        {
            yield return new PanelControl(Flow(pen, area, ref at, label), label, hint, run);
        }
    }

    private static IEnumerable<(string Label, string Hint, Action<ViewerModel> Run)> Window(ViewerModel model)
    {
        yield return (model.LightTheme ? "dark panels" : "light panels", "change the colours of panels  [Y]", m => m.ToggleTheme());
        yield return ("text \u2212", "smaller text and panels  [Ctrl -]", m => m.ChangeUiScale(-1));
        yield return ("text +", "larger text and panels  [Ctrl +]", m => m.ChangeUiScale(1));
        yield return (model.Camera.Frame == Geodesy.ReferenceFrame.Itrf ? "stand with the stars" : "turn with the Earth", "frame of the camera  [F]", m => m.ToggleFrame());
        yield return ("home", "back to the first view  [Home]", m => m.GoHome());
        yield return ("picture", "save the picture as PNG in the current folder  [P]", m => m.AskForPicture());
        yield return ("panels as SVG", "write the open panels about the run as SVG in the current folder  [Shift P]", m => m.AskForPanels());
        yield return ("tidy", "put moved panels back to the sides  [Z]", m => m.Panels.Tidy());
    }
}
