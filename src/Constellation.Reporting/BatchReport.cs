using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The page of a batch: its question and what answers it, maps of differences, fronts, what matters, all other metrics, and where the numbers come from.</summary>
public static class BatchReport
{
    private const int MostRows = 400;

    /// <param name="manifest">Of the batch.</param>
    /// <param name="points">Of it.</param>
    /// <param name="rows">Of its comparison.</param>
    /// <param name="front">Of its first metric.</param>
    /// <param name="sensitivity">Of all its metrics.</param>
    /// <param name="maps">Differences by cell; empty where cells were not kept.</param>
    public static string Of(
        BatchManifest manifest, PointTable points, IReadOnlyList<PairedRow> rows, IReadOnlyList<ParetoRow> front, IReadOnlyList<SensitivityRow> sensitivity, IReadOnlyList<CellMap> maps)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(points);
        IReadOnlyList<string> names = points.Names;
        IReadOnlyList<PairedRow[]> answer = BatchAnswer.Of(manifest, rows);
        XElement?[] sections =
        [
            Answer(answer, names),
            Maps(maps, names),
            .. front.GroupBy(r => r.Count).Select(count => Front([.. count], names)),
            sensitivity.Count > 0 ? Sensitivity(sensitivity) : null,
            League(names, rows),
            Others(rows, answer, names),
            Origin(manifest),
        ];
        StringBuilder html = new("<!DOCTYPE html>\n<html lang=\"en\">\n");
        void Append(XElement? element) => html.Append(element?.ToString(SaveOptions.DisableFormatting)).Append('\n');
        Append(Html.Tag(
            "head",
            Html.Tag("meta", Html.Attribute("charset", "utf-8")),
            Html.Tag("meta", Html.Attribute("name", "viewport"), Html.Attribute("content", "width=device-width, initial-scale=1")),
            Html.Tag("title", $"{manifest.Title} – Constellation batch"),
            Html.Tag("style", ReportStyle.Css)));
        html.Append("<body>\n");
        Append(Header(manifest, sections));
        html.Append("<main>\n");
        foreach (XElement section in sections.OfType<XElement>())
        {
            Append(section);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static XElement Header(BatchManifest manifest, XElement?[] sections) => Html.Tag(
        "header",
        Html.Tag("h1", manifest.Title),
        Html.Tag("p", Html.Class("lead"), $"{manifest.Question} {manifest.Points} points with {(manifest.Seeds == 1 ? "one seed" : $"{manifest.Seeds} seeds")} each, the same for every point.".Trim()),
        manifest.Assumed.Count == 0 ? null : Html.Tag("div", Html.Class("warning"), Html.Tag("strong", "Assumed"), Html.Tag("ul", manifest.Assumed.Select(a => Html.Tag("li", a)))),
        Html.Tag("nav", Html.Attribute("aria-label", "Contents"), sections.OfType<XElement>().Select(s => Html.Tag("a", Html.Attribute("href", "#" + s.Attribute("id")!.Value), s.Element("h2")!.Value))));

    private static XElement? Answer(IReadOnlyList<PairedRow[]> answer, IReadOnlyList<string> names) => answer.Count == 0 ? null : ReportPage.Section(
        "answer", "The answer",
        Html.Paragraph(
            $"Differences are to '{names[answer[0][0].Point]}', seed by seed; ± is half of the 95 % interval, the smallest difference that these seeds can prove. In brackets: zero lies within it. "
            + "Differences without ± are the same with every seed."),
        answer.Count < 2 ? null : Html.Table(
            $"Mean of '{names[answer[0][0].Point]}', differences of the others",
            ["Point", .. answer.Select(a => Labels.MetricOf(a[0]))],
            answer[0].Take(MostRows).Select(r => (IReadOnlyList<string>)[names[r.Point], .. answer.Select(a => Cell(a, r.Point))])),
        answer.Select((a, i) => new object?[] { new FigureSheet().Figure(new BatchComparisonPlot(a, names, Name(a[0]))), Table(a, names) }));

    private static string Cell(PairedRow[] rows, int point)
    {
        BatchNumbers numbers = new(rows);
        PairedRow row = rows[point];
        return point == 0 || !double.IsFinite(row.Difference) ? numbers.Value(row.Mean)
            : BatchNumbers.IsSame(row) ? "same"
            : row.IsProven || double.IsNaN(row.DifferenceHalf) ? numbers.Interval(row) : $"({numbers.Interval(row)})";
    }

    /// <summary>All with the same colours: the greatest difference of the whole batch is the darkest.</summary>
    private static XElement? Maps(IReadOnlyList<CellMap> maps, IReadOnlyList<string> names)
    {
        BatchDifferenceMap[] shown = [.. maps.Select(m => new BatchDifferenceMap(m, names)).Where(m => m.HasData)];
        if (shown.Length == 0)
        {
            return null;
        }

        double reach = shown.Max(m => m.Scale.High);
        return ReportPage.Section(
            "maps", "Where on the Earth",
            Html.Paragraph($"Differences to '{names[maps[0].First]}' by cell; points that change nothing anywhere are left out. Other points and metrics: ", Html.Tag("code", "constellation batch map"), "."),
            Html.Tag("div", Html.Class("pair"), maps.Select(m => new FigureSheet().Figure(new BatchDifferenceMap(m, names, reach)))));
    }

    /// <summary>Metrics that do not answer the question themselves, folded away.</summary>
    private static XElement? Others(IReadOnlyList<PairedRow> rows, IReadOnlyList<PairedRow[]> answer, IReadOnlyList<string> names)
    {
        PairedRow[][] others = [.. rows.GroupBy(r => (r.Metric, r.Scope)).Where(g => answer.All(a => (a[0].Metric, a[0].Scope) != g.Key)).Select(g => g.ToArray())];
        return others.Length == 0 ? null : ReportPage.Section("metrics", "The other metrics", others.Select(of => Html.Tag(
            "details",
            Html.Tag("summary", Labels.MetricOf(of[0])),
            new FigureSheet().Figure(new BatchComparisonPlot(of, names, Name(of[0]))),
            Table(of, names))));
    }

    private static string Name(PairedRow row) => $"comparison-{row.Metric}-{row.Scope}";

    private static XElement Table(PairedRow[] rows, IReadOnlyList<string> names)
    {
        BatchNumbers numbers = new(rows);
        return Html.Table(
            Labels.MetricOf(rows[0]),
            ["Point", "Mean", "±", "Difference", "±", "Certain"],
            rows.Take(MostRows).Select(r => (IReadOnlyList<string>)
            [
                names[r.Point], numbers.Value(r.Mean), numbers.Half(r.MeanHalf), r.Point == 0 ? "" : numbers.Difference(r), r.Point == 0 ? "" : numbers.Half(r.DifferenceHalf),
                r.Point == 0 ? "" : BatchNumbers.IsSame(r) ? "same" : double.IsNaN(r.DifferenceHalf) ? "" : r.IsProven ? "yes" : "no",
            ]));
    }

    /// <summary>All points by all metrics: the mean, and its rank among the points.</summary>
    private static XElement? League(IReadOnlyList<string> names, IReadOnlyList<PairedRow> rows)
    {
        LeagueRow[] league = [.. LeagueTable.Of(rows)];
        string[] columns = [.. league.Select(r => r.Column).Distinct()];
        Dictionary<string, BatchNumbers> numbers = columns.ToDictionary(c => c, c => new BatchNumbers([.. league.Where(r => r.Column == c).Select(r => r.Row)]));
        return league.Length == 0 ? null : ReportPage.Section(
            "league", "All points at a glance",
            Html.Paragraph("Means over seeds and, in brackets, the rank among the points: 1 is best. Ranks are of means; whether a difference is certain is told with each metric."),
            Html.Table(
                "Means and ranks",
                ["Point", .. columns.Select(c => Labels.MetricOf(league.First(r => r.Column == c).Row))],
                league.GroupBy(r => r.Row.Point).OrderBy(p => p.First().Rank).ThenBy(p => p.Key).Take(MostRows)
                    .Select(p => (IReadOnlyList<string>)[names[p.Key], .. columns.Select(c => p.FirstOrDefault(r => r.Column == c) is { } r ? $"{numbers[c].Value(r.Row.Mean)} ({r.Rank})" : "")])));
    }

    private static XElement? Front(ParetoRow[] rows, IReadOnlyList<string> names)
    {
        BatchNumbers numbers = new([.. rows.Select(r => r.Row)]);
        return ReportPage.Section(
            "pareto-" + rows[0].Count, $"{Labels.Metric(rows[0].Row.Metric)} against {ParetoPlot.What(rows[0].Count)}", new FigureSheet().Figure(new ParetoPlot(rows, names)),
            Html.Table(
                $"In order of {ParetoPlot.What(rows[0].Count)}",
                ["Point", "Number", Labels.MetricOf(rows[0].Row), "±", "On the front"],
                rows.Take(MostRows).Select(r => (IReadOnlyList<string>)[names[r.Row.Point], r.Number.ToString("0", CultureInfo.InvariantCulture), numbers.Value(r.Row.Mean), numbers.Half(r.Row.MeanHalf), r.OnFront ? "yes" : ""])));
    }

    private static XElement? Sensitivity(IReadOnlyList<SensitivityRow> rows)
    {
        SensitivityPlot plot = new([.. rows.Where(r => r.Metric == rows[0].Metric && r.Scope == rows[0].Scope)]);
        return ReportPage.Section(
            "sensitivity", "What matters", plot.HasData ? new FigureSheet().Figure(plot) : null,
            Html.Paragraph("Effect: largest less smallest mean over the levels of one axis, everything else as at the first point. Alone, total: shares of the variance over all points."),
            Html.Table(
                "Effects of the axes",
                ["Metric", "Axis", "Effect", "±", "Alone", "Total"],
                rows.Take(MostRows).Select(r => (IReadOnlyList<string>)
                    [Labels.MetricIn(r.Metric, r.Scope) + (r.Unit.Length > 0 ? $" ({r.Unit})" : ""), r.Axis, Text(r.Effect), Text(r.EffectHalf), Share(r.FirstOrder), Share(r.Total)]),
                textColumns: 2));
    }

    private static XElement? Origin(BatchManifest manifest) => ReportPage.Section(
        "origin", "Where the numbers come from",
        Html.Paragraph($"{manifest.Program}, sweep {manifest.Sweep}, digest ", Html.Tag("code", manifest.SweepDigest[..16]), $", seeds {manifest.FirstSeed} to {manifest.FirstSeed + manifest.Seeds - 1}. The settings of every point are in {BatchFolder.PointsFile}, all figures in {BatchFolder.MergedFile}, the whole digest in {BatchFolder.ManifestFile}."));

    private static string Text(double value) => double.IsFinite(value) ? Numbers.Text(value) : "";

    private static string Share(double value) => double.IsFinite(value) ? value.ToString("0.000", CultureInfo.InvariantCulture) : "";
}
