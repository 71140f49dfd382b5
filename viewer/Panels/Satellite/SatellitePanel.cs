using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The card of the selected satellite: what it is, where, how its clock and its signal do, with whom it links.</summary>
internal sealed class SatellitePanel : IPanel
{
    private const float Row = 20, Column = 106, ChartHeight = 158, SparkHeight = 44;

    private readonly ChartCache _charts = new();
    private readonly Kept<EclipseTimes> _eclipses = new();
    private readonly Kept<Tuple<SatelliteContent?>> _content = new();

    public string Name => "satellite";

    public string Title => "Satellite";

    public SKSize Size => new(410, 650);

    public string? Missing(PanelState state) =>
        state.Selected is not { } id ? PanelWords.NoSatellite : PanelWords.Guarded(() => Content(state) is null ? $"{id} has no position at this epoch" : null);

    public SatelliteContent? Content(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        EclipseTimes eclipses = _eclipses.Get((tables, state.Selected), () => EclipseTimes.Of(state.Source, state.Selected!.Value));
        return _content.Get((tables, state.Scene.Epoch, state.Selected), () => Tuple.Create(SatelliteContent.Of(state, eclipses))).Item1;
    }

    public void Draw(Pen pen, PanelState state, SKRect area) => Draw(pen, state, area, []);

    /// <summary>A partner selects itself, the curve of SISRE goes to its epoch. What lies where is found by laying the card out once more.</summary>
    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        if (Missing(state) is not null)
        {
            return null;
        }

