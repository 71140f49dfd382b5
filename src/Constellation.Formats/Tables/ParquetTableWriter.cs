using System.IO.Compression;
using Constellation.Time;
using Parquet;
using Parquet.Schema;

namespace Constellation.Formats;

/// <summary>Parquet, zstd; epochs are timestamps in the scale that the column names, not adjusted to UTC. Equal rows give equal bytes.</summary>
public sealed class ParquetTableWriter : TableWriter
{
    private const int RowsPerGroup = 1_000_000;

    private readonly Stream _stream;
    private readonly ParquetSchema _schema;
    private readonly IColumn[] _values;
    private ParquetWriter? _writer;
    private int _rows;

    public ParquetTableWriter(Stream stream, IReadOnlyList<TableColumn> columns, IReadOnlyDictionary<string, string>? metadata = null)
        : base(columns)
    {
        _stream = stream;
        _values = [.. columns.Select<TableColumn, IColumn>(c => c.Kind switch
        {
            TableColumnKind.Text => new TextColumn(new DataField(c.Name, typeof(string), c.Optional)),
            TableColumnKind.Integer when c.Optional => new OptionalColumn(new DataField(c.Name, typeof(long), true)),
            TableColumnKind.Integer => new ValueColumn<long>(new DataField(c.Name, typeof(long), false)),
            TableColumnKind.Real => new ValueColumn<double>(new DataField(c.Name, typeof(double), false)),
            _ => new ValueColumn<DateTime>(new DateTimeDataField(c.Name, DateTimeFormat.Timestamp, false, DateTimeTimeUnit.Nanos, false)),
        })];
        _schema = new ParquetSchema([.. _values.Select(v => (Field)v.Field)]);
        Metadata = metadata ?? new Dictionary<string, string>();
    }

    private IReadOnlyDictionary<string, string> Metadata { get; }

    protected override void WriteText(int column, string value) => ((TextColumn)_values[column]).Values.Add(value);

    protected override void WriteInteger(int column, long value)
    {
        if (_values[column] is OptionalColumn optional)
        {
            optional.Values.Add(value);
        }
        else
        {
            ((ValueColumn<long>)_values[column]).Values.Add(value);
        }
    }

    protected override void WriteMissing(int column)
    {
        if (_values[column] is OptionalColumn optional)
        {
            optional.Values.Add(null);
        }
        else
        {
            ((TextColumn)_values[column]).Values.Add(null);
        }
    }

    protected override void WriteReal(int column, double value) => ((ValueColumn<double>)_values[column]).Values.Add(value);

    protected override void WriteEpoch(int column, Epoch value, TimeScale scale) =>
        ((ValueColumn<DateTime>)_values[column]).Values.Add(value.ToDateTime(scale));

    protected override void WriteEndRow()
    {
        if (++_rows == RowsPerGroup)
        {
            Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Flush();
        _writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Flush()
    {
        if (_writer is null)
        {
            ParquetOptions options = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
            _writer = ParquetWriter.CreateAsync(_schema, _stream, options).GetAwaiter().GetResult();
            _writer.CustomMetadata = Metadata.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value);
        }

        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach (IColumn column in _values)
        {
            column.WriteTo(group);
        }

        _rows = 0;
    }

    private interface IColumn
    {
        DataField Field { get; }

        void WriteTo(ParquetRowGroupWriter group);
    }

    private sealed class TextColumn(DataField dataField) : IColumn
    {
        public DataField Field => dataField;

        public List<string?> Values { get; } = [];

        public void WriteTo(ParquetRowGroupWriter group)
        {
            group.WriteAsync(dataField, Values!).GetAwaiter().GetResult();
            Values.Clear();
        }
    }

    private sealed class ValueColumn<T>(DataField dataField) : IColumn
        where T : struct
    {
        public DataField Field => dataField;

        public List<T> Values { get; } = [];

        public void WriteTo(ParquetRowGroupWriter group)
        {
            group.WriteAsync<T>(dataField, Values.ToArray()).GetAwaiter().GetResult();
            Values.Clear();
        }
    }

    private sealed class OptionalColumn(DataField dataField) : IColumn
    {
        public DataField Field => dataField;

        public List<long?> Values { get; } = [];

        public void WriteTo(ParquetRowGroupWriter group)
        {
            group.WriteAsync<long>(dataField, Values.ToArray()).GetAwaiter().GetResult();
            Values.Clear();
        }
    }
}
