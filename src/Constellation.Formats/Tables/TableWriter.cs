using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes a table row by row, value by value in column order: CSV, JSON or Parquet. Memory does not grow with the rows (Parquet: one row group).</summary>
public abstract class TableWriter : IDisposable
{
    private int _next;

    protected TableWriter(IReadOnlyList<TableColumn> columns) => Columns = columns;

    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>A writer for <c>csv</c>, <c>json</c> or <c>parquet</c>.</summary>
    public static TableWriter Create(string format, Stream stream, IReadOnlyList<TableColumn> columns) => format switch
    {
        "csv" => new CsvTableWriter(stream, columns),
        "json" => new JsonTableWriter(stream, columns),
        "parquet" => new ParquetTableWriter(stream, columns),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "csv, json or parquet"),
    };

    public TableWriter Text(string value)
    {
        WriteText(Next(TableColumnKind.Text), value);
        return this;
    }

    /// <summary>A truth in a column of texts: <c>true</c> or <c>false</c>, as such where the format has truths.</summary>
    public TableWriter Truth(bool value)
    {
        WriteTruth(Next(TableColumnKind.Text), value);
        return this;
    }

    public TableWriter Satellite(SatelliteId value) => Text(value.ToString());

    public TableWriter Integer(long value)
    {
        WriteInteger(Next(TableColumnKind.Integer), value);
        return this;
    }

    /// <summary>A round-trip double; NaN stands for "no value".</summary>
    public TableWriter Real(double value)
    {
        WriteReal(Next(TableColumnKind.Real), value);
        return this;
    }

    /// <summary>No value, in a column that may lack integers or texts.</summary>
    public TableWriter Missing()
    {
        if (_next >= Columns.Count || !Columns[_next].Optional || Columns[_next].Kind is not (TableColumnKind.Integer or TableColumnKind.Text))
        {
            throw new InvalidOperationException($"value {_next} is missing, the column is {(_next < Columns.Count ? Columns[_next].ToString() : "missing")}");
        }

        WriteMissing(_next++);
        return this;
    }

    public TableWriter Epoch(Epoch value)
    {
        int column = Next(TableColumnKind.Epoch);
        WriteEpoch(column, value, EpochColumns.ScaleOf(Columns[column].Name));
        return this;
    }

    public void EndRow()
    {
        if (_next != Columns.Count)
        {
            throw new InvalidOperationException($"row ended after {_next} of {Columns.Count} values");
        }

        _next = 0;
        WriteEndRow();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Finishes the table; the stream stays open.</summary>
    protected abstract void Dispose(bool disposing);

    protected abstract void WriteText(int column, string value);

    protected virtual void WriteTruth(int column, bool value) => WriteText(column, value ? "true" : "false");

    protected abstract void WriteInteger(int column, long value);

    protected abstract void WriteReal(int column, double value);

    protected abstract void WriteEpoch(int column, Epoch value, TimeScale scale);

    protected abstract void WriteMissing(int column);

    protected abstract void WriteEndRow();

    private int Next(TableColumnKind kind)
    {
        if (_next >= Columns.Count || Columns[_next].Kind != kind)
        {
            throw new InvalidOperationException($"value {_next} is {kind}, the column is {(_next < Columns.Count ? Columns[_next].ToString() : "missing")}");
        }

        return _next++;
    }
}
