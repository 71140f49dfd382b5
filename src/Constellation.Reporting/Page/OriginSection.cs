using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What was simulated and what was read from files, what errors are counted from, and what a reader should know.</summary>
internal static class OriginSection
{
    private const string Simulated = "simulated";

    public static XElement? Of(RunManifest manifest) => ReportPage.Section(
        "origin",
        "Simulated or read",
        manifest.Stages.Count == 0 ? null : Html.Tag("ol", Html.Class("chain"), manifest.Stages.Select(Stage)),
        Html.Paragraph("Errors are estimate, or broadcast message, minus truth. Clock errors are in metres of light travel and count from: " + manifest.ClockDatum + "."),
        Html.Paragraph($"Users see satellites above {manifest.MaskDeg:0.##}° of elevation. The world grid has cells of {manifest.GridStepDeg:0.##}°."),
        manifest.Notes.Count == 0 ? null : Html.Tag("div", Html.Class("notes"), Html.Tag("h3", "Notes"), Html.Tag("ul", manifest.Notes.Select(n => Html.Tag("li", n)))));

    private static XElement Stage(KeyValuePair<string, string> stage) => Html.Tag(
        "li",
        Html.Class(stage.Value == Simulated ? Simulated : "read"),
        Html.Tag("strong", Labels.Scope(stage.Key)),
        Html.Tag("span", stage.Value == Simulated ? Simulated : "read: " + stage.Value));
}
