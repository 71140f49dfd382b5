using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What happened in the run, by time; a click goes there.</summary>
internal sealed class EventsPanel : ControlPanel
{
    private const int Most = 500;

    public override string Name => "events";

    public override string Title => "Events";

    public override SKSize Size => new(360, 300);

    public override object Key(ViewerModel model) => (model.Events, model.Now, model.LightTheme, model.Panels.Open.FirstOrDefault(p => p.Panel == this)?.Scroll);

    public override string? Missing(PanelState state) =>
        base.Missing(state) ?? (state.Window!.Events.Count == 0 ? "nothing happened in this run; the eclipses of a satellite are listed here when it is selected" : null);

    protected override IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area)
    {
        float y = area.Top, high = RowHeight * pen.Scale;
        // The last event that has begun is where time is.
        RunEvent? last = model.Events.LastOrDefault(e => e.From <= model.Now);
        foreach (RunEvent happened in model.Events.Take(Most))
        {
            yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), $"{EpochText.Short(happened.From)}   {happened.Text}", $"{happened.Line}: go there", m => m.GoToEvent(happened)) { Kind = ControlKind.Row, On = happened == last };
            y += high;
        }

        if (model.Events.Count > Most)
        {
            yield return new PanelControl(SKRect.Create(area.Left, y, area.Width, high), $"and {model.Events.Count - Most} more", "", null) { Kind = ControlKind.Text };
        }
    }

    protected override void Paint(Pen pen, ViewerModel model, PanelTheme theme, SKRect area)
    {
        using SKPaint paint = new() { IsAntialias = true };
        foreach ((PanelControl control, RunEvent happened) in Controls(pen, model.Panels.State, area).Zip(model.Events))
        {
            if (control.Box.Bottom > area.Top && control.Box.Top < area.Bottom)
            {
                paint.Color = TimeBar.ColourOf(happened.Kind, theme);
                pen.Canvas.DrawRect(SKRect.Create(control.Box.Left, control.Box.Top + (4 * pen.Scale), 3 * pen.Scale, control.Box.Height - (8 * pen.Scale)), paint);
            }
        }
    }
}
