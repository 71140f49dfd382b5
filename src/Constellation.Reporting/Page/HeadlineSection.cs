using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The numbers that answer "how good is it": of all satellites and of the whole globe.</summary>
internal static class HeadlineSection
{
    private static readonly (string Metric, string[] Scopes, string Name, string Meaning)[] s_tiles =
    [
        ("sisre_rms", ["all", "global"], "SISRE", "signal-in-space range error, RMS"),
        ("horizontal_95", ["global", "all"], "Horizontal", "95 % of positions are better"),
        ("vertical_95", ["global", "all"], "Vertical", "95 % of positions are better"),
        ("pdop_mean", ["global", "all"], "PDOP", "mean, geometry alone"),
        ("availability", ["global", "all"], "Availability", "position within the limits"),
        ("odts_radial_rms", ["all", "global"], "ODTS radial", "operator's orbits, RMS"),
        ("odts_along_rms", ["all", "global"], "ODTS along-track", "operator's orbits, RMS"),
        ("odts_cross_rms", ["all", "global"], "ODTS cross-track", "operator's orbits, RMS"),
        ("odts_clock_rms", ["all", "global"], "ODTS clock", "operator's clocks, RMS"),
    ];

    public static XElement? Of(ReportData data)
    {
        IReadOnlyList<SummaryRow> summary = data.Summary;
        XElement[] tiles = [.. s_tiles.Select(t => Tile(summary, t.Metric, t.Scopes, t.Name, t.Meaning)).OfType<XElement>()];
        return tiles.Length == 0 ? null : ReportPage.Section(
            "headline",
            "At a glance",
            Sentence(summary),
            Html.Tag("div", Html.Class("tiles"), tiles),
            Worst(data.Manifest.Sites, summary));
    }

    private static SummaryRow? Find(IReadOnlyList<SummaryRow> summary, string metric, params string[] scopes) =>
        scopes.SelectMany(scope => summary.Where(r => r.Metric == metric && r.Scope == scope)).Cast<SummaryRow?>().FirstOrDefault();

    private static XElement? Sentence(IReadOnlyList<SummaryRow> summary) =>
        Find(summary, "horizontal_95", "global") is { } horizontal && Find(summary, "vertical_95", "global") is { } vertical && double.IsFinite(horizontal.Value) && double.IsFinite(vertical.Value)
            ? Html.Paragraph($"A user anywhere on Earth who solves for position and clock from one epoch is right to {Numbers.Text(horizontal.Value, horizontal.Unit)} horizontally "
                + $"and {Numbers.Text(vertical.Value, vertical.Unit)} vertically in 95 % of cases.")
            : null;

    private static XElement? Tile(IReadOnlyList<SummaryRow> summary, string metric, string[] scopes, string name, string meaning)
    {
        if (Find(summary, metric, scopes) is not { } row)
        {
            return null;
        }

        string unit = double.IsFinite(row.Value) ? SummaryPivot.Unit(metric, row.Unit) : "";
        return Html.Tag(
            "div",
            Html.Class("tile"),
            Html.Tag("span", Html.Class("name"), name),
            Html.Tag("span", Html.Class("value"), SummaryPivot.Value(row), unit.Length > 0 ? Html.Tag("small", " " + unit) : null),
            Html.Tag("span", Html.Class("meaning"), meaning));
    }

    private static XElement? Worst(IReadOnlyList<RunSite> sites, IReadOnlyList<SummaryRow> summary)
    {
        SummaryRow worst = summary.FirstOrDefault(r => r.Metric == "worst_site");
        return worst.Metric is null || !double.IsFinite(worst.Value) || sites.All(s => s.Name != worst.Scope)
            ? null
            : Html.Paragraph($"Worst of the {sites.Count} named sites: {Labels.Scope(worst.Scope)}, {Numbers.Text(worst.Value, worst.Unit)} horizontally (95 %).");
    }
}
