using System.Buffers;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Parquet; epochs are timestamps in the scale that the column names, not adjusted to UTC. Equal rows give equal bytes, and the stream is written from front to back.</summary>
/// <remarks>Texts and integers are coded where values come again, pages packed where that makes them smaller ([Parquet]).</remarks>
public sealed class ParquetTableWriter : TableWriter
{
    /// <summary>What readers take at once: as many as DuckDB's own groups have, one to a thread.</summary>
    private const int RowsPerGroup = 122_880;

    private readonly Stream _stream;
    private readonly ParquetColumn[] _columns;
    private readonly List<ParquetGroup> _groups = [];
    private readonly ParquetPages _pages = new();
    private readonly ArrayBufferWriter<byte> _group = new();
    private long _offset;
    private int _rows;

    public ParquetTableWriter(Stream stream, IReadOnlyList<TableColumn> columns, IReadOnlyDictionary<string, string>? metadata = null)
        : base(columns)
    {
        _stream = stream;
        _columns = [.. columns.Select<TableColumn, ParquetColumn>(c => c.Kind switch
        {
            TableColumnKind.Text => new TextColumn(c),
            TableColumnKind.Real => new RealColumn(c),
            _ => new IntegerColumn(c),
        })];
        Metadata = metadata ?? new Dictionary<string, string>();
        Write(ParquetFooter.Magic);
    }

    private IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Takes over the rows of a file with the same columns that was written here: its bytes as they are, in groups of their own.</summary>
    /// <param name="file">From its beginning; it seeks.</param>
    public void CopyRows(Stream file)
    {
        Flush();
        foreach (ParquetGroup group in ParquetFooter.GroupsOf(file))
        {
            if (!group.Columns.Select(c => c.Type).SequenceEqual(_columns.Select(c => c.Type)))
            {
                throw new InvalidOperationException("rows of other columns are not to be copied");
            }

            long from = group.Columns[0].Offset, shift = _offset - from;
            file.Position = from;
            byte[] bytes = new byte[group.Columns.Sum(c => c.Bytes)];
            file.ReadExactly(bytes);
            Write(bytes);
            _groups.Add(group with { Columns = [.. group.Columns.Select(c => c with { DataOffset = c.DataOffset + shift, DictionaryOffset = c.DictionaryOffset + shift })] });
        }
    }

    protected override void WriteText(int column, string value) => ((TextColumn)_columns[column]).Add(value);

    protected override void WriteInteger(int column, long value) => ((IntegerColumn)_columns[column]).Add(value);

    protected override void WriteMissing(int column)
    {
        if (_columns[column] is TextColumn text)
        {
            text.AddMissing();
        }
        else
        {
            ((IntegerColumn)_columns[column]).AddMissing();
        }
    }

    protected override void WriteReal(int column, double value) => ((RealColumn)_columns[column]).Add(value);

    protected override void WriteEpoch(int column, Epoch value, TimeScale scale) => ((IntegerColumn)_columns[column]).Add(value.ToDateTime(scale));

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
        Write(ParquetFooter.Of(_columns, _groups, Metadata).Span);
        _pages.Dispose();
    }

    private void Flush()
    {
        if (_rows == 0)
        {
            return;
        }

        ParquetChunk[] chunks = [.. _columns.Select(c => c.WriteTo(_pages, _group, _offset))];
        _groups.Add(new(_rows, chunks));
        Write(_group.WrittenSpan);
        _group.ResetWrittenCount();
        _rows = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _offset += bytes.Length;
    }
}
