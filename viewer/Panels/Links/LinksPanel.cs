using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The crosslinks at the epoch shown: a matrix of all pairs, the slots of the selected satellite now and over the run, and the ways of messages to the ground.</summary>
internal sealed class LinksPanel : IPanel, IPanelSeries
{
    private const float MatrixShare = 0.52f, Label = 46, Head = 20, Box = 24;

    private readonly Kept<Tuple<LinksContent?>> _content = new();
    private readonly ChartCache _charts = new();

    public string Name => "links";

    public string Title => "Links";

    public SKSize Size => new(960, 600);

    public string? Missing(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        return tables.Folder is null ? PanelWords.NoRun : PanelWords.Guarded(() => tables.Rounds is null ? "the run has no crosslinks" : Content(state) is null ? "no link has been measured yet at this epoch" : null);
    }

    public LinksContent? Content(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        MeasuredRound? round = tables.Rounds?.At(state.Scene.Epoch);
        return _content.Get((tables, round), () => Tuple.Create(LinksContent.Of(state.Source, tables, round))).Item1;
    }

    public void Draw(Pen pen, PanelState state, SKRect area)
    {
        Ink ink = new(pen, state.Theme);
        LinksContent content = Content(state)!;
        int slot = content.SlotAt(state.Scene.Epoch);
        LinkMatrix matrix = Matrix(pen, area, content);
        string? selected = state.Selected?.ToString();
        ink.Fitted($"Round from {PanelWords.Clock(content.Start)}:{content.Start.ToString(TimeScale.Gpst, 0).AsSpan(17, 2)}, slot {slot + 1} of {content.Slots} ({PanelWords.Number(content.SlotLength, "0.##")} s each)", area.Left, area.Top + ink.Px(13), area.Width * MatrixShare, state.Theme.Bright);
        matrix.Draw(ink, slot, selected);
        float x = area.Left, y = Math.Min(area.Bottom - ink.Px(4), matrix.Bottom + ink.Px(20));
        foreach ((PairState kind, string name) in new[] { (PairState.Ranging, "ranging now"), (PairState.Scheduled, "in this round"), (PairState.Lost, "lost"), (PairState.Free, "in view"), (PairState.Blocked, "blocked") })
        {
            float wide = ink.Px(30) + pen.Measure(name, Ink.Small);
            if (x > area.Left && x + wide - ink.Px(12) > area.Left + (area.Width * MatrixShare))
            {
                (x, y) = (area.Left, y + ink.Px(17));
            }

            ink.Fill(new SKRect(x, y - ink.Px(10), x + ink.Px(12), y + ink.Px(1)), LinkMatrix.ColourOf(kind, state.Theme));
            ink.Text(name, x + ink.Px(17), y, state.Theme.Soft, Ink.Small);
            x += wide;
        }

        SKRect side = Side(pen, area);
        if (selected is null || content.IndexOf(selected) < 0)
        {
            float after = ink.Lines(PanelWords.NoSatellite, side.Left, side.Top + ink.Px(13), side.Width, state.Theme.Soft, Ink.Usual);
            DrawRoutes(ink, content, state, side with { Top = after + ink.Px(8) });
            return;
        }

        DrawSlots(ink, content, state, side, slot, selected);
        SKRect over = OverRun(pen, area, content);
        ink.Fitted($"{selected} over the run", over.Left, over.Top - ink.Px(5), over.Width, state.Theme.Soft, Ink.Usual, bold: true);
        PanelChart chart = Chart(pen, state, over);
        chart.Draw(pen, over.Left, over.Top);
        ink.Now(chart.Data(pen, over.Left, over.Top), (float)SourceTables.Of(state.Source).ShareOf(state.Scene.Epoch));
        DrawRoutes(ink, content, state, side with { Top = over.Bottom + ink.Px(4) });
    }

    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        if (Missing(state) is not null)
        {
            return null;
        }

        LinksContent content = Content(state)!;
        int slot = content.SlotAt(state.Scene.Epoch);
        string? selected = state.Selected?.ToString();
        if (Matrix(pen, area, content).At(x, y) is { } pair)
        {
            string other = content.Nodes[pair.Row] == selected || pair.Row >= content.Satellites ? content.Nodes[pair.Column] : content.Nodes[pair.Row];
            return new($"{content.Nodes[pair.Row]} \u2013 {content.Nodes[pair.Column]}: {content.Describe(pair.Row, pair.Column, slot)}", IdOf(other));
        }

        if (selected is null || content.IndexOf(selected) < 0)
        {
            return null;
        }

        SKRect side = Side(pen, area);
        IReadOnlyList<IReadOnlyList<string>> partners = content.Partners(selected);
        for (int k = 0; k < content.Slots; k++)
        {
            if (SlotBox(pen, side, content, k).Contains(x, y))
            {
                string who = partners[k].Count == 0 ? "idle" : string.Join(", ", partners[k]);
                return new($"{selected}, slot {k + 1}: {who}", partners[k].Count > 0 ? IdOf(partners[k][0]) : null);
            }
        }

        SKRect over = OverRun(pen, area, content), data = Chart(pen, state, over).Data(pen, over.Left, over.Top);
        return data.Contains(x, y) ? new(PanelWords.Clock(SourceTables.Of(state.Source).At((x - data.Left) / data.Width)), Epoch: SourceTables.Of(state.Source).At((x - data.Left) / data.Width)) : null;
    }

