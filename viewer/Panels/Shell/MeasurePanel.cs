using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Range, direction and light time between two things that were clicked.</summary>
internal sealed class MeasurePanel : ControlPanel
{
    public override string Name => "measure";

    public override string Title => "Measure";

    public override SKSize Size => new(330, 190);

    public override object Key(ViewerModel model) => (model.Now, model.Measure.From, model.Measure.To, model.LightTheme);

    protected override IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area)
    {
        float y = area.Top, high = 22 * pen.Scale;
        foreach ((string label, string value) in model.Measure.Lines(model.Scene))
        {
            yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), label, "", null) { Kind = value.Length > 0 ? ControlKind.Row : ControlKind.Text, Detail = value };
            y += high;
        }

        SKPoint at = new(area.Left, y + (4 * pen.Scale));
        if (model.Measure.From is not null)
        {
            yield return new PanelControl(Flow(pen, area, ref at, "again"), "again", "choose two other things", m => m.Measure.Clear());
        }
    }
}
