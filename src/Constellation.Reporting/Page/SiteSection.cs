using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>One city over the run: the first site of the manifest.</summary>
internal static class SiteSection
{
    public static XElement? Of(ReportData data, FigureSheet figures)
    {
        if (data.Site is not { } series || data.Sky is not { } sky)
        {
            return null;
        }

        RunSite site = series.Site;
        return ReportPage.Section(
            "site",
            "One city: " + Labels.Scope(site.Name),
            Html.Paragraph($"Latitude {Degrees(site.LatitudeDeg, "N", "S")}, longitude {Degrees(site.LongitudeDeg, "E", "W")}, height {site.HeightM:0} m."),
            Html.Tag(
                "div",
                Html.Class("pair"),
                figures.Figure(new SkyPlot(sky)),
                Html.Tag("div", figures.Figure(new SiteSatellitesPlot(series)), figures.Figure(new SitePdopPlot(series)))),
            figures.Figure(new SiteErrorPlot(series)));
    }

    private static string Degrees(double value, string positive, string negative) => $"{Math.Abs(value):0.##}° {(value < 0 ? negative : positive)}";
}
