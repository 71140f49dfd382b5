using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>All clocks of a run: what estimates and messages are off by over time, stability by kind beside the catalogue, how errors are spread, what happened.</summary>
internal sealed class ClocksPanel : IPanel, IPanelSeries
{
    private const float Head = 42, Caption = 18, Foot = 20;

    private readonly ChartCache _charts = new();
    private readonly Kept<ClocksContent> _content = new();

    public string Name => "clocks";

    public string Title => "Clocks";

    public SKSize Size => new(900, 620);

    public string? Missing(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        return tables.Folder is null ? PanelWords.NoRun : !tables.HasSignals && !tables.HasEstimates ? "the run has neither messages nor estimates of clocks" : tables.Epochs.Count < 2 ? "the run has one epoch only"
            : PanelWords.Guarded(() => Content(state).Satellites.Count == 0 ? "the run has no satellites" : null);
    }

    public ClocksContent Content(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        return _content.Get(tables, () => ClocksContent.Of(tables));
    }

    public void Draw(Pen pen, PanelState state, SKRect area)
    {
        Ink ink = new(pen, state.Theme);
        ClocksContent content = Content(state);
        Kinds(ink, content, area);
        float share = (float)SourceTables.Of(state.Source).ShareOf(state.Scene.Epoch);
        foreach ((Quarter quarter, PanelChart chart) in Quarters(pen, state, area))
        {
            ink.Fitted(quarter.Caption, quarter.Left, quarter.Top + ink.Px(13), (0.5f * area.Width) - ink.Px(10), state.Theme.Soft, Ink.Usual, bold: true);
            chart.Draw(pen, quarter.Left, quarter.Top + ink.Px(Caption));
            if (quarter.Errors is not null)
            {
                ink.Now(chart.Data(pen, quarter.Left, quarter.Top + ink.Px(Caption)), share);
            }
        }

        string incidents = content.Incidents.Count == 0
            ? "No steps, failures or changes of clocks are told. 1 ns is 0.30 m of range."
            : string.Join("; ", content.Incidents.Take(3).Select(i => $"{PanelWords.Clock(i.Epoch)} {i.Satellite}: {i.Text}")) + (content.Incidents.Count > 3 ? $"; and {content.Incidents.Count - 3} more" : "");
        ink.Fitted(incidents, area.Left, area.Bottom - ink.Px(4), area.Width, state.Theme.Soft, Ink.Small);
    }

    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        if (Missing(state) is not null)
        {
            return null;
        }

        SourceTables tables = SourceTables.Of(state.Source);
        ClocksContent content = Content(state);
        foreach ((Quarter quarter, PanelChart chart) in Quarters(pen, state, area))
        {
            SKRect data = chart.Data(pen, quarter.Left, quarter.Top + (Caption * pen.Scale));
            if (quarter.Errors is { } errors && data.Contains(x, y))
            {
                Epoch at = tables.At((x - data.Left) / data.Width);
                int k = tables.IndexOf(at);
                double value = chart.ValueY((y - data.Top) / data.Height), near = Math.Abs(chart.ValueY(10 * pen.Scale / data.Height) - chart.ValueY(0));
                (int Satellite, double Off)[] nearest = [.. errors.Select((e, s) => (s, Math.Abs(e[k] - value))).Where(e => e.Item2 < near).OrderBy(e => e.Item2).Take(1)];
                return nearest.Length == 0 ? new(PanelWords.Clock(at), Epoch: at) : Told(content, errors, nearest[0].Satellite, at, k);
            }
        }