        List<(SKRect Box, Func<float, PanelTarget> Target)> targets = [];
        using SKNoDrawCanvas nowhere = new((int)area.Right + 1, (int)area.Bottom + 1);
        using Pen measuring = new(nowhere, pen.Scale);
        Draw(measuring, state, area, targets);
        return targets.FirstOrDefault(t => t.Box.Contains(x, y)) is { Target: { } found } hit ? found((x - hit.Box.Left) / hit.Box.Width) : null;
    }

    private void Draw(Pen pen, PanelState state, SKRect area, List<(SKRect Box, Func<float, PanelTarget> Target)> targets)
    {
        Ink ink = new(pen, state.Theme);
        SatelliteContent c = Content(state)!;
        SceneSatellite? scene = state.Scene.Satellites.FirstOrDefault(s => s.Id == c.Id);
        float y = area.Top + ink.Px(18);
        if (scene is not null)
        {
            ink.Mark(scene.Group.Shape, area.Left + ink.Px(8), y - ink.Px(6), 7, state.Theme.Of(scene.Group.Colour));
        }

        ink.Text(c.Id.ToString(), area.Left + ink.Px(24), y, state.Theme.Bright, 20, bold: true);
        ink.Fitted(SatelliteRows.Kind(c), area.Left + ink.Px(84), y, area.Width - ink.Px(84), state.Theme.Soft);
        y = Section(ink, area, y + ink.Px(12), SatelliteRows.Orbit(c));
        y = Section(ink, area, y, SatelliteRows.Sunlight(c, state.Scene.Epoch));
        if (SatelliteRows.Clock(c) is { Count: > 0 } clock)
        {
            y = Section(ink, area, y, clock);
            y = Stability(ink, state, area, y, c);
        }

        if (SatelliteRows.Signal(c) is { Count: > 0 } signal)
        {
            y = Section(ink, area, y, signal);
            y = Spark(ink, state, area, y, c, targets);
        }

        if (c.HasLinks)
        {
            Rule(ink, area, y);
            ink.Text("links", area.Left, y + ink.Px(17), state.Theme.Soft);
            Partners(ink, area, y + ink.Px(17), c, targets);
        }
    }

    private static void Partners(Ink ink, SKRect area, float y, SatelliteContent c, List<(SKRect Box, Func<float, PanelTarget> Target)> targets)
    {
        float left = area.Left + ink.Px(Column), x = left, gap = ink.Px(8);
        if (c.Partners.Count == 0)
        {
            ink.Text("none in this round", left, y, ink.Theme.Bright);
        }

        foreach (string partner in c.Partners)
        {
            float width = ink.Pen.Measure(partner, Ink.Usual);
            (x, y) = x > left && x + width > area.Right ? (left, y + ink.Px(18)) : (x, y);
            ink.Text(partner, x, y, ink.Theme.Bright);
            if (Core.SatelliteId.TryParse(partner, null, out Core.SatelliteId id))
            {
                targets.Add((new SKRect(x, y - ink.Px(14), x + width, y + ink.Px(4)), _ => new PanelTarget($"select {id}", id)));
            }

            x += width + gap;
        }
    }

    private static PanelTarget Sisre(SourceTables tables, SatelliteContent c, float share)
    {
        Time.Epoch at = tables.At(share);
        return new($"{PanelWords.Clock(at)}: SISRE {PanelWords.Metres(c.SisreSeries[tables.IndexOf(at)])}", Epoch: at);
    }

    private static float Section(Ink ink, SKRect area, float y, IReadOnlyList<CardRow> rows)
    {
        Rule(ink, area, y);
        y += ink.Px(17);
        foreach (CardRow row in rows)
        {
            ink.Text(row.Label, area.Left, y, ink.Theme.Soft);
            ink.Fitted(row.Value, area.Left + ink.Px(Column), y, area.Width - ink.Px(Column), ink.Theme.Bright);
            y += ink.Px(Row);
        }

        return y - ink.Px(8);
    }

    private static void Rule(Ink ink, SKRect area, float y) => ink.Line(area.Left, y, area.Right, y, ink.Theme.Edge);

    private float Stability(Ink ink, PanelState state, SKRect area, float y, SatelliteContent c)
    {
        float width = area.Width / ink.Pen.Scale;
        SourceTables tables = SourceTables.Of(state.Source);
        string kind = c.Clock ?? "";
        PanelChart chart = _charts.Get((tables, c.Id, kind, state.Theme, width), () => [PanelChart.Of(StabilityChart.Of(StabilityChart.KindOf(tables, c.Id, kind)), state.Theme, width, ChartHeight)])[0];
        chart.Draw(ink.Pen, area.Left, y);
        SKRect data = chart.Data(ink.Pen, area.Left, y);
        ink.Text("model", data.Right - ink.Px(8), data.Top + ink.Px(12), state.Theme.OfFigure(Reporting.PlotColors.Blue), Ink.Small, bold: true, SKTextAlign.Right);
        ink.Text("this run", data.Right - ink.Px(8), data.Top + ink.Px(27), state.Theme.OfFigure(Reporting.PlotColors.Vermilion), Ink.Small, bold: true, SKTextAlign.Right);
        return y + ink.Px(ChartHeight + 4);
    }

    /// <summary>SISRE over the run as a line without axes: from 0 to the largest, which is written at its end.</summary>
    private static float Spark(Ink ink, PanelState state, SKRect area, float y, SatelliteContent c, List<(SKRect Box, Func<float, PanelTarget> Target)> targets)
    {
        SKRect box = new(area.Left + ink.Px(Column), y, area.Right - ink.Px(64), y + ink.Px(SparkHeight));
        double most = c.SisreSeries.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (most > 0 && c.SisreSeries.Count > 1)
        {
            SourceTables tables = SourceTables.Of(state.Source);
            targets.Add((box, share => Sisre(tables, c, share)));
            ink.Fill(box, state.Theme.Edge.WithAlpha(0x40), 3);
            SKPoint[] points = [.. c.SisreSeries.Select((v, k) => new SKPoint(box.Left + (box.Width * k / (c.SisreSeries.Count - 1)), (float)(box.Bottom - (0.94 * box.Height * v / most))))];
            ink.Curve(points, state.Theme.OfFigure(Reporting.PlotColors.Blue), 1.4f);
            ink.Now(box, (float)tables.ShareOf(state.Scene.Epoch));
            ink.Text(PanelWords.Metres(most), box.Right + ink.Px(6), box.Top + ink.Px(11), state.Theme.Soft, Ink.Small);
            ink.Text("0", box.Right + ink.Px(6), box.Bottom, state.Theme.Soft, Ink.Small);
        }

        return y + ink.Px(SparkHeight + 8);
    }

    public void Dispose() => _charts.Dispose();
}
