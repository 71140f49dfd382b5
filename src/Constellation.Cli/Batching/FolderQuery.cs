using System.Globalization;
using System.Numerics;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using DuckDB.NET.Data;

namespace Constellation.Cli;

/// <summary>The tables of a folder as views of an embedded DuckDB, which reads them where they lie and writes nothing.</summary>
/// <remarks>Codes: CN6050 no tables, CN6051 a statement that is wrong, CN6071 a value that no field of a table holds, CN6072 a file that cannot be read.</remarks>
internal sealed class FolderQuery : IDisposable
{
    /// <summary>Lists what can be asked.</summary>
    public const string Views = "SELECT table_name AS \"view\", column_name AS \"column\", data_type AS type FROM information_schema.columns ORDER BY table_name, ordinal_position";

    /// <summary>Statements that are no part of another as they are.</summary>
    private static readonly string[] s_tells = ["DESCRIBE", "SUMMARIZE", "SHOW"];

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
            Readable(table, () => query.View(NameOf(table, tables, batch), table));
        }

        if (batch)
        {
            Readable(folder, () => query.Results(folder));
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
            bool[] utc = [.. Enumerable.Range(0, types.Length).Select(i => reader.GetDataTypeName(i).EndsWith("TZ", StringComparison.OrdinalIgnoreCase))];
            string[] names = Distinct([.. Enumerable.Range(0, types.Length).Select(reader.GetName)]);
            receive([.. types.Select((t, i) => new TableColumn(names[i], KindOf(t), Optional: KindOf(t) != TableColumnKind.Real))], writer =>
            {
                while (reader.Read())
                {
                    cancel.ThrowIfCancellationRequested();
                    for (int i = 0; i < types.Length; i++)
                    {
                        Write(writer, reader, i, KindOf(types[i]), utc[i]);
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

    /// <summary>Writes what a statement selects as Parquet, every column with its type in SQL: times, truths, decimals and lists as such.</summary>
    /// <param name="sql">One that selects.</param>
    /// <param name="file">Is written.</param>
    /// <param name="cancel">Stops the statement.</param>
    public void WriteParquet(string sql, string file, CancellationToken cancel = default)
    {
        SelectStatement.Require(sql);
        string body = SelectStatement.Body(sql);
        bool tells = s_tells.Any(w => body.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = $"COPY ({(tells ? $"FROM ({body})" : body)}) TO {Quoted(file)} (FORMAT parquet, COMPRESSION zstd)";
        using CancellationTokenRegistration interrupt = cancel.Register(command.Cancel);
        try
        {
            command.ExecuteNonQuery();
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

    /// <summary>Columns of one name get a number, as DuckDB numbers those of a file.</summary>
    internal static string[] Distinct(IReadOnlyList<string> names)
    {
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        string[] distinct = [.. names];
        for (int i = 0; i < distinct.Length; i++)
        {
            while (!counts.TryAdd(distinct[i], 1))
            {
                distinct[i] = string.Create(CultureInfo.InvariantCulture, $"{names[i]}_{counts[names[i]]++}");
            }
        }

        return distinct;
    }

    private static void Readable(string path, Action view)
    {
        try
        {
            view();
        }
        catch (DuckDBException e)
        {
            throw new InputException(Diagnostic.Error("CN6072", new SourceSpan(path), "cannot be read as a table: " + ProblemOf(e), "it is cut, or another program is still writing it: wait, or take it out of the folder"));
        }
    }

    /// <summary>The stem of a file; all of its name where another table has the stem, too.</summary>
    private static string NameOf(string file, string[] tables, bool batch)
    {
        static string Stem(string path) => Path.GetFileNameWithoutExtension(path);
        bool isTaken = tables.Any(t => t != file && Stem(t).Equals(Stem(file), StringComparison.OrdinalIgnoreCase)) || (batch && Stem(file).Equals("results", StringComparison.OrdinalIgnoreCase));
        return isTaken ? Path.GetFileName(file) : Stem(file);
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

    private static InputException Wrong(string sql, DuckDBException e) =>
        new(Diagnostic.Error("CN6051", new SourceSpan("query"), $"'{Beginning(sql)}': {ProblemOf(e)}", "'constellation query DIR' lists the views and their columns"));

    private static string ProblemOf(DuckDBException e)
    {
        string[] lines = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(l => !l.StartsWith("LINE", StringComparison.Ordinal) && !l.StartsWith('^')) ?? "it cannot be run";
    }

    private static TableColumnKind KindOf(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(decimal) ? TableColumnKind.Real
        : type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(sbyte) || type == typeof(byte) || type == typeof(uint) || type == typeof(ushort)
            || type == typeof(ulong) || type == typeof(BigInteger) ? TableColumnKind.Integer
        : TableColumnKind.Text;

    private static void Write(TableWriter writer, DuckDBDataReader row, int column, TableColumnKind kind, bool utc)
    {
        object? value = ValueOf(row, column, kind);
        switch (kind)
        {
            case TableColumnKind.Real:
                writer.Real(value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case TableColumnKind.Integer when value is long whole:
                writer.Integer(whole);
                break;
            case TableColumnKind.Text when value is bool truth:
                writer.Truth(truth);
                break;
            case TableColumnKind.Text when value is not null:
                writer.Text(QueryText.Of(value, utc));
                break;
            default:
                writer.Missing();
                break;
        }
    }

    /// <summary>Null where there is none; integers of any width as those of a table.</summary>
    private static object? ValueOf(DuckDBDataReader row, int column, TableColumnKind kind)
    {
        if (row.IsDBNull(column))
        {
            return null;
        }

        try
        {
            object value = row.GetValue(column);
            return kind != TableColumnKind.Integer ? value : value is BigInteger large ? (long)large : Convert.ToInt64(value, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            string name = row.GetName(column);
            throw new InputException(Diagnostic.Error(
                "CN6071", new SourceSpan("query"), $"column '{name}' holds a value that is no integer of 64 bits or no time from year 1 to 9999", $"ask for it as text: ({name})::VARCHAR"));
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