    public TableColumn[] Columns => TableColumn.From("epoch_gpst,slot,node_a,node_b", text: ["node_a", "node_b"], integer: ["slot"]);

    /// <summary>The links of the round.</summary>
    public void Write(PanelState state, TableWriter rows)
    {
        LinksContent content = Content(state)!;
        foreach (MeasuredLink link in content.Round.Links)
        {
            rows.Epoch(link.Slot).Integer(content.SlotAt(link.Slot + Duration.FromSeconds(1e-3)) + 1).Text(link.A).Text(link.B).EndRow();
        }
    }

    private static SatelliteId? IdOf(string node) => SatelliteId.TryParse(node, null, out SatelliteId id) ? id : null;

    private static LinkMatrix Matrix(Pen pen, SKRect area, LinksContent content) =>
        new(content, new SKRect(area.Left, area.Top + (Head * pen.Scale), area.Left + (area.Width * MatrixShare), area.Bottom - (26 * pen.Scale)), Label * pen.Scale);

    private static SKRect Side(Pen pen, SKRect area) => new(area.Left + (area.Width * MatrixShare) + (24 * pen.Scale), area.Top, area.Right, area.Bottom);

    /// <summary>Ten slots a line.</summary>
    private static SKRect SlotBox(Pen pen, SKRect side, LinksContent content, int slot)
    {
        int columns = Math.Min(10, content.Slots);
        float width = side.Width / columns, top = side.Top + ((Head + (slot / columns * Box)) * pen.Scale);
        return new(side.Left + (slot % columns * width), top, side.Left + ((slot % columns + 1) * width), top + (Box * pen.Scale));
    }

    private static SKRect OverRun(Pen pen, SKRect area, LinksContent content)
    {
        SKRect side = Side(pen, area);
        float top = SlotBox(pen, side, content, content.Slots - 1).Bottom + (26 * pen.Scale), routes = Math.Min(0.4f * area.Height, 190 * pen.Scale);
        return new(side.Left, top, side.Right, Math.Max(top + (60 * pen.Scale), side.Bottom - routes));
    }

