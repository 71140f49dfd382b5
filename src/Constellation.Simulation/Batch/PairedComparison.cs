using Constellation.Formats;
using MathNet.Numerics.Distributions;

namespace Constellation.Simulation;

/// <summary>Points of a batch against the first one. Every seed draws the same for all points, so what is common to both cancels in the difference of a seed.</summary>
/// <remarks>Intervals are Student's, of means over independent seeds (docs/theory/batch.md, section 3).</remarks>
public static class PairedComparison
{
    private const double Level = 0.975;

    private static readonly string[] s_scopes = [RunSummary.All, "global"];

    /// <summary>Metric by metric in the order of the manifest, then point by point. Reads the shards one after the other.</summary>
    public static IReadOnlyList<PairedRow> Of(BatchFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        BatchManifest manifest = folder.Manifest;
        Dictionary<(string Metric, string Scope), (string Unit, double[][] Values)> found = Read(folder);
        List<PairedRow> rows = [];
        foreach (string metric in manifest.Metrics)
        {
            foreach (string scope in s_scopes)
            {
                if (found.TryGetValue((metric, scope), out (string Unit, double[][] Values) of))
                {
                    rows.AddRange(of.Values.Select((values, point) => Row(metric, scope, of.Unit, point, values, of.Values[0])));
                }
            }
        }

        return rows;
    }

    private static Dictionary<(string, string), (string, double[][])> Read(BatchFolder folder)
    {
        Dictionary<(string, string), (string Unit, double[][] Values)> found = [];
        for (int shard = 0; shard < folder.Layout.Count; shard++)
        {
            if (!File.Exists(folder.ShardPath(shard)))
            {
                continue;
            }

            ColumnTable table = ColumnTable.Read(folder.ShardPath(shard));
            long[] point = table.Integer("point"), seed = table.Integer("seed");
            string[] scope = table.Text("scope"), metric = table.Text("metric"), unit = table.Text("unit");
            double[] value = table.Real("value");
            for (int i = 0; i < table.Rows; i++)
            {
                if (!s_scopes.Contains(scope[i]))
                {
                    continue;
                }

                if (!found.TryGetValue((metric[i], scope[i]), out (string Unit, double[][] Values) of))
                {
                    of = (unit[i], [.. Enumerable.Range(0, folder.Manifest.Points).Select(_ => Nothing(folder.Manifest.Seeds))]);
                    found.Add((metric[i], scope[i]), of);
                }

                of.Values[point[i]][seed[i] - folder.Manifest.FirstSeed] = value[i];
            }
        }

        return found;
    }

    private static double[] Nothing(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static PairedRow Row(string metric, string scope, string unit, int point, double[] values, double[] first)
    {
        (int seeds, double mean, double half) = Interval([.. values.Where(double.IsFinite)]);
        (int pairs, double difference, double least) = Interval([.. values.Zip(first, (a, b) => a - b).Where(double.IsFinite)]);
        return new(metric, scope, unit, point, seeds, mean, half, pairs, difference, point == 0 ? 0 : least);
    }

    /// <summary>Mean of independent values and half of its 95 % interval; NaN where there are too few.</summary>
    internal static (int Count, double Mean, double Half) Interval(double[] values)
    {
        int n = values.Length;
        if (n == 0)
        {
            return (0, double.NaN, double.NaN);
        }

        double mean = values.Average();
        double squares = values.Sum(v => (v - mean) * (v - mean));
        return (n, mean, n < 2 ? double.NaN : StudentT.InvCDF(0, 1, n - 1, Level) * Math.Sqrt(squares / (n - 1) / n));
    }
}
