using System.Text;
using System.Xml.Linq;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>The text of <c>report.html</c>: sections in the order of the questions a reader has.</summary>
internal static class ReportPage
{
    public static string Of(ReportData data, FigureSheet figures)
    {
        RunManifest manifest = data.Manifest;
        XElement?[] sections =
        [
            HeadlineSection.Of(data),
            OriginSection.Of(manifest),
            UserSection.Of(data, figures),
            SignalSection.Of(data, figures),
            ControlSection.Of(data, figures),
            ClockSection.Of(data, figures),
            SiteSection.Of(data, figures),
            SatelliteSection.Of(data),
            ProvenanceSection.Of(manifest),
        ];
        StringBuilder html = new("<!DOCTYPE html>\n<html lang=\"en\">\n");
        Append(html, Html.Tag(
            "head",
            Html.Tag("meta", Html.Attribute("charset", "utf-8")),
            Html.Tag("meta", Html.Attribute("name", "viewport"), Html.Attribute("content", "width=device-width, initial-scale=1")),
            Html.Tag("title", $"{manifest.Title} – Constellation report"),
            Html.Tag("style", ReportStyle.Css)));
        html.Append("<body>\n");
        Append(html, Header(data.Folder, sections));
        html.Append("<main>\n");
        foreach (XElement? section in sections)
        {
            if (section is not null)
            {
                Append(html, section);
            }
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A section with its heading; nothing where nothing is in it.</summary>
    public static XElement? Section(string id, string heading, params object?[] content) =>
        content.All(c => c is null) ? null : Html.Tag("section", Html.Id(id), Html.Tag("h2", heading), content);

    private static XElement Header(RunFolder folder, XElement?[] sections)
    {
        RunManifest manifest = folder.Manifest;
        EpochGrid epochs = folder.Epochs;
        return Html.Tag(
            "header",
            Html.Tag("h1", manifest.Title),
            Html.Tag(
                "p",
                Html.Class("lead"),
                $"Scenario {manifest.Scenario}: {manifest.Satellites.Count} satellite{(manifest.Satellites.Count == 1 ? "" : "s")}, {Moment(epochs.Start)} to {Moment(epochs.Last)} GPST, every {Numbers.Duration(manifest.StepSeconds)}, seed {manifest.Seed}."),
            Html.Tag(
                "nav",
                Html.Attribute("aria-label", "Contents"),
                sections.OfType<XElement>().Select(s => Html.Tag("a", Html.Attribute("href", "#" + s.Attribute("id")!.Value), s.Element("h2")!.Value))));
    }

    private static string Moment(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0)[..16].Replace('T', ' ');

    private static void Append(StringBuilder html, XElement element) => html.Append(element.ToString(SaveOptions.DisableFormatting)).Append('\n');
}