        return null;
    }

    public TableColumn[] Columns => TableColumn.From("epoch_gpst,sat,clock,true_offset_s,estimate_error_m,broadcast_error_m", text: ["clock"]);

    public void Write(PanelState state, TableWriter rows)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        IReadOnlyList<double[]> estimate = tables.Column(RunFolder.OdtsFile, "clock_m"), broadcast = tables.Column(RunFolder.SisreFile, "clock_m");
        for (int k = 0; k < tables.Epochs.Count; k++)
        {
            for (int s = 0; s < tables.Tracks.Ids.Count; s++)
            {
                SatelliteId id = tables.Tracks.Ids[s];
                rows.Epoch(tables.Epochs[k]).Satellite(id).Text(SatelliteContent.ClockAt(tables.Satellites.GetValueOrDefault(id), tables.Epochs[k]) ?? "")
                    .Real(tables.Tracks.Clock(s)[k]).Real(estimate.Count > 0 ? estimate[s][k] : double.NaN).Real(broadcast.Count > 0 ? broadcast[s][k] : double.NaN).EndRow();
            }
        }
    }

    private static PanelTarget Told(ClocksContent content, IReadOnlyList<double[]> errors, int satellite, Epoch at, int k) =>
        new($"{content.Satellites[satellite]} ({content.Kind[satellite]}), {PanelWords.Clock(at)}: {PanelWords.Number(errors[satellite][k], "0.00")} ns", content.Satellites[satellite], at);

    /// <summary>Kinds in their colours, with what they reach.</summary>
    private static void Kinds(Ink ink, ClocksContent content, SKRect area)
    {
        float x = area.Left, y = area.Top + ink.Px(13);
        foreach (string kind in content.Kinds)
        {
            int units = content.Kind.Count(k => k == kind);
            string rms = string.Join(", ", new[] { ("estimate", content.Rms(content.Estimate, kind)), ("broadcast", content.Rms(content.Broadcast, kind)) }
                .Where(p => double.IsFinite(p.Item2)).Select(p => $"{p.Item1} {PanelWords.Number(p.Item2, "0.00")} ns"));
            string text = $"{kind} \u00d7 {units}{(rms.Length > 0 ? $": {rms} rms" : "")}";
            float width = ink.Pen.Measure(text, Ink.Usual, bold: true);
            if (x > area.Left && x + width > area.Right)
            {
                (x, y) = (area.Left, y + ink.Px(18));
            }

            ink.Fitted(text, x, y, area.Right - x, ink.Theme.OfFigure(ClockCharts.ColourOf(content, kind)), Ink.Usual, bold: true);
            x += width + ink.Px(24);
        }
    }

    private IEnumerable<(Quarter Quarter, PanelChart Chart)> Quarters(Pen pen, PanelState state, SKRect area)
    {
        ClocksContent content = Content(state);
        float scale = pen.Scale, gap = 10 * scale, width = (area.Width - gap) / 2, top = area.Top + (Head * scale), height = (area.Height - ((Head + Foot) * scale)) / 2;
        Quarter[] quarters =
        [
            new("Estimate minus truth", area.Left, top, content.Estimate), new("Broadcast minus truth", area.Left + width + gap, top, content.Broadcast),
            new("Stability of the true clocks; dashed: catalogue", area.Left, top + height, null), new("How large the broadcast errors are", area.Left + width + gap, top + height, null),
        ];
        EpochGrid epochs = SourceTables.Of(state.Source).Epochs;
        (float w, float h) = (width / scale, (height / scale) - Caption);
        IReadOnlyList<PanelChart> charts = _charts.Get((content, state.Theme, state.Selected, w, h), () =>
        [
            ClockCharts.Errors(content, content.Estimate, epochs, state.Selected, state.Theme, "ns", w, h), ClockCharts.Errors(content, content.Broadcast, epochs, state.Selected, state.Theme, "ns", w, h),
            ClockCharts.Stability(content, state.Theme, w, h), ClockCharts.Histogram(content, content.Broadcast, state.Theme, w, h),
        ]);
        return quarters.Zip(charts);
    }

    /// <summary>A fourth of the panel, px; with the errors that its chart shows over time.</summary>
    private sealed record Quarter(string Caption, float Left, float Top, IReadOnlyList<double[]>? Errors);

    public void Dispose() => _charts.Dispose();
}
