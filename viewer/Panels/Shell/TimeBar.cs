using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The bar at the top: buttons of time, the epoch in three readings, the line of time with the events of the run, the menu of panels.</summary>
internal sealed class TimeBar : ControlPanel
{
    private const float Pad = 14, Near = 6;

    public override string Name => "time";

    public override string Title => "Time";

    public override SKSize Size => new(800, 100);

    public override PanelDock Dock => PanelDock.Top;

    public override object Key(ViewerModel model) => (model.Now, model.Time.Playing, model.Time.Backward, model.Time.Speed, model.Time.Span, model.Camera.Frame, model.Selected, model.Panels.Open.Count,
        string.Concat(model.Panels.Open.Select(p => p.Panel.Name)), model.Events.Count, model.LightTheme);

    protected override IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area)
    {
        float scale = pen.Scale;
        SKPoint at = new(area.Left + (Pad * scale), area.Top + (8 * scale));
        SKRect row = new(at.X, at.Y, area.Right - (Pad * scale), at.Y + (24 * scale));
        TimeControl time = model.Time;
        yield return Sign(ControlSign.First, "to the first epoch of the run", m => m.Go(m.Span.First));
        yield return Sign(ControlSign.Previous, "one epoch back  [,]", m => m.Step(-1));
        yield return time is { Playing: true, Backward: true } ? Sign(ControlSign.Pause, "pause  [Space]", m => m.TogglePlay(), true) : Sign(ControlSign.PlayBack, "play backward  [R, Space]", m => m.Time.Play(backward: true));
        yield return time is { Playing: true, Backward: false } ? Sign(ControlSign.Pause, "pause  [Space]", m => m.TogglePlay(), true) : Sign(ControlSign.Play, "play  [Space]", m => m.Time.Play(backward: false));
        yield return Sign(ControlSign.Next, "one epoch on  [.]", m => m.Step(1));
        yield return Sign(ControlSign.Last, "to the last epoch of the run", m => m.Go(m.Span.Last));
        at.X += 4 * scale;
        yield return Button("\u2212", "slower  [Page Down]", m => m.ChangeSpeed(-1));
        SKRect speed = SKRect.Create(at.X, at.Y, 76 * scale, 24 * scale);
        at.X = speed.Right + (5 * scale);
        yield return new PanelControl(speed, $"{EpochText.Span(time.Speed)}/s", "time of the run that passes in a second", null) { Kind = ControlKind.Button };
        yield return Button("+", "faster  [Page Up]", m => m.ChangeSpeed(1));
        if (at.X + (pen.Measure("now", ControlPainter.Size) + (20 * scale)) <= row.Right)
        {
            // A narrow bar leaves it to the key.
            yield return Button("now", "to the time of the clock on the wall, where the run reaches it  [N]", m => m.GoToNow());
        }

        SKRect clock = new(row.Left + (82 * scale), area.Top + (59 * scale), row.Right - (82 * scale), area.Top + (77 * scale));
        yield return new PanelControl(clock, "", "the epoch shown, in GPST, in UTC and as GPS week with seconds of the week", null) { Kind = ControlKind.Text };
        foreach (PanelControl item in Menu(pen, model, SKRect.Create(row.Left, area.Top + (81 * scale), row.Width, 24 * scale), PanelPlaces.IsNarrow(area.Width, scale) ? 2 : 1))
        {
            yield return item;
        }

        PanelControl Sign(ControlSign sign, string hint, Action<ViewerModel> run, bool on = false)
        {
            SKRect box = SKRect.Create(at.X, at.Y, 27 * scale, 24 * scale);
            at.X = box.Right + (4 * scale);
            return new PanelControl(box, "", hint, run) { Sign = sign, On = on };
        }

        PanelControl Button(string label, string hint, Action<ViewerModel> run) => new(Flow(pen, row, ref at, label), label, hint, run);
    }

    protected override void Paint(Pen pen, ViewerModel model, PanelTheme theme, SKRect area)
    {
        float scale = pen.Scale;
        SKRect line = Line(area, scale);
        float middle = line.MidY - (2 * scale), now = line.Left + (line.Width * (float)model.Time.Share);
        pen.Line(line.Left, middle, line.Right, middle, 4, theme.Edge);
        foreach (RunEvent happened in model.Events)
        {
            float x = line.Left + (line.Width * (float)Math.Clamp(model.Time.ShareOf(happened.From), 0, 1));
            SKColor colour = ColourOf(happened.Kind, theme);
            if (happened.Until is { } until)
            {
                float end = line.Left + (line.Width * (float)Math.Clamp(model.Time.ShareOf(until), 0, 1));
                pen.Line(x, middle, Math.Max(end, x + scale), middle, 7, colour.WithAlpha(0xa0));
            }

            pen.Line(x, middle - (7 * scale), x, middle + (7 * scale), 1.6f, colour);
        }

        pen.Line(line.Left, middle, now, middle, 2, theme.Accent);
        using SKPaint knob = new() { Color = theme.Accent, IsAntialias = true };
        pen.Canvas.DrawCircle(now, middle, 6.5f * scale, knob);
        float foot = line.Bottom + (11 * scale);
        string[] readings = [$"{EpochText.Full(model.Now, TimeScale.Gpst)} GPST", $"{EpochText.Full(model.Now, TimeScale.Utc)[11..]} UTC", EpochText.Week(model.Now)];
        float room = line.Width - (164 * scale);
        // What has no room is left to the hint.
        string clock = Enumerable.Range(0, 3).Select(i => string.Join("   \u00b7   ", readings[..^i])).FirstOrDefault(t => pen.Measure(t, 13.5f, bold: true) <= room) ?? "";
        pen.Plain(clock, line.MidX, foot, 13.5f, theme.Bright, bold: true, align: SKTextAlign.Center);
        pen.Plain(EpochText.Short(model.Span.First), line.Left, foot, 11.5f, theme.Faint);
        pen.Plain(EpochText.Short(model.Span.Last), line.Right, foot, 11.5f, theme.Faint, align: SKTextAlign.Right);
    }

    protected override PanelTarget? Elsewhere(Pen pen, ViewerModel model, SKRect area, float x, float y)
    {
        SKRect line = Line(area, pen.Scale);
        if (!line.Contains(x, y))
        {
            return null;
        }

        RunEvent? nearest = model.Events.Where(e => Math.Abs(Place(e) - x) <= Near * pen.Scale).OrderBy(e => Math.Abs(Place(e) - x)).FirstOrDefault();
        Epoch at = model.Span.First + Duration.FromSeconds(Math.Round((model.Span.Last - model.Span.First).TotalSeconds * Math.Clamp((x - line.Left) / line.Width, 0, 1)));
        return new PanelTarget(nearest is null ? $"{EpochText.Full(at, TimeScale.Gpst)} GPST" : nearest.Line);

        float Place(RunEvent e) => line.Left + (line.Width * (float)model.Time.ShareOf(e.From));
    }

    /// <summary>Colours of [Okabe08], told apart by everyone.</summary>
    internal static SKColor ColourOf(RunEventKind kind, PanelTheme theme) => kind switch
    {
        RunEventKind.Clock => new SKColor(0x56, 0xb4, 0xe9),
        RunEventKind.Fault => new SKColor(0xf0, 0x5a, 0x28),
        RunEventKind.Outage => new SKColor(0xf0, 0x5a, 0x28),
        RunEventKind.Eclipse => new SKColor(0xcc, 0x79, 0xa7),
        RunEventKind.Upload => new SKColor(0x2f, 0xbf, 0x9b),
        RunEventKind.Manoeuvre => new SKColor(0xe6, 0x9f, 0x00),
        _ => theme.Soft,
    };

    private static SKRect Line(SKRect area, float scale) =>
        new(area.Left + (Pad * scale), area.Top + (38 * scale), area.Right - (Pad * scale), area.Top + (58 * scale));

    /// <summary>A button for every panel, as wide as its word; where a row is too short they share it evenly.</summary>
    private static IEnumerable<PanelControl> Menu(Pen pen, ViewerModel model, SKRect row, int rows)
    {
        PanelHost host = model.Panels;
        float gap = 4 * pen.Scale;
        int first = 0, each = (host.Known.Count + rows - 1) / rows;
        foreach (IPanel[] part in host.Known.Chunk(each))
        {
            float[] widths = [.. part.Select(p => pen.Measure(Word(p), ControlPainter.Size) + (14 * pen.Scale))];
            float share = Math.Min(1, (row.Width - (gap * (part.Length - 1))) / widths.Sum()), x = row.Left;
            for (int i = 0; i < part.Length; i++)
            {
                IPanel panel = part[i];
                bool open = host.IsOpen(panel.Name);
                SKRect box = SKRect.Create(x, row.Top, widths[i] * share, row.Height);
                x = box.Right + gap;
                yield return new PanelControl(box, Word(panel), $"{(open ? "close" : "open")} {panel.Title.ToLowerInvariant()}  [{ViewerCommand.PanelKey(panel.Name, first + i)}]", m => m.TogglePanel(panel.Name)) { On = open };
            }

            first += part.Length;
            row.Offset(0, row.Height + gap);
        }
    }

    /// <summary>Titles are too long for a menu: names will do.</summary>
    internal static string Word(IPanel panel) => char.ToUpperInvariant(panel.Name[0]) + panel.Name[1..];
}
