using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>All keys and what the mouse does, by group.</summary>
internal sealed class HelpPanel : ControlPanel
{
    private const float Line = 21;

    public override string Name => "help";

    public override string Title => "Help";

    public override SKSize Size => new(1180, 540);

    public override PanelDock Dock => PanelDock.Centre;

    public override object Key(ViewerModel model) => (model.LightTheme, model.Panels.Open.FirstOrDefault(p => p.Panel == this)?.Scroll);

    protected override IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area)
    {
        float scale = pen.Scale, high = Line * scale;
        (string Group, (string Label, string Text)[] Rows)[] groups = [.. ViewerCommand.Groups()];
        int columns = Math.Clamp((int)(area.Width / (310 * scale)), 1, 3), total = groups.Sum(g => g.Rows.Length + 2);
        float wide = area.Width / columns, y = area.Top;
        int column = 0, used = 0;
        foreach ((string group, (string Label, string Text)[] rows) in groups)
        {
            // A group is not torn apart: it begins the next column where most of it would lie beyond this one's share.
            if (column < columns - 1 && used + (0.7 * rows.Length) > (column + 1.0) * total / columns)
            {
                (column, y) = (column + 1, area.Top);
            }

            float left = area.Left + (column * wide);
            yield return new PanelControl(SKRect.Create(left, y, wide, high), group, "", null) { Kind = ControlKind.Heading };
            foreach ((string label, string text) in rows)
            {
                y += high;
                yield return new PanelControl(SKRect.Create(left, y, 96 * scale, high), label, "", null) { Kind = ControlKind.Row };
                yield return new PanelControl(SKRect.Create(left + (96 * scale), y, wide - (102 * scale), high), text, "", null) { Kind = ControlKind.Text };
            }

            y += 1.5f * high;
            used += rows.Length + 2;
        }
    }
}
