using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Columns of a run's tables, checked: what is not there or not readable is said with its file.</summary>
internal static class RunTables
{
    /// <param name="folder">The run.</param>
    /// <param name="file">Name of the table.</param>
    /// <param name="columns">Comma-separated names, as <see cref="RunFolder"/> documents them; others are not read.</param>
    /// <exception cref="InputException">CN5004 the file is missing, CN5101 it is no table, CN5102 it lacks a column.</exception>
    public static ColumnTable Read(RunFolder folder, string file, string columns)
    {
        string path = System.IO.Path.Combine(folder.Path, file);
        if (!File.Exists(path))
        {
            throw Wrong("CN5004", path, "is missing");
        }

        ColumnTable table;
        try
        {
            table = ColumnTable.Read(path, columns.Split(','));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InputException))
        {
            throw Wrong("CN5101", path, "cannot be read as a Parquet table");
        }

        foreach (TableColumn column in TableColumn.From(columns))
        {
            if (!table.Names.Contains(column.Name) || !IsOfKind(table, column))
            {
                throw Wrong("CN5102", path, $"has no column '{column.Name}' of kind {column.Kind.ToString().ToLowerInvariant()}");
            }
        }

        return table;
    }

    /// <exception cref="InputException">CN5004 the file is missing, CN5101 a line has not four fields or no number.</exception>
    public static IReadOnlyList<SummaryRow> Summary(RunFolder folder)
    {
        string path = System.IO.Path.Combine(folder.Path, RunFolder.SummaryFile);
        if (!File.Exists(path))
        {
            throw Wrong("CN5004", path, "is missing");
        }

        try
        {
            return folder.Summary();
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException)
        {
            throw Wrong("CN5101", path, "holds a line that is not 'metric,scope,value,unit'");
        }
    }

    public static InputException Wrong(string code, string path, string problem) =>
        new(Diagnostic.Error(code, new SourceSpan(path), problem, "run the scenario again"));

    private static bool IsOfKind(ColumnTable table, TableColumn column)
    {
        try
        {
            _ = column.Kind switch
            {
                TableColumnKind.Text => table.Text(column.Name).Length,
                TableColumnKind.Integer => table.Integer(column.Name).Length,
                TableColumnKind.Real => table.Real(column.Name).Length,
                _ => table.Epochs(column.Name).Length,
            };
            return true;
        }
        catch (InvalidCastException)
        {
            return false;
        }
    }
}
