using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Puts the shards of a batch together in their order: the same bytes whoever ran them, and however often.</summary>
public static class BatchMerge
{
    /// <summary>Shards of so many rows are copied as they are; smaller ones are written anew, many to a group: a group costs each reader a look into every column.</summary>
    private const int RowsWorthAGroup = 4096;

    /// <summary>Writes the merged table, and the failures where there are any.</summary>
    /// <returns>Indices of shards that are missing; with any, nothing is written.</returns>
    /// <exception cref="InputException">A shard was altered, or is of another batch.</exception>
    public static IReadOnlyList<int> Write(BatchFolder folder)
    {
        ShardState[] states = folder.States();
        folder.RequireUnaltered(states);
        int[] missing = [.. Enumerable.Range(0, states.Length).Where(i => states[i] == ShardState.Missing)];
        if (missing.Length > 0)
        {
            return missing;
        }

        AtomicFile.Write(folder.MergedPath, stream =>
        {
            using ParquetTableWriter writer = new(stream, ResultTable.Columns, ResultTable.Metadata(folder.Manifest));
            Task<ColumnTable?> next = Task.Run(() => SmallTable(folder, 0));
            for (int shard = 0; shard < states.Length; shard++)
            {
                // The next one is read while this one is written.
                ColumnTable? table = next.GetAwaiter().GetResult();
                int after = shard + 1;
                next = after < states.Length ? Task.Run(() => SmallTable(folder, after)) : next;
                if (table is not null)
                {
                    Copy(table, writer);
                    continue;
                }

                using FileStream file = File.OpenRead(folder.ShardPath(shard));
                writer.CopyRows(file);
            }
        });
        WriteFailures(folder);
        return [];
    }

    /// <summary>Null for a shard that is copied: by what its seal says, which is the same whoever made it.</summary>
    private static ColumnTable? SmallTable(BatchFolder folder, int shard) => folder.SealOf(shard)!.Rows < RowsWorthAGroup ? ColumnTable.Read(folder.ShardPath(shard)) : null;

    private static void Copy(ColumnTable table, ParquetTableWriter writer)
    {
        long[] point = table.Integer("point"), seed = table.Integer("seed");
        string[] kind = table.Text("scope_kind"), scope = table.Text("scope"), metric = table.Text("metric"), unit = table.Text("unit");
        double[] value = table.Real("value");
        for (int i = 0; i < table.Rows; i++)
        {
            writer.Integer(point[i]).Integer(seed[i]).Text(kind[i]).Text(scope[i]).Text(metric[i]).Real(value[i]).Text(unit[i]).EndRow();
        }
    }

    private static void WriteFailures(BatchFolder folder)
    {
        BatchFailure[] failures = [.. Enumerable.Range(0, folder.Layout.Count).SelectMany(s => folder.SealOf(s)!.Failures)];
        if (failures.Length == 0)
        {
            File.Delete(folder.FailuresPath);
            return;
        }

        AtomicFile.Write(folder.FailuresPath, stream =>
        {
            using TableWriter writer = TableWriter.Create("csv", stream, TableColumn.From("point,seed,code,message", text: ["code", "message"], integer: ["point", "seed"]));
            foreach (BatchFailure failure in failures)
            {
                writer.Integer(failure.Point).Integer(failure.Seed).Text(failure.Code).Text(failure.Message).EndRow();
            }
        });
    }
}
