using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A line to type into, and what fits it.</summary>
internal sealed class SearchPanel : ControlPanel
{
    private const float Head = 34;

    public override string Name => "search";

    public override string Title => "Search";

    public override SKSize Size => new(460, 300);

    public override PanelDock Dock => PanelDock.Top;

    public override object Key(ViewerModel model) => (model.Search.Text, model.Search.Chosen, model.Search.Found.Count, model.LightTheme);

    protected override IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area)
    {
        float y = area.Top + (Head * pen.Scale), high = RowHeight * pen.Scale;
        IReadOnlyList<SearchEntry> found = model.Search.Found;
        for (int i = 0; i < found.Count; i++)
        {
            SearchEntry entry = found[i];
            yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), entry.Label, entry.Detail, m => m.GoTo(entry)) { Kind = ControlKind.Row, Detail = entry.Detail, On = i == model.Search.Chosen };
            y += high;
        }

        if (found.Count == 0)
        {
            string text = model.Search.Text.Length == 0 ? "PRN, SVN, name of a satellite, station or user, plane, block, clock" : "nothing fits";
            yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), text, "", null) { Kind = ControlKind.Text };
        }
    }

    protected override void Paint(Pen pen, ViewerModel model, PanelTheme theme, SKRect area)
    {
        SKRect box = SKRect.Create(area.Left, area.Top, area.Width, 27 * pen.Scale);
        using SKPaint edge = new() { Color = theme.Accent, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.2f * pen.Scale };
        pen.Canvas.DrawRoundRect(box, 4 * pen.Scale, 4 * pen.Scale, edge);
        float line = box.MidY + (5 * pen.Scale), left = box.Left + (9 * pen.Scale), end = left + pen.Measure(model.Search.Text, 15);
        pen.Plain(model.Search.Text, left, line, 15, theme.Bright);
        pen.Line(end + (2 * pen.Scale), box.Top + (5 * pen.Scale), end + (2 * pen.Scale), box.Bottom - (5 * pen.Scale), 1.4f, theme.Accent);
    }
}
