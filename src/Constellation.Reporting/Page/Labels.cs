using System.Globalization;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Names of metrics and scopes as people write them.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, string> s_metrics = new()
    {
        ["sisre_rms"] = "SISRE, RMS",
        ["sisre_p95"] = "SISRE, 95 %",
        ["sisre_orbit_rms"] = "SISRE orbit, RMS",
        ["sisre_clock_rms"] = "SISRE clock, RMS",
        ["sisre_radial_rms"] = "SISRE radial, RMS",
        ["sisre_along_rms"] = "SISRE along-track, RMS",
        ["sisre_cross_rms"] = "SISRE cross-track, RMS",
        ["odts_radial_rms"] = "ODTS radial, RMS",
        ["odts_along_rms"] = "ODTS along-track, RMS",
        ["odts_cross_rms"] = "ODTS cross-track, RMS",
        ["odts_clock_rms"] = "ODTS clock, RMS",
        ["horizontal_95"] = "Horizontal, 95 %",
        ["vertical_95"] = "Vertical, 95 %",
        ["horizontal_rms"] = "Horizontal, RMS",
        ["vertical_rms"] = "Vertical, RMS",
        ["pdop_mean"] = "PDOP, mean",
        ["availability"] = "Availability",
        ["satellites_mean"] = "Satellites, mean",
        ["age_mean"] = "Age of the message, mean",
        ["lost_one_availability"] = "Good geometry, worst satellite lost",
        ["lost_one_worst_place"] = "Good geometry at the worst place, worst satellite lost",
        ["lost_one_pdop"] = "PDOP, worst satellite lost",
        ["lost_two_availability"] = "Good geometry, worst two lost",
        ["years_availability"] = "Good geometry over years",
        ["years_everywhere"] = "Good geometry everywhere over years",
        ["years_worst_place"] = "Good geometry at the worst place over years",
        ["years_pdop"] = "PDOP over years",
        ["years_continuity"] = "Continuity over years, per hour",
        ["years_slots"] = "Slots that serve over years",
        ["worst_site"] = "Worst site, horizontal 95 %",
    };

    private static readonly HashSet<string> s_capitals = ["meo", "igso", "geo", "sisre", "odts", "gdop", "pdop", "hdop", "vdop", "tdop", "hpl", "vpl", "rms"];

    /// <summary>A metric of <c>summary.csv</c>; one that is not known is shown by its words.</summary>
    public static string Metric(string metric) =>
        s_metrics.TryGetValue(metric, out string? label) ? label
        : Sentence(string.Join(' ', metric.Split('_').Select(w => s_capitals.Contains(w) ? w.ToUpperInvariant() : w)));

    /// <summary>A metric with its scope where that is not the whole, and its unit: <c>Horizontal, 95 %, global (m)</c>.</summary>
    public static string MetricOf(PairedRow row) => MetricIn(row.Metric, row.Scope) + (row.Unit.Length > 0 ? $" ({row.Unit})" : "");

    /// <summary>A metric with its scope where that is not the whole.</summary>
    public static string MetricIn(string metric, string scope) => Metric(metric) + (scope == "all" ? "" : ", " + scope);

    /// <summary>A region, class or site: <c>Asia Pacific</c>, <c>MEO</c>, <c>New York</c>.</summary>
    public static string Scope(string scope) => CleanText.Of(
        s_capitals.Contains(scope) ? scope.ToUpperInvariant()
        : !scope.Any(char.IsUpper) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(scope.Replace('-', ' '))
        : scope);

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
