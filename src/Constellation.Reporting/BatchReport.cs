using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The page of a batch: its question, a table and a picture for each metric, what is assumed, where the numbers come from.</summary>
public static class BatchReport
{
    private const int MostRows = 400;

    /// <param name="manifest">Of the batch.</param>
    /// <param name="points">Of it.</param>
    /// <param name="rows">Of its comparison.</param>
    /// <param name="front">Of its first metric.</param>
    /// <param name="sensitivity">Of all its metrics.</param>
    public static string Of(BatchManifest manifest, PointTable points, IReadOnlyList<PairedRow> rows, IReadOnlyList<ParetoRow> front, IReadOnlyList<SensitivityRow> sensitivity)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(points);
        IReadOnlyList<string> names = points.Names;
        StringBuilder html = new("<!DOCTYPE html>\n<html lang=\"en\">\n");
        void Append(XElement? element) => html.Append(element?.ToString(SaveOptions.DisableFormatting)).Append('\n');
        Append(Html.Tag(
            "head",
            Html.Tag("meta", Html.Attribute("charset", "utf-8")),
            Html.Tag("meta", Html.Attribute("name", "viewport"), Html.Attribute("content", "width=device-width, initial-scale=1")),
            Html.Tag("title", $"{manifest.Title} – Constellation batch"),
            Html.Tag("style", ReportStyle.Css)));
        html.Append("<body>\n");
        Append(Html.Tag(
            "header",
            Html.Tag("h1", manifest.Title),
            Html.Tag("p", Html.Class("lead"), $"{manifest.Question} {manifest.Points} points with {(manifest.Seeds == 1 ? "one seed" : $"{manifest.Seeds} seeds")} each, the same for every point.".Trim())));
        html.Append("<main>\n");
        Append(League(names, rows));
        foreach (IGrouping<string, ParetoRow> count in front.GroupBy(r => r.Count))
        {
            Append(ReportPage.Section("pareto-" + count.Key, $"{rows[0].Metric} against {ParetoPlot.What(count.Key)}", new FigureSheet().Figure(new ParetoPlot([.. count], names)), Front([.. count], names)));
        }

        if (sensitivity.Count > 0)
        {
            Append(Sensitivity(sensitivity));
        }

        foreach (IGrouping<(string Metric, string Scope), PairedRow> metric in rows.GroupBy(r => (r.Metric, r.Scope)))
        {
            PairedRow[] of = [.. metric];
            string id = $"{metric.Key.Metric}-{metric.Key.Scope}";
            Append(ReportPage.Section(id, $"{metric.Key.Metric}, {metric.Key.Scope}", new FigureSheet().Figure(new BatchComparisonPlot(of, names)), Table(of, names)));
        }

        if (manifest.Assumed.Count > 0)
        {
            Append(ReportPage.Section("assumed", "Assumed", Html.Tag("ul", manifest.Assumed.Select(a => Html.Tag("li", a)))));
        }

        Append(ReportPage.Section("origin", "Where the numbers come from", Html.Paragraph($"{manifest.Program}, sweep {manifest.Sweep}, digest {manifest.SweepDigest}, seeds {manifest.FirstSeed} to {manifest.FirstSeed + manifest.Seeds - 1}. The settings of every point are in {BatchFolder.PointsFile}, all figures in {BatchFolder.MergedFile}.")));
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static XElement Table(PairedRow[] rows, IReadOnlyList<string> names) => Html.Table(
        $"Means over seeds and paired differences to '{names[rows[0].Point]}', each with half of its 95 % interval{(rows[0].Unit.Length > 0 ? $"; {rows[0].Unit}" : "")}. The interval of a difference is the smallest difference that these seeds can prove.",
        ["Point", "Mean", "±", "Difference", "±", "Certain"],
        rows.Take(MostRows).Select(r => (IReadOnlyList<string>)[names[r.Point], Number(r.Mean), Number(r.MeanHalf), r.Point == 0 ? "" : Number(r.Difference), r.Point == 0 ? "" : Number(r.DifferenceHalf), r.Point == 0 ? "" : r.IsProven ? "yes" : "no"]));

    /// <summary>All points by all metrics: the mean, and its rank among the points.</summary>
    private static XElement? League(IReadOnlyList<string> names, IReadOnlyList<PairedRow> rows)
    {
        LeagueRow[] league = [.. LeagueTable.Of(rows)];
        string[] columns = [.. league.Select(r => r.Column).Distinct()];
        return league.Length == 0 ? null : ReportPage.Section("league", "All points at a glance", Html.Table(
            "Means over seeds and, in brackets, the rank among the points: 1 is best. Ranks are of means; whether a difference is certain is told below.",
            ["Point", .. columns],
            league.GroupBy(r => r.Row.Point).OrderBy(p => p.First().Rank).ThenBy(p => p.Key).Take(MostRows)
                .Select(p => (IReadOnlyList<string>)[names[p.Key], .. columns.Select(c => p.FirstOrDefault(r => r.Column == c) is { } r ? $"{Number(r.Row.Mean)} ({r.Rank})" : "")])));
    }

    private static XElement Front(ParetoRow[] rows, IReadOnlyList<string> names) => Html.Table(
        $"Points in order of {ParetoPlot.What(rows[0].Count)}. On the front: no other point gives a better mean for as many or fewer.",
        ["Point", "Number", "Mean", "±", "On the front"],
        rows.Take(MostRows).Select(r => (IReadOnlyList<string>)[names[r.Row.Point], Number(r.Number), Number(r.Row.Mean), Number(r.Row.MeanHalf), r.OnFront ? "yes" : ""]));

    private static XElement? Sensitivity(IReadOnlyList<SensitivityRow> rows)
    {
        SensitivityPlot plot = new([.. rows.Where(r => r.Metric == rows[0].Metric && r.Scope == rows[0].Scope)]);
        return ReportPage.Section("sensitivity", "What matters", plot.HasData ? new FigureSheet().Figure(plot) : null, Html.Table(
            "Effect: largest less smallest mean over the levels of one axis, everything else as at the first point. Alone, total: shares of the variance over all points.",
            ["Metric", "Axis", "Effect", "±", "Alone", "Total"],
            rows.Take(MostRows).Select(r => (IReadOnlyList<string>)[$"{r.Metric}, {r.Scope}{(r.Unit.Length > 0 ? $" ({r.Unit})" : "")}", r.Axis, Number(r.Effect), Number(r.EffectHalf), Number(r.FirstOrder), Number(r.Total)]),
            textColumns: 2));
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "";
}
