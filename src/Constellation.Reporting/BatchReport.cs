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
    /// <param name="names">Of its points.</param>
    /// <param name="rows">Of its comparison.</param>
    public static string Of(BatchManifest manifest, IReadOnlyList<string> names, IReadOnlyList<PairedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(manifest);
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
            Html.Tag("p", Html.Class("lead"), $"{manifest.Question} {manifest.Points} points with {manifest.Seeds} seeds each, the same seeds for every point.".Trim())));
        html.Append("<main>\n");
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

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "";
}
