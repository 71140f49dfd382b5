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
        EpochBatches batches = new(pair.A.Manifest.Epochs);
        List<ComparisonRow> rows = [];
        Signals(pair, batches, rows);
        UserFigures gridA = UserFigures.Grid(pair.A), gridB = UserFigures.Grid(pair.B);
        foreach (Region region in Region.Standard)
        {
            cancel.ThrowIfCancellationRequested();
            Users(region.Name, gridA, gridA.In(region), gridB, gridB.In(region), batches, pair.A.Manifest.Epochs, rows);
        }

        string[] sites = [.. pair.A.Manifest.Sites.Select(s => s.Name).Intersect(pair.B.Manifest.Sites.Select(s => s.Name))];
        if (sites.Length > 0)
        {
            UserFigures sitesA = UserFigures.Sites(pair.A), sitesB = UserFigures.Sites(pair.B);
            foreach (string site in sites)
            {
                Users(site, sitesA, [Place(pair.A, site)], sitesB, [Place(pair.B, site)], batches, pair.A.Manifest.Epochs, rows);
            }
        }

        return rows;
    }

    private static int Place(RunFolder folder, string site) => folder.Manifest.Sites.Select((s, i) => (s.Name, i)).First(s => s.Name == site).i;

    private static void Signals(RunPair pair, EpochBatches batches, List<ComparisonRow> rows)
    {
        SisreFigures a = new(pair.A), b = new(pair.B);
        string[] classes = [.. OrbitClasses.Of(pair.A.Manifest.Satellites).Union(OrbitClasses.Of(pair.B.Manifest.Satellites))];
        string[] satellites = [.. pair.A.Manifest.Satellites.Select(s => s.Sat).Union(pair.B.Manifest.Satellites.Select(s => s.Sat)).Order(StringComparer.Ordinal)];
        foreach (string scope in (string[])["all", .. classes.Length > 1 ? classes : [], .. satellites])
        {
            bool In(RunSatellite s) => scope == "all" || s.OrbitClass == scope || s.Sat == scope;
            foreach (string metric in SisreFigures.Metrics)
            {
                ((double[] sumsA, double[] countsA), (double[] sumsB, double[] countsB)) = (a.Squares(metric, In), b.Squares(metric, In));
                double[] figureA = BatchedFigures.RootMean(batches, sumsA, countsA), figureB = BatchedFigures.RootMean(batches, sumsB, countsB);
                int both = Enumerable.Range(0, countsA.Length).Count(e => countsA[e] > 0 && countsB[e] > 0);
                rows.Add(new(metric, scope, figureA[0], figureB[0], batches.Sigma(figureA, figureB), both, "m"));
            }
        }
    }

    private static void Users(string scope, UserFigures a, int[] usersA, UserFigures b, int[] usersB, EpochBatches batches, int epochs, List<ComparisonRow> rows)
    {
        if (usersA.Length == 0)
        {
            return;
        }

        foreach (string metric in UserFigures.Metrics)
        {
            double[] figureA = a.Figure(metric, usersA, batches), figureB = b.Figure(metric, usersB, batches);
            rows.Add(new(metric, scope, figureA[0], figureB[0], batches.Sigma(figureA, figureB), epochs, metric == "availability" ? "" : "m"));
        }
    }
}
