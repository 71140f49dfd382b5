using System.Globalization;
using Constellation.Formats;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Two points of a batch cell by cell: means over seeds, and their paired differences, as <see cref="PairedComparison"/> has them of the whole.</summary>
public sealed class CellMap
{
    private CellMap(string metric, string unit, int first, int second, double stepDeg, IReadOnlyList<CellRow> cells) =>
        (Metric, Unit, First, Second, StepDeg, Cells) = (metric, unit, first, second, stepDeg, cells);

    public string Metric { get; }

    public string Unit { get; }

    /// <summary>What is held against: its index.</summary>
    public int First { get; }

    /// <summary>Whose difference is shown.</summary>
    public int Second { get; }

    /// <summary>Of the grid, degrees.</summary>
    public double StepDeg { get; }

    /// <summary>Row by row from the south, column by column from the west.</summary>
    public IReadOnlyList<CellRow> Cells { get; }

    /// <summary>Metrics that a batch kept of cells, in the order of its manifest.</summary>
    public static IReadOnlyList<string> MetricsOf(BatchFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        // All shards keep the same; one whose runs all failed has nothing to show.
        int any = Enumerable.Range(0, folder.Layout.Count).FirstOrDefault(i => File.Exists(folder.ShardPath(i)) && folder.SealOf(i) is { Rows: > 0 }, -1);
        if (any < 0)
        {
            return [];
        }

        ColumnTable table = ColumnTable.Read(folder.ShardPath(any));
        string[] kind = table.Text("scope_kind"), metric = table.Text("metric");
        HashSet<string> found = [.. Enumerable.Range(0, table.Rows).Where(i => kind[i] == ResultTable.Cell).Select(i => metric[i])];
        return [.. folder.Manifest.Metrics.Where(found.Contains)];
    }

    /// <summary>Several points against one; reads the shards once. Points of another grid than the first are left out.</summary>
    public static IReadOnlyList<CellMap> Of(BatchFolder folder, string metric, int first, IReadOnlyList<int> others)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(others);
        HashSet<int> wanted = [first, .. others];
        Dictionary<int, Dictionary<string, double[]>> values = [];
        string unit = "";
        for (int shard = 0; shard < folder.Layout.Count; shard++)
        {
            if (!File.Exists(folder.ShardPath(shard)))
            {
                continue;
            }

            ColumnTable table = ColumnTable.Read(folder.ShardPath(shard));
            long[] point = table.Integer("point"), seed = table.Integer("seed");
            string[] kind = table.Text("scope_kind"), scope = table.Text("scope"), name = table.Text("metric"), units = table.Text("unit");
            double[] value = table.Real("value");
            for (int i = 0; i < table.Rows; i++)
            {
                if (kind[i] != ResultTable.Cell || name[i] != metric || !wanted.Contains((int)point[i]))
                {
                    continue;
                }

                unit = units[i];
                Dictionary<string, double[]> cells = values.TryGetValue((int)point[i], out Dictionary<string, double[]>? known) ? known : values[(int)point[i]] = [];
                if (!cells.TryGetValue(scope[i], out double[]? seeds))
                {
                    cells[scope[i]] = seeds = new double[folder.Manifest.Seeds];
                    Array.Fill(seeds, double.NaN);
                }

                seeds[seed[i] - folder.Manifest.FirstSeed] = value[i];
            }
        }

        return [.. others.Where(o => values.ContainsKey(first) && values.ContainsKey(o) && values[o].Count == values[first].Count).Select(o => Pair(metric, unit, first, o, values[first], values[o]))];
    }

    /// <summary>Whether a scope is the middle of a cell, as <see cref="UserGrid"/> names them.</summary>
    internal static bool IsCell(string scope) => TryPlace(scope, out _);

    private static bool TryPlace(string scope, out (double LatitudeDeg, double LongitudeDeg) place)
    {
        string[] parts = scope.Split(',');
        place = default;
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out place.LatitudeDeg) && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out place.LongitudeDeg);
    }

    private static CellMap Pair(string metric, string unit, int first, int second, Dictionary<string, double[]> a, Dictionary<string, double[]> b)
    {
        // A grid of n cells has sqrt(n / 2) rows and twice as many columns.
        double step = 180 / Math.Round(Math.Sqrt(a.Count / 2.0));
        UserGrid grid = new(step, 0);
        return new(metric, unit, first, second, step, [.. grid.Users.Index().Where(u => a.ContainsKey(u.Item.Name) && b.ContainsKey(u.Item.Name)).Select(u =>
        {
            double[] at = a[u.Item.Name], other = b[u.Item.Name];
            (double latitude, double longitude) = grid.Coordinates(u.Index);
            (int pairs, double difference, double half) = PairedComparison.Interval([.. other.Zip(at, (x, y) => x - y).Where(double.IsFinite)]);
            return new CellRow(latitude, longitude, PairedComparison.Interval([.. at.Where(double.IsFinite)]).Mean, PairedComparison.Interval([.. other.Where(double.IsFinite)]).Mean, pairs, difference, half);
        })]);
    }
}
