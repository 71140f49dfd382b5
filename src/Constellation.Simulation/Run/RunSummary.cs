using Constellation.Core;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>The figures of a run in rows <c>metric,scope,value,unit</c>.</summary>
/// <remarks>
/// <c>sisre_*</c> and <c>odts_*</c>: scopes <c>all</c>, the orbit classes, and each satellite; rms over epochs (and satellites), the percentile of
/// the instantaneous value. User figures: regions (area-weighted grid) and sites; the 95th percentiles are of all user epochs with a fix; <c>worst-site</c> repeats the
/// site and <c>worst-cell</c> gives the cell with the greatest horizontal one.
/// </remarks>
internal static class RunSummary
{
    public const string WorstSite = "worst-site", WorstCell = "worst-cell", All = "all";

    /// <summary>Whether a name is that of rows which are not a site's.</summary>
    public static bool IsScope(string name) => name is WorstSite or WorstCell or All || Region.Standard.Any(r => r.Name == name)
        || Enum.GetNames<OrbitClass>().Contains(name, StringComparer.OrdinalIgnoreCase) || SatelliteId.TryParse(name, null, out _);

    public static IReadOnlyList<SummaryRow> Of(RunResult result)
    {
        List<SummaryRow> rows = [];
        Dictionary<string, string> classes = result.Manifest.Satellites.ToDictionary(s => s.Sat, s => s.OrbitClass);
        string[] present = [.. classes.Values.Distinct().OrderBy(c => Enum.Parse<OrbitClass>(c, ignoreCase: true))];
        string[] scopes = [All, .. present.Length > 1 ? present : [], .. classes.Keys];
        foreach (string scope in scopes)
        {
            bool In(string satellite) => scope == All || scope == satellite || classes[satellite] == scope;
            Sisre(rows, scope, [.. result.Sisre.Where(r => In(r.Satellite.ToString()))]);
            Odts(rows, scope, [.. result.Odts.Where(r => In(r.Satellite.ToString()))]);
        }

        Users(rows, result);
        return rows;
    }

    private static void Sisre(List<SummaryRow> rows, string scope, SisreRow[] samples)
    {
        if (samples.Length == 0)
        {
            return;
        }

        rows.Add(new("sisre_rms", scope, Rms(samples, s => s.Sisre), "m"));
        rows.Add(new("sisre_p95", scope, WeightedStatistics.Percentile([.. samples.Select(s => s.Sisre)], [], 0.95), "m"));
        rows.Add(new("sisre_orbit_rms", scope, Rms(samples, s => s.Error.OrbitSisre(s.Weights)), "m"));
        rows.Add(new("sisre_radial_rms", scope, Rms(samples, s => s.Error.Radial), "m"));
        rows.Add(new("sisre_along_rms", scope, Rms(samples, s => s.Error.Along), "m"));
        rows.Add(new("sisre_cross_rms", scope, Rms(samples, s => s.Error.Cross), "m"));
        rows.Add(new("sisre_clock_rms", scope, Rms(samples, s => s.Error.Clock), "m"));
        rows.Add(new("age_mean", scope, samples.Average(s => s.AgeSeconds), "s"));
    }

    private static void Odts(List<SummaryRow> rows, string scope, OdtsRow[] samples)
    {
        if (samples.Length == 0)
        {
            return;
        }

        rows.Add(new("odts_radial_rms", scope, Rms(samples, s => s.Radial), "m"));
        rows.Add(new("odts_along_rms", scope, Rms(samples, s => s.Along), "m"));
        rows.Add(new("odts_cross_rms", scope, Rms(samples, s => s.Cross), "m"));
        rows.Add(new("odts_clock_rms", scope, Rms(samples, s => s.Clock), "m"));
    }

    private static void Users(List<SummaryRow> rows, RunResult result)
    {
        AccuracyThresholds thresholds = result.Scenario.Users.Thresholds;
        foreach (Region region in Region.Standard)
        {
            AccuracyStatistics statistics = AccuracyStatistics.Of(region, result.Users, result.Fixes, thresholds);
            if (statistics.Users > 0)
            {
                Accuracy(rows, statistics);
            }
        }

        List<AccuracyStatistics> sites = [.. Enumerable.Range(0, result.SiteCount).Select(site => AccuracyStatistics.Of(site, result.Users, result.Fixes, thresholds))];
        sites.ForEach(site => Accuracy(rows, site));
        if (sites.MaxBy(s => double.IsNaN(s.Horizontal95) ? double.PositiveInfinity : s.Horizontal95) is { } worst)
        {
            Accuracy(rows, worst with { Scope = WorstSite });
        }

        rows.Add(new("horizontal_95", WorstCell, AccuracyStatistics.Of(Region.Global, result.Users, result.Fixes, thresholds).WorstHorizontal95, "m"));
    }

    private static void Accuracy(List<SummaryRow> rows, AccuracyStatistics s)
    {
        rows.Add(new("horizontal_95", s.Scope, s.Horizontal95, "m"));
        rows.Add(new("vertical_95", s.Scope, s.Vertical95, "m"));
        rows.Add(new("horizontal_rms", s.Scope, s.HorizontalRms, "m"));
        rows.Add(new("vertical_rms", s.Scope, s.VerticalRms, "m"));
        rows.Add(new("pdop_mean", s.Scope, s.MeanPdop, ""));
        rows.Add(new("satellites_mean", s.Scope, s.MeanSatellites, ""));
        rows.Add(new("availability", s.Scope, s.Availability, ""));
    }

    private static double Rms<T>(T[] samples, Func<T, double> value)
    {
        double sum = 0;
        foreach (T sample in samples)
        {
            double v = value(sample);
            sum += v * v;
        }

        return Math.Sqrt(sum / samples.Length);
    }
}