    private static void DrawSlots(Ink ink, LinksContent content, PanelState state, SKRect side, int slot, string selected)
    {
        ink.Text($"{selected} slot by slot", side.Left, side.Top + ink.Px(13), state.Theme.Soft, Ink.Usual, bold: true);
        IReadOnlyList<IReadOnlyList<string>> partners = content.Partners(selected);
        for (int k = 0; k < content.Slots; k++)
        {
            SKRect box = SlotBox(ink.Pen, side, content, k);
            box.Inflate(-ink.Px(1), -ink.Px(1));
            SKColor colour = partners[k].Count == 0 ? state.Theme.Edge.WithAlpha(0x50) : ColourOf(state, partners[k][0]).WithAlpha(0xb0);
            ink.Fill(box, colour, 3);
            if (k == slot)
            {
                using SKPaint edge = new() { Color = state.Theme.Accent, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = ink.Px(2) };
                ink.Pen.Canvas.DrawRoundRect(box, ink.Px(3), ink.Px(3), edge);
            }

            string name = partners[k].Count == 0 ? "" : partners[k].Count == 1 ? partners[k][0] : $"{partners[k].Count}\u00d7";
            // The beginning of a name names no one: without room for it the colour has to do, and the hint.
            ink.Text(ink.Pen.Measure(name, 11, bold: true) <= box.Width - ink.Px(2) || !Core.SatelliteId.TryParse(name, null, out _) ? ink.Pen.Fit(name, box.Width - ink.Px(2), 11, bold: true) : "", box.MidX, box.MidY + ink.Px(4), state.Theme.IsDark ? SKColors.Black : SKColors.White, 11, bold: true, SKTextAlign.Center);
        }
    }

    /// <summary>Colour of the group of a satellite; stations have that of text.</summary>
    private static SKColor ColourOf(PanelState state, string node) =>
        state.Scene.Satellites.FirstOrDefault(s => s.Id.ToString() == node) is { } satellite ? state.Theme.Of(satellite.Group.Colour) : state.Theme.Bright;

    private PanelChart Chart(Pen pen, PanelState state, SKRect over)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        (float width, float height) = (over.Width / pen.Scale, over.Height / pen.Scale);
        return _charts.Get((tables, state.Selected, state.Theme, width, height), () =>
            [PartnerChart.Of(tables.Rounds!, state.Selected!.Value.ToString(), tables.Epochs, state.Theme, node => ColourOf(state, node), width, height)])[0];
    }

    private static void DrawRoutes(Ink ink, LinksContent content, PanelState state, SKRect box)
    {
        float y = box.Top + ink.Px(14);
        if (content.Routes.Count == 0)
        {
            ink.Lines("No ways of messages: the run has no anchor station, or its scenario cannot be read.", box.Left, y, box.Width, state.Theme.Soft);
            return;
        }

        double mean = content.Routes.Average(r => r.Delay);
        NetRoute late = content.Routes.MaxBy(r => r.Delay)!;
        ink.Fitted("From the begin of the round to the ground", box.Left, y, box.Width, state.Theme.Soft, Ink.Usual, bold: true);
        y += ink.Px(19);
        ink.Fitted($"{content.Routes.Count} of {content.Satellites} satellites: mean {PanelWords.Number(mean, "0.0")} s, last {late.Satellite} after {PanelWords.Number(late.Delay, "0.0")} s", box.Left, y, box.Width, state.Theme.Bright);
        y += ink.Px(19);
        foreach (IGrouping<int, NetRoute> hops in content.Routes.GroupBy(r => r.Hops).OrderBy(g => g.Key).Take(5))
        {
            string way = hops.Key == 0 ? "straight down" : hops.Key == 1 ? "1 crosslink" : $"{hops.Key} crosslinks";
            ink.Text(way, box.Left, y, state.Theme.Soft, Ink.Small);
            y = ink.Lines(string.Join(" ", hops.Select(r => r.Satellite)), box.Left + ink.Px(92), y, box.Width - ink.Px(92), state.Theme.Bright, Ink.Small, 2);
        }

        if (content.Routes.FirstOrDefault(r => r.Satellite == state.Selected) is { } own)
        {
            ink.Fitted($"{string.Join(" \u2192 ", own.Path)}: {PanelWords.Number(own.Delay, "0.00")} s", box.Left, y + ink.Px(4), box.Width, state.Theme.Accent, Ink.Usual, bold: true);
        }
    }

    public void Dispose() => _charts.Dispose();
}
