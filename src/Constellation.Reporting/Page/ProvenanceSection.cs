using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What it takes to make the same run again.</summary>
internal static class ProvenanceSection
{
    public static XElement? Of(RunManifest manifest) => ReportPage.Section(
        "provenance",
        "How to repeat it",
        Html.Tag(
            "dl",
            Item("Program", manifest.Program),
            Item("Scenario", manifest.Scenario),
            Item("Seed", manifest.Seed.ToString()),
            Item("Scenario digest (SHA-256)", manifest.ScenarioDigest),
            Item("Format of the folder", manifest.FormatVersion.ToString()),
            manifest.Tables.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Item("Table: " + t.Key, t.Value))),
        Html.Paragraph("The same program, scenario and seed give the same bytes. All numbers of this page come from the tables beside it: "
            + $"{RunFolder.SummaryFile}, {RunFolder.SisreFile}, {RunFolder.OdtsFile}, {RunFolder.GridFile}, {RunFolder.SitesFile}, {RunFolder.OrbitsFile}."),
        Html.Tag("details", Html.Tag("summary", "Every setting that was in force"), Html.Tag("pre", manifest.ScenarioText)));

    private static XElement[] Item(string name, string value) => [Html.Tag("dt", name), Html.Tag("dd", value)];
}
