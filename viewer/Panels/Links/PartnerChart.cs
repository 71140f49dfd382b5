using Constellation.Reporting;
using Constellation.Time;
using ScottPlot;

namespace Constellation.Viewer;

/// <summary>With whom one node links over the run: a row for each partner, a bar from round to round.</summary>
internal static class PartnerChart
{
    public static PanelChart Of(MeasuredRounds rounds, string node, EpochGrid epochs, PanelTheme theme, Func<string, SkiaSharp.SKColor> colourOf, float width, float height)
    {
        double unit = TimeUnit.For((epochs.Count - 1) * epochs.Step.TotalSeconds).Seconds;
        string[] partners = [.. rounds.All.SelectMany(r => r.Links).Where(l => l.Has(node)).Select(l => l.Other(node)).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> row = partners.Select((p, i) => (p, partners.Length - 1 - i)).ToDictionary(p => p.p, p => p.Item2);
        Plot plot = PlotStyling.New("", width < 330 ? $"{TimeUnit.For((epochs.Count - 1) * epochs.Step.TotalSeconds).Name} since the first epoch" : new TimeAxis(epochs).Label, "");
        new TimeAxis(epochs).Apply(plot);
        int every = Math.Max(1, (int)Math.Ceiling(9.5 * partners.Length / Math.Max(1, height - 50)));
        string[] named = [.. partners.Where((_, i) => i % every == 0)];
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. named.Select(p => (double)row[p])], named);
        plot.Axes.Left.TickLabelStyle.FontSize = Math.Clamp((height - 50) / Math.Max(1, partners.Length) * every, 8, 11);
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Bottom.Label.FontSize = 11;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        (plot.Axes.Left.Min, plot.Axes.Left.Max) = (-0.6, Math.Max(1, partners.Length) - 0.4);
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = 50;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 4;
        plot.Grid.YAxisStyle.IsVisible = false;
        return PanelChart.Of(plot, theme, width, height, add: p => Bars(p, rounds, node, row, epochs, unit, colourOf));
    }

    private static void Bars(Plot plot, MeasuredRounds rounds, string node, Dictionary<string, int> row, EpochGrid epochs, double unit, Func<string, SkiaSharp.SKColor> colourOf)
    {
        Dictionary<string, double> open = [];
        for (int i = 0; i <= rounds.All.Count; i++)
        {
            double begin = i < rounds.All.Count ? (rounds.All[i].Start - epochs.Start).TotalSeconds / unit : (epochs.Last - epochs.Start).TotalSeconds / unit;
            HashSet<string> now = i < rounds.All.Count ? [.. rounds.All[i].Links.Where(l => l.Has(node)).Select(l => l.Other(node))] : [];
            foreach (string ended in open.Keys.Where(p => !now.Contains(p)).ToArray())
            {
                SkiaSharp.SKColor own = colourOf(ended);
                ScottPlot.Plottables.Rectangle bar = plot.Add.Rectangle(open[ended], begin, row[ended] - 0.38, row[ended] + 0.38);
                (bar.FillColor, bar.LineWidth) = (new Color(own.Red, own.Green, own.Blue, 0xd0), 0);
                open.Remove(ended);
            }

            foreach (string begun in now)
            {
                open.TryAdd(begun, begin);
            }
        }
    }
}
