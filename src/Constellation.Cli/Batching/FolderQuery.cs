using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using DuckDB.NET.Data;

namespace Constellation.Cli;

/// <summary>The tables of a folder as views of an embedded DuckDB, which reads them where they lie and writes nothing.</summary>
/// <remarks>Codes: CN6050 no tables, CN6051 a statement that is wrong.</remarks>
internal sealed class FolderQuery : IDisposable
{
    /// <summary>Lists what can be asked.</summary>
    public const string Views = "SELECT table_name AS \"view\", column_name AS \"column\", data_type AS type FROM information_schema.columns ORDER BY table_name, ordinal_position";

    private readonly DuckDBConnection _connection;

    private FolderQuery(DuckDBConnection connection) => _connection = connection;

    /// <param name="folder">Its Parquet and CSV files become views.</param>
    /// <param name="threads">With one, sums come out the same every time.</param>
    public static FolderQuery Open(string folder, int threads)
    {
        string[] tables = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Where(f => Path.GetExtension(f) is ".parquet" or ".csv").Order(StringComparer.Ordinal)] : [];
        bool batch = File.Exists(Path.Combine(folder, BatchFolder.ManifestFile));
        if (tables.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN6050", new SourceSpan(folder), Directory.Exists(folder) ? "holds no tables" : "is no folder", "give the folder of a batch or of a run"));
        }

        if (batch && !File.Exists(Path.Combine(folder, BatchFolder.MergedFile)) && Directory.GetFiles(Path.Combine(folder, BatchFolder.ShardsFolder), "*.parquet").Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN6050", new SourceSpan(folder), "holds a batch of which nothing is done", "run it first: 'constellation batch SWEEP --resume --out DIR'"));
        }

        // Nothing is fetched from elsewhere; memory stays below what other programs leave.
        DuckDBConnection connection = new($"DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false;threads={threads};memory_limit=700MB;preserve_insertion_order=true");
        connection.Open();
        FolderQuery query = new(connection);
        foreach (string table in tables)
        {
            query.View(Path.GetFileNameWithoutExtension(table), table);
        }

        if (batch)
        {
            query.Results(folder);
        }

        query.Execute($"SET temp_directory = {Quoted(Path.GetTempPath())}");
        query.Execute("SET lock_configuration = true");
        return query;
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Runs a statement and hands its columns and a writer of its rows on.</summary>
    /// <param name="sql">One that selects.</param>
    /// <param name="receive">Takes columns and rows.</param>
    /// <param name="cancel">Stops the statement, however long it would take.</param>
    public void Read(string sql, Action<TableColumn[], Action<TableWriter>> receive, CancellationToken cancel = default)
    {
        SelectStatement.Require(sql);
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using CancellationTokenRegistration interrupt = cancel.Register(command.Cancel);
        try
        {
            using DuckDBDataReader reader = command.ExecuteReader();
            Type[] types = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType)];
            RequirePlain(sql, reader, types);
            receive([.. types.Select((t, i) => new TableColumn(reader.GetName(i), KindOf(t), Optional: KindOf(t) != TableColumnKind.Real))], writer =>
            {
                while (reader.Read())
                {
                    cancel.ThrowIfCancellationRequested();
                    for (int i = 0; i < types.Length; i++)
                    {
                        Write(writer, reader, i, KindOf(types[i]));
                    }

                    writer.EndRow();
                }
            });
        }
        catch (DuckDBException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (DuckDBException e)
        {
            throw Wrong(sql, e);
        }
    }

    private void View(string name, string file) =>
        Execute($"CREATE VIEW \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" AS SELECT * FROM {(Path.GetExtension(file) == ".csv" ? "read_csv_auto" : "read_parquet")}({Quoted(file)})");

    /// <summary>All rows with the levels of their point; of an unfinished batch those that are there.</summary>
    private void Results(string folder)
    {
        string merged = Path.Combine(folder, BatchFolder.MergedFile), shards = Path.Combine(folder, BatchFolder.ShardsFolder, "*.parquet");
        Execute($"CREATE VIEW results AS SELECT p.* EXCLUDE (settings), r.* EXCLUDE (point, value), CASE WHEN isnan(r.value) THEN NULL ELSE r.value END AS value FROM read_parquet({Quoted(File.Exists(merged) ? merged : shards)}) r JOIN points p USING (point)");
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A field of a table holds one value.</summary>
    private static void RequirePlain(string sql, DuckDBDataReader reader, Type[] types)
    {
        int nested = Array.FindIndex(types, t => KindOf(t) == TableColumnKind.Text && !QueryText.Takes(t));
        if (nested >= 0)
        {
            string name = reader.GetName(nested);
            throw new InputException(Diagnostic.Error("CN6051", new SourceSpan("query"), $"'{Beginning(sql)}': column '{name}' holds {reader.GetDataTypeName(nested)}, not single values", $"ask for it as text: ({name})::VARCHAR"));
        }
    }

    private static string Beginning(string sql) => sql.Length > 80 ? sql[..80] + "..." : sql;

    private static InputException Wrong(string sql, DuckDBException e)
    {
        string[] lines = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string problem = lines.FirstOrDefault(l => !l.StartsWith("LINE", StringComparison.Ordinal) && !l.StartsWith('^')) ?? "it cannot be run";
        return new(Diagnostic.Error("CN6051", new SourceSpan("query"), $"'{Beginning(sql)}': {problem}", "'constellation query DIR' lists the views and their columns"));
    }

    private static TableColumnKind KindOf(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(decimal) ? TableColumnKind.Real
        : type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(sbyte) || type == typeof(byte) || type == typeof(uint) || type == typeof(ushort) ? TableColumnKind.Integer
        : TableColumnKind.Text;

    private static void Write(TableWriter writer, DuckDBDataReader row, int column, TableColumnKind kind)
    {
        bool none = row.IsDBNull(column);
        switch (kind)
        {
            case TableColumnKind.Real:
                writer.Real(none ? double.NaN : Convert.ToDouble(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture));
                break;
            case TableColumnKind.Integer when !none:
                writer.Integer(Convert.ToInt64(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture));
                break;
            case TableColumnKind.Text when !none:
                writer.Text(QueryText.Of(row.GetValue(column)));
                break;
            default:
                writer.Missing();
                break;
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
