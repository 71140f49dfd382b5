using System.Xml.Linq;
using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What users get: by region, by site, and on the map.</summary>
internal static class UserSection
{
    private static readonly string[] s_satelliteScopes = ["all", "meo", "igso", "geo"];

    public static XElement? Of(ReportData data, FigureSheet figures)
    {
        RunManifest manifest = data.Manifest;
        HashSet<string> sites = [.. manifest.Sites.Select(s => s.Name)];
        SummaryRow[] rows = [.. data.Summary.Where(r => !IsOfSatellites(r.Scope, manifest) && r.Metric != "worst_site")];
        AccuracyMap accuracy = new(data.Grid, manifest.Sites);
        return ReportPage.Section(
            "users",
            "Accuracy for users",
            new SummaryPivot(rows.Where(r => !sites.Contains(r.Scope))).Table("By region: all cells of the grid inside it, weighted by area", "Region"),
            new SummaryPivot(rows.Where(r => sites.Contains(r.Scope))).Table("By site", "Site"),
            accuracy.HasData ? null : Html.Paragraph(Html.Class("warning"), "No user of the world grid had a position at any epoch: there is no map."),
            figures.Figure(accuracy),
            figures.Figure(new PdopMap(data.Grid, manifest.Sites)));
    }

    /// <summary>A satellite, a class of orbit, or all satellites; the rest are regions and sites.</summary>
    public static bool IsOfSatellites(string scope, RunManifest manifest) =>
        s_satelliteScopes.Contains(scope) || (SatelliteId.TryParse(scope, null, out _) && manifest.Satellites.Any(s => s.Sat == scope));
}
