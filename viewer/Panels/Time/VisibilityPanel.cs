using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What the picked place sees over time: a bar for each pass of a satellite, how many are in view, dilution of precision, and errors of position where a run has them.</summary>
internal sealed class VisibilityPanel : IPanel, IPanelSeries
{
    private const float Head = 20, Line = 18;

    private readonly ChartCache _charts = new();
    private readonly Kept<VisibilityContent> _content = new();

    public string Name => "visibility";

    public string Title => "Visibility and dilution of precision";

    public SKSize Size => new(700, 720);

    public string? Missing(PanelState state) =>
        state.Site is null ? PanelWords.NoSite
        : SourceTables.Of(state.Source).Epochs.Count < 2 ? "the source has one epoch only: there is nothing to show over time"
        : PanelWords.Guarded(() => Content(state).Satellites.Count == 0 ? "no satellite ever rises above the mask there" : null);

    public VisibilityContent Content(PanelState state) =>
        _content.Get((state.Source, SourceTables.Of(state.Source).Epochs, state.Site), () => VisibilityContent.Of(state.Source, state.Site!.Value));

    public void Draw(Pen pen, PanelState state, SKRect area)
    {
        Ink ink = new(pen, state.Theme);
        VisibilityContent content = Content(state);
        IReadOnlyList<PanelChart> charts = Charts(pen, state, area);
        ink.Text(PanelWords.Place(content.Place), area.Left, area.Top + ink.Px(Ink.Usual), state.Theme.Bright);
        int now = SourceTables.Of(state.Source).IndexOf(state.Scene.Epoch);
        double share = SourceTables.Of(state.Source).ShareOf(state.Scene.Epoch);
        ink.Text($"{content.InView[now]} in view, {content.Satellites.Count} rise above {PanelWords.Number(SourceTables.Of(state.Source).MaskDeg, "0.##")}\u00b0", area.Right, area.Top + ink.Px(Ink.Usual), state.Theme.Bright, align: SKTextAlign.Right);
        float top = area.Top + ink.Px(Head);
        float[] heights = Heights(area, pen.Scale, content);
        for (int i = 0; i < charts.Count; i++)
        {
            if (i == 2)
            {
                Keys(ink, VisibilityCharts.DopKeys(content.Dop[now]), area, top);
            }
            else if (i == 3)
            {
                Keys(ink, VisibilityCharts.ErrorKeys(content.Errors!, now), area, top);
            }

            top += i >= 2 ? ink.Px(Line) : 0;
            charts[i].Draw(pen, area.Left, top);
            ink.Now(charts[i].Data(pen, area.Left, top), (float)share);
            top += heights[i] * pen.Scale;
        }
    }

    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        if (Missing(state) is not null)
        {
            return null;
        }

        VisibilityContent content = Content(state);
        IReadOnlyList<PanelChart> charts = Charts(pen, state, area);
        float top = area.Top + (Head * pen.Scale);
        float[] heights = Heights(area, pen.Scale, content);
        for (int i = 0; i < charts.Count; i++)
        {
            top += i >= 2 ? Line * pen.Scale : 0;
            SKRect data = charts[i].Data(pen, area.Left, top);
            if (data.Contains(x, y))
            {
                return Target(state, content, i, (x - data.Left) / data.Width, (y - data.Top) / data.Height);
            }

            top += heights[i] * pen.Scale;
        }

        return null;
    }

    public TableColumn[] Columns => TableColumn.From("epoch_gpst,n_sat,gdop,pdop,hdop,vdop,tdop,hpe_m,vpe_m", integer: ["n_sat"]);

    public void Write(PanelState state, TableWriter rows)
    {
        VisibilityContent content = Content(state);
        EpochGrid epochs = SourceTables.Of(state.Source).Epochs;
        for (int k = 0; k < epochs.Count; k++)
        {
            Dop dop = content.Dop[k];
            rows.Epoch(epochs[k]).Integer(content.InView[k]).Real(dop.Gdop).Real(dop.Pdop).Real(dop.Hdop).Real(dop.Vdop).Real(dop.Tdop)
                .Real(content.Errors?.Horizontal[k] ?? double.NaN).Real(content.Errors?.Vertical[k] ?? double.NaN).EndRow();
        }
    }

    private static PanelTarget Target(PanelState state, VisibilityContent content, int chart, float shareX, float shareY)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        Epoch at = tables.At(shareX);
        int k = tables.IndexOf(at);
        string time = PanelWords.Clock(at);
        if (chart == 0)
        {
            int row = Math.Clamp((int)(shareY * content.Satellites.Count), 0, content.Satellites.Count - 1);
            double seconds = (at - tables.Epochs.Start).TotalSeconds;
            Core.SatelliteId id = content.Satellites[row];
            return content.Passes.FirstOrDefault(p => p.Satellite == id && seconds >= p.Rise && seconds <= p.Set) is { Set: > 0 } pass
                ? new($"{id} in view {PanelWords.Clock(tables.Epochs.Start + Duration.FromSeconds(pass.Rise))} to {PanelWords.Clock(tables.Epochs.Start + Duration.FromSeconds(pass.Set))}", id, at)
                : new($"{id} below the mask at {time}", id, at);
        }

        return chart switch
        {
            1 => new($"{time}: {content.InView[k]} satellites in view", Epoch: at),
            2 => new($"{time}: PDOP {PanelWords.Number(content.Dop[k].Pdop, "0.00")}", Epoch: at),
            _ => new($"{time}: {PanelWords.Metres(content.Errors!.Horizontal[k])} horizontally, {PanelWords.Metres(content.Errors.Vertical[k])} vertically", Epoch: at),
        };
    }

    private IReadOnlyList<PanelChart> Charts(Pen pen, PanelState state, SKRect area)
    {
        VisibilityContent content = Content(state);
        return _charts.Get((content, state.Theme, area.Width / pen.Scale, area.Height / pen.Scale, state.Selected), () =>
            VisibilityCharts.Make(content, SourceTables.Of(state.Source).Epochs, state, area.Width / pen.Scale, Heights(area, pen.Scale, content)));
    }

    /// <summary>Of the charts, from the top, px at scale 1.</summary>
    private static float[] Heights(SKRect area, float scale, VisibilityContent content)
    {
        float[] shares = content.Errors is null ? [0.47f, 0.18f, 0.35f] : [0.45f, 0.13f, 0.2f, 0.22f];
        float free = (area.Height / scale) - Head - ((shares.Length - 2) * Line);
        return [.. shares.Select(s => s * free)];
    }

    /// <summary>Names and values of curves in their colours, in a line over their chart.</summary>
    private static void Keys(Ink ink, IReadOnlyList<(string Text, ScottPlot.Color Colour)> keys, SKRect area, float top)
    {
        float x = area.Left + ink.Px(VisibilityCharts.Margin);
        foreach ((string text, ScottPlot.Color colour) in keys)
        {
            ink.Text(text, x, top + ink.Px(13), ink.Theme.OfFigure(colour), Ink.Small, bold: true);
            x += ink.Pen.Measure(text, Ink.Small, bold: true) + ink.Px(14);
        }
    }

    public void Dispose() => _charts.Dispose();
}
