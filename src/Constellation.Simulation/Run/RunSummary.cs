using Constellation.Core;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>The figures of a run in rows <c>metric,scope,value,unit</c>.</summary>
/// <remarks>
/// <c>sisre_*</c> and <c>odts_*</c>: scopes <c>all</c>, the orbit classes, and each satellite; rms over epochs (and satellites), the percentile of
/// the instantaneous value. User figures: regions (area-weighted grid) and sites; the 95th percentiles are of all user epochs with a fix; <c>worst-site</c> repeats the
/// site and <c>worst-cell</c> gives the cell with the greatest horizontal one. <c>lost_*</c> and <c>years_*</c>: where the scenario follows failures.
/// </remarks>
internal static class RunSummary
{
    public const string WorstSite = "worst-site", WorstCell = "worst-cell", All = "all";

    /// <summary>Metrics of the whole and of satellites, from messages and from estimates.</summary>
    public static IReadOnlyList<string> SignalMetrics { get; } =
    [
        "sisre_rms", "sisre_p95", "sisre_orbit_rms", "sisre_radial_rms", "sisre_along_rms", "sisre_cross_rms", "sisre_clock_rms", "age_mean",
        "odts_radial_rms", "odts_along_rms", "odts_cross_rms", "odts_clock_rms",
    ];

    /// <summary>Metrics of users.</summary>
    public static IReadOnlyList<string> UserMetrics { get; } = ["horizontal_95", "vertical_95", "horizontal_rms", "vertical_rms", "pdop_mean", "satellites_mean", "availability"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [.. SignalMetrics, .. UserMetrics, .. EnduranceFigures.Metrics];

    /// <summary>Whether a name is that of rows which are not a site's.</summary>
    public static bool IsScope(string name) => name is WorstSite or WorstCell or All || Region.Standard.Any(r => r.Name == name)
        || Enum.GetNames<OrbitClass>().Contains(name, StringComparer.OrdinalIgnoreCase) || SatelliteId.TryParse(name, null, out _);

    public static IReadOnlyList<SummaryRow> Of(RunResult result)
    {
        List<SummaryRow> rows = [];
        Signals(rows, [.. result.Manifest.Satellites.Select(s => (s.Sat, s.OrbitClass))], result.Sisre, result.Odts);
        Users(rows, result.Users, result.SiteCount, result.Fixes, result.Scenario.Users.Thresholds);
        rows.AddRange(new EnduranceFigures().Of(result.Scenario, EnduranceFigures.Metrics, CancellationToken.None));
        return rows;
    }

    /// <summary>Rows of the whole, of the classes of orbit where there are several, and of each satellite.</summary>
    public static void Signals(List<SummaryRow> rows, IReadOnlyList<(string Name, string Class)> satellites, IReadOnlyList<SisreRow> sisre, IReadOnlyList<OdtsRow> odts)
    {
        string[] present = [.. satellites.Select(s => s.Class).Distinct().OrderBy(c => Enum.Parse<OrbitClass>(c, ignoreCase: true))];
        ILookup<SatelliteId, int> sisreOf = Places(sisre, r => r.Satellite), odtsOf = Places(odts, r => r.Satellite);
        foreach (string scope in (string[])[All, .. present.Length > 1 ? present : [], .. satellites.Select(s => s.Name)])
        {
            SatelliteId[] members = [.. satellites.Where(s => scope == All || scope == s.Name || s.Class == scope).Select(s => SatelliteId.Parse(s.Name))];
            Sisre(rows, scope, Chosen(sisre, sisreOf, members));
            Odts(rows, scope, Chosen(odts, odtsOf, members));
        }
    }

    private static ILookup<SatelliteId, int> Places<T>(IReadOnlyList<T> rows, Func<T, SatelliteId> of) => Enumerable.Range(0, rows.Count).ToLookup(i => of(rows[i]));

    /// <summary>Rows of some satellites in the order of the table, on which the last digits of sums depend.</summary>
    private static T[] Chosen<T>(IReadOnlyList<T> rows, ILookup<SatelliteId, int> places, SatelliteId[] members)
    {
        int[] chosen = [.. members.SelectMany(m => places[m])];
        Array.Sort(chosen);
        return Array.ConvertAll(chosen, i => rows[i]);
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

    /// <summary>Rows of regions, sites, the worst of them, and the worst cell.</summary>
    public static void Users(List<SummaryRow> rows, IReadOnlyList<UserDefinition> users, int siteCount, UserFix[][] fixes, AccuracyThresholds thresholds)
    {
        foreach (Region region in Region.Standard)
        {
            AccuracyStatistics statistics = AccuracyStatistics.Of(region, users, fixes, thresholds);
            if (statistics.Users > 0)
            {
                Accuracy(rows, statistics);
            }
        }

        List<AccuracyStatistics> sites = [.. Enumerable.Range(0, siteCount).Select(site => AccuracyStatistics.Of(site, users, fixes, thresholds))];
        sites.ForEach(site => Accuracy(rows, site));
        if (sites.MaxBy(s => double.IsNaN(s.Horizontal95) ? double.PositiveInfinity : s.Horizontal95) is { } worst)
        {
            Accuracy(rows, worst with { Scope = WorstSite });
        }

        rows.Add(new("horizontal_95", WorstCell, AccuracyStatistics.Of(Region.Global, users, fixes, thresholds).WorstHorizontal95, "m"));
    }

    /// <summary>Rows of every cell of the grid, by its middle; no part of a run's own summary.</summary>
    public static void Cells(List<SummaryRow> rows, IReadOnlyList<UserDefinition> users, UserFix[][] fixes, AccuracyThresholds thresholds)
    {
        foreach ((int index, UserDefinition cell) in users.Index().Where(u => u.Item.AreaWeight > 0))
        {
            Accuracy(rows, AccuracyStatistics.Of(index, users, fixes, thresholds) with { Scope = cell.Name });
        }
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
