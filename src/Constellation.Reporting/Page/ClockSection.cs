using System.Xml.Linq;

namespace Constellation.Reporting;

/// <summary>How stable the clocks were, beside what their catalogue says.</summary>
internal static class ClockSection
{
    public static XElement? Of(ReportData data, FigureSheet figures) => data.Clocks.Count == 0 ? null : ReportPage.Section(
        "clocks",
        "Clocks",
        figures.Figure(new ClockStabilityPlot(data.Clocks)),
        Table(data.Clocks));

    /// <summary>At the first averaging time, near an hour, and the last.</summary>
    private static XElement Table(IReadOnlyList<ClockKind> kinds)
    {
        IReadOnlyList<StabilityPoint> points = kinds.SelectMany(k => k.Units).MaxBy(u => u.Points.Count)!.Points;
        int hour = Enumerable.Range(0, points.Count).MinBy(i => Math.Abs(Math.Log(points[i].Tau / 3600)));
        int[] chosen = [.. new[] { 0, hour, points.Count - 1 }.Distinct()];
        return Html.Table(
            "Overlapping Allan deviation: median of the units, in brackets what the model expects",
            ["Clock", "Description", "Units", .. chosen.Select(i => "at " + Numbers.Duration(points[i].Tau))],
            kinds.Select(k => (IReadOnlyList<string>)
            [
                k.Name, k.Model?.Description ?? "not in the catalogue", k.Units.Count.ToString(),
                .. chosen.Select(i => k.Units.Any(u => i < u.Points.Count)
                    ? Numbers.Text(k.Spread(i).Median) + (k.Model is null ? "" : $" ({Numbers.Text(k.Expected(points[i].Tau))})")
                    : Numbers.None),
            ]),
            textColumns: 2);
    }
}
