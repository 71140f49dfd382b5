using Constellation.Core;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What changed for the user from one run to another: signals in space by class and satellite, positions and availability by region and site.</summary>
public static class RunComparison
{
    /// <exception cref="InputException">A table is missing, not readable or does not fit its manifest.</exception>
    public static IReadOnlyList<ComparisonRow> Of(RunPair pair, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(pair);
        int epochs = pair.A.Manifest.Epochs;
        List<ComparisonRow> rows = [.. Signals(pair)];
        UserFigures gridA = UserFigures.Grid(pair.A), gridB = UserFigures.Grid(pair.B);
        PairedUsers grid = new(gridA, gridB, epochs);
        foreach (Region region in Region.Standard)
        {
            cancel.ThrowIfCancellationRequested();
            rows.AddRange(Users(grid, region.Name, gridA.In(region), gridB.In(region)));
        }

        string[] sites = [.. pair.A.Manifest.Sites.Select(s => s.Name).Intersect(pair.B.Manifest.Sites.Select(s => s.Name))];
        if (sites.Length > 0)
        {
            PairedUsers atSites = new(UserFigures.Sites(pair.A), UserFigures.Sites(pair.B), epochs);
            rows.AddRange(sites.SelectMany(site => Users(atSites, site, [Place(pair.A, site)], [Place(pair.B, site)])));
        }

        return rows;
    }

    private static int Place(RunFolder folder, string site) => folder.Manifest.Sites.Select((s, i) => (s.Name, i)).First(s => s.Name == site).i;

    private static IEnumerable<ComparisonRow> Signals(RunPair pair)
    {
        PairedSignals signals = new(new(pair.A), new(pair.B), pair.A.Manifest.Epochs);
        RunSatellite[] satellites = [.. pair.A.Manifest.Satellites.Concat(pair.B.Manifest.Satellites)];
        string[] classes = [.. OrbitClasses.Of(pair.A.Manifest.Satellites).Union(OrbitClasses.Of(pair.B.Manifest.Satellites))];
        string[] names = [.. satellites.Select(s => s.Sat).Distinct().Order(StringComparer.Ordinal)];
        foreach (string scope in (string[])["all", .. classes.Length > 1 ? classes : [], .. names])
        {
            string[] chosen = [.. satellites.Where(s => scope == "all" || s.OrbitClass == scope || s.Sat == scope).Select(s => s.Sat).Distinct()];
            foreach (string metric in SisreFigures.Metrics)
            {
                yield return signals.Of(metric, scope, chosen);
            }
        }
    }

    private static IEnumerable<ComparisonRow> Users(PairedUsers users, string scope, int[] usersA, int[] usersB) =>
        usersA.Length == 0 ? [] : UserFigures.Metrics.Select(metric => users.Of(metric, scope, usersA, usersB));
}
