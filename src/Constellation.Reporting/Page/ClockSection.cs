using System.Xml.Linq;

namespace Constellation.Reporting;

/// <summary>How stable the clocks were, beside what their catalogue says, how their predictions aged, and what that did to signals and users.</summary>
internal static class ClockSection
{
    public static XElement? Of(ReportData data, FigureSheet figures) => data.Clocks.Count == 0 ? null : ReportPage.Section(
        "clocks",
        "Clocks",
        Mixed(data),
        figures.Figure(new ClockStabilityPlot(data.Clocks)),
        Table(data.Clocks),
        figures.Figure(new ClockPredictionPlot(data.Predictions, data.Sisre.AgeBinWidth)),
        Signals(data),
        Users(data),
        Html.Paragraph("What another choice of clocks would change is told by a second run with the same seed, which shares every other draw, and ", Html.Tag("code", "constellation compare RUN_A RUN_B"), "."));

    private static XElement? Mixed(ReportData data) => ClockGroups.Mixed(data.Manifest.Satellites) is { Count: > 0 } mixed
        ? Html.Paragraph("Left out of the figures by kind of clock, since a spare of another kind took over within the run: " + string.Join("; ", mixed) + ".")
        : null;

    private static XElement? Signals(ReportData data)
    {
        (string Kind, int Count, (double All, double Orbit, double Clock, double Varying) Rms)[] rows =
        [
            .. ClockGroups.Of(data.Manifest.Satellites)
                .Select(g => (g.Key, g.Count(data.Sisre.HasValues), data.Sisre.Of([.. g]))).Where(r => double.IsFinite(r.Item3.All)),
        ];
        return rows.Length == 0 ? null : Html.Table(
            "The clock's part of SISRE by kind of clock, RMS in metres; varying: about each satellite's mean, without constant delays; share: of the mean square, above 100 % where orbit errors take clock errors away",
            ["Clock", "Satellites", "SISRE", "Orbit alone", "Clock alone", "Clock, varying", "Share of clock (%)"],
            rows.Select(r => (IReadOnlyList<string>)
            [
                r.Kind, r.Count.ToString(), Numbers.Text(r.Rms.All), Numbers.Text(r.Rms.Orbit), Numbers.Text(r.Rms.Clock), Numbers.Text(r.Rms.Varying), Numbers.Percent(Square(r.Rms.Clock / r.Rms.All)),
            ]));
    }

    private static XElement? Users(ReportData data) => data.Shares.All(s => !double.IsFinite(s.All.Horizontal)) ? null : Html.Table(
        "The clocks' part of the position errors by site, RMS in metres: what the broadcast clocks alone would make, what varies of them, and the orbits alone, with equal weights; the rest are receivers and the atmosphere"
            + (data.Manifest.Sites.Count > PositionShares.MostSites ? $". The first {PositionShares.MostSites} of {data.Manifest.Sites.Count} sites" : ""),
        ["Site", "Horizontal", "Clocks", "Varying", "Orbits", "Share of clocks (%)", "Vertical", "Clocks", "Varying", "Orbits", "Share of clocks (%)"],
        data.Shares.Select(s => (IReadOnlyList<string>)
        [
            Labels.Scope(s.Site),
            .. Part(s.All.Horizontal, s.Clock.Horizontal, s.Varying.Horizontal, s.Orbit.Horizontal),
            .. Part(s.All.Vertical, s.Clock.Vertical, s.Varying.Vertical, s.Orbit.Vertical),
        ]));

    private static string[] Part(double all, double clock, double varying, double orbit) =>
        [Numbers.Text(all), Numbers.Text(clock), Numbers.Text(varying), Numbers.Text(orbit), Numbers.Percent(Square(clock / all))];

    private static double Square(double x) => x * x;

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
