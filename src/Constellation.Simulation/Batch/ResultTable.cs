using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>The table of a shard, and of a merged batch: one figure a row.</summary>
public static class ResultTable
{
    public const string Header = "point,seed,scope_kind,scope,metric,value,unit";

    /// <summary>Kind of the rows of cells.</summary>
    internal const string Cell = "cell";

    public static IReadOnlyList<TableColumn> Columns { get; } = TableColumn.From(Header, text: ["scope_kind", "scope", "metric", "unit"], integer: ["point", "seed"]);

    /// <summary>Writes rows as they come.</summary>
    /// <returns>How many.</returns>
    public static long Write(Stream stream, IEnumerable<BatchRow> rows, BatchManifest manifest)
    {
        using ParquetTableWriter writer = new(stream, Columns, Metadata(manifest));
        long count = 0;
        foreach (BatchRow row in rows)
        {
            writer.Integer(row.Point).Integer(row.Seed).Text(WordFor(row.Scope)).Text(row.Name).Text(row.Metric).Real(row.Value).Text(row.Unit).EndRow();
            count++;
        }

        return count;
    }

    /// <summary>Where every number comes from.</summary>
    internal static Dictionary<string, string> Metadata(BatchManifest manifest) => new()
    {
        ["program"] = manifest.Program,
        ["sweep"] = manifest.Sweep,
        ["sweep_digest"] = manifest.SweepDigest,
    };

    private static string WordFor(SweepScopes scope) => scope switch
    {
        SweepScopes.All => "all",
        SweepScopes.Class => "class",
        SweepScopes.Satellite => "satellite",
        SweepScopes.Region => "region",
        SweepScopes.Cell => Cell,
        _ => "site",
    };
}
