using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>For people: what only one of two runs has, and what their figures therefore leave out.</summary>
public static class ComparisonGaps
{
    public static IEnumerable<string> Of(RunPair pair, IReadOnlyList<ComparisonRow> rows)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(rows);
        HashSet<string> satellites = [.. pair.A.Manifest.Satellites.Concat(pair.B.Manifest.Satellites).Select(s => s.Sat)];
        HashSet<string> sites = [.. pair.A.Manifest.Sites.Concat(pair.B.Manifest.Sites).Select(s => s.Name)];
        ComparisonRow[] signals = [.. rows.Where(r => r.Metric == "sisre_rms" && satellites.Contains(r.Scope))];
        ComparisonRow[] positions = [.. rows.Where(r => r.Metric == "horizontal_rms" && (r.Scope == "global" || sites.Contains(r.Scope)))];
        return
        [
            .. Told("signals", "first", signals, r => r.OnlyA), .. Told("signals", "second", signals, r => r.OnlyB),
            .. Told("positions", "first", positions, r => r.OnlyA), .. Told("positions", "second", positions, r => r.OnlyB),
        ];
    }

    private static IEnumerable<string> Told(string what, string run, ComparisonRow[] rows, Func<ComparisonRow, int> only)
    {
        ComparisonRow[] gaps = [.. rows.Where(r => only(r) > 0)];
        if (gaps.Length > 0)
        {
            yield return $"{what} that only the {run} run has are left out of both runs' figures: "
                + string.Join(", ", gaps.Select(r => $"{r.Scope} {only(r)} of {only(r) + r.Values}"));
        }
    }
}
