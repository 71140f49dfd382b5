using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>From a nanosecond to metres: how orbits, clocks, biases, troposphere, multipath and noise add up to the error of a user at the picked place, at the epoch shown and over the run.</summary>
internal sealed class WaterfallPanel : IPanel, IPanelSeries
{
    private const float Head = 20, Caption = 18, Foot = 52;

    private readonly Kept<WaterfallContent> _now = new(), _run = new();
    private readonly Kept<Tuple<UserErrors?>> _errors = new();
    private readonly ChartCache _nowChart = new(), _runChart = new();

    public string Name => "waterfall";

    public string Title => "Where the metres come from";

    public SKSize Size => new(720, 640);

    public string? Missing(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        return state.Site is null ? PanelWords.NoSite
            : tables.Folder is null ? PanelWords.NoRun
            : !tables.HasSignals ? "the run has no messages whose errors could be carried on"
            : PanelWords.Guarded(() => Over(state).HasPosition ? null : "a user there never has a position: too few satellites with messages are in view");
    }

    /// <summary>At the run's epoch at or before the one shown.</summary>
    public WaterfallContent Now(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        int k = tables.IndexOf(state.Scene.Epoch);
        return _now.Get((tables, state.Site, k), () => WaterfallContent.Of(tables.Sky, tables.User(state.Site!.Value), Model(tables), k));
    }

    /// <summary>Over the whole run.</summary>
    public WaterfallContent Over(PanelState state)
    {
        SourceTables tables = SourceTables.Of(state.Source);
        return _run.Get((tables, state.Site), () => WaterfallContent.Of(tables.Sky, tables.User(state.Site!.Value), Model(tables), null));
    }

    public void Draw(Pen pen, PanelState state, SKRect area)
    {
        Ink ink = new(pen, state.Theme);
        SourceTables tables = SourceTables.Of(state.Source);
        WaterfallContent now = Now(state), over = Over(state);
        (float width, float height) = (area.Width / pen.Scale, (((area.Height / pen.Scale) - Head - Foot) / 2) - Caption);
        ink.Text(PanelWords.Place(state.Site!.Value), area.Left, area.Top + ink.Px(13), state.Theme.Bright);
        ink.Text("horizontal", area.Right - ink.Px(64), area.Top + ink.Px(13), state.Theme.OfFigure(PlotColors.Blue), Ink.Usual, bold: true, SKTextAlign.Right);
        ink.Text("vertical", area.Right, area.Top + ink.Px(13), state.Theme.OfFigure(PlotColors.Vermilion), Ink.Usual, bold: true, SKTextAlign.Right);
        float top = area.Top + ink.Px(Head);
        UserErrors? errors = Errors(state);
        int k = tables.IndexOf(state.Scene.Epoch);
        string got = errors is null ? "" : $"; the run's user got {PanelWords.Metres(errors.Horizontal[k])} and {PanelWords.Metres(errors.Vertical[k])}";
        ink.Fitted($"Expected at this epoch{(now.HasPosition ? got : ": no position")}", area.Left, top + ink.Px(13), area.Width, state.Theme.Soft, Ink.Usual, bold: true);
        if (now.HasPosition)
        {
            _nowChart.Get((now, state.Theme, width, height), () => [Chart(now, state.Theme, width, height)])[0].Draw(pen, area.Left, top + ink.Px(Caption));
        }

        top += ink.Px(Caption + height);
        string rms = errors is null ? "" : $"; the run's user got {PanelWords.Metres(Rms(errors.Horizontal))} and {PanelWords.Metres(Rms(errors.Vertical))} ({errors.Who})";
        ink.Fitted($"Over the run, root mean square{rms}", area.Left, top + ink.Px(13), area.Width, state.Theme.Soft, Ink.Usual, bold: true);
        _runChart.Get((over, state.Theme, width, height), () => [Chart(over, state.Theme, width, height)])[0].Draw(pen, area.Left, top + ink.Px(Caption));
        ink.Lines(Notes(tables), area.Left, area.Bottom - ink.Px(Foot - 14), area.Width, state.Theme.Faint, 11, 3);
    }

    /// <summary>What stands where, in numbers.</summary>
    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        if (Missing(state) is not null)
        {
            return null;
        }

        float half = (area.Height - ((Head + Foot) * pen.Scale)) / 2, down = y - area.Top - ((Head + Caption) * pen.Scale);
        bool below = down > half;
        WaterfallContent content = below ? Over(state) : Now(state);
        if (!content.HasPosition || down < 0)
        {
            return null;
        }

        (float width, float height) = (area.Width / pen.Scale, (half / pen.Scale) - Caption);
        PanelChart chart = below
            ? _runChart.Get((content, state.Theme, width, height), () => [Chart(content, state.Theme, width, height)])[0]
            : _nowChart.Get((content, state.Theme, width, height), () => [Chart(content, state.Theme, width, height)])[0];
        SKRect data = chart.Data(pen, area.Left, area.Top + ((Head + Caption) * pen.Scale) + (below ? half : 0));
        ErrorContribution[] bars = [.. content.Parts, content.Whole];
        int bar = (int)Math.Round(chart.ValueX((x - data.Left) / data.Width));
        return data.Contains(x, y) && bar >= 0 && bar < bars.Length
            ? new($"{bars[bar].Source}: {PanelWords.Metres(bars[bar].Range)} in the ranges, {PanelWords.Metres(bars[bar].Horizontal)} horizontally, {PanelWords.Metres(bars[bar].Vertical)} vertically")
            : null;
    }

    public TableColumn[] Columns => TableColumn.From("span,source,range_m,horizontal_m,vertical_m", text: ["span", "source"]);

    public void Write(PanelState state, TableWriter rows)
    {
        foreach ((string span, WaterfallContent content) in new[] { ("epoch", Now(state)), ("run", Over(state)) })
        {
            foreach (ErrorContribution part in content.Parts.Append(content.Whole))
            {
                rows.Text(span).Text(part.Source).Real(part.Range).Real(part.Horizontal).Real(part.Vertical).EndRow();
            }
        }
    }

    /// <summary>What is modelled, for the reader.</summary>
    private static string Notes(SourceTables tables)
    {
        string ionosphere = (tables.Scenario?.Users.Ionosphere ?? IonosphereTreatment.IonosphereFree) == IonosphereTreatment.IonosphereFree
            ? "Ionosphere: removed by two frequencies; what that costs is in noise and multipath."
            : "The bars are of users with two frequencies; the run's users have one, and the ionosphere's residual is not in the bars.";
        return "Orbits, clocks and biases: this run's messages carried through the weighted least squares of the user. Bias: each satellite's mean clock error over the run. "
            + $"Troposphere, multipath, noise: expected sizes by elevation. Bars add in squares; numbers are a source alone. {ionosphere}";
    }

    private static UserModel Model(SourceTables tables) => UserModel.DualFrequency.Scaled(tables.Scenario?.Users.NoiseScale ?? 1);

    private static double Rms(IReadOnlyList<double> values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        return known.Length == 0 ? double.NaN : Math.Sqrt(known.Sum(v => v * v) / known.Length);
    }

    private static PanelChart Chart(WaterfallContent content, PanelTheme theme, float width, float height)
    {
        ScottPlot.Plot plot = new ErrorWaterfallPlot("", content.Parts, content.Whole).Draw();
        foreach (ScottPlot.Panels.LegendPanel legend in plot.Axes.GetPanels().OfType<ScottPlot.Panels.LegendPanel>().ToArray())
        {
            plot.Axes.Remove(legend);
        }

        foreach (ScottPlot.Plottables.Text label in plot.GetPlottables<ScottPlot.Plottables.Text>())
        {
            // Two neighbours of four digits would touch in a panel.
            label.LabelText = double.TryParse(label.LabelText, System.Globalization.CultureInfo.InvariantCulture, out double value) && value < 0.1 ? PanelWords.Number(value, "0.000") : label.LabelText;
        }

        plot.Axes.Left.Label.Text = "m";
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 4;
        return PanelChart.Of(plot, theme, width, height);
    }

    private UserErrors? Errors(PanelState state) => _errors.Get((SourceTables.Of(state.Source), state.Site), () => Tuple.Create(UserErrors.Near(SourceTables.Of(state.Source), state.Site!.Value))).Item1;

    public void Dispose()
    {
        _nowChart.Dispose();
        _runChart.Dispose();
    }
}
