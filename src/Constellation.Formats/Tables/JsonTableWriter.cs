using System.Text.Json;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>JSON: an array of objects, one per row; no value is null.</summary>
public sealed class JsonTableWriter : TableWriter
{
    private readonly Utf8JsonWriter _writer;

    public JsonTableWriter(Stream stream, IReadOnlyList<TableColumn> columns)
        : base(columns)
    {
        _writer = new Utf8JsonWriter(stream);
        _writer.WriteStartArray();
    }

    protected override void WriteText(int column, string value)
    {
        Open(column);
        _writer.WriteString(Columns[column].Name, value);
    }

    protected override void WriteTruth(int column, bool value)
    {
        Open(column);
        _writer.WriteBoolean(Columns[column].Name, value);
    }

    protected override void WriteInteger(int column, long value)
    {
        Open(column);
        _writer.WriteNumber(Columns[column].Name, value);
    }

    protected override void WriteReal(int column, double value)
    {
        Open(column);
        if (double.IsFinite(value))
        {
            _writer.WriteNumber(Columns[column].Name, value);
        }
        else
        {
            _writer.WriteNull(Columns[column].Name);
        }
    }

    protected override void WriteEpoch(int column, Epoch value, TimeScale scale)
    {
        Open(column);
        _writer.WriteString(Columns[column].Name, value.ToString(scale, 9));
    }

    protected override void WriteMissing(int column)
    {
        Open(column);
        _writer.WriteNull(Columns[column].Name);
    }

    protected override void WriteEndRow()
    {
        _writer.WriteEndObject();
        if (_writer.BytesPending > 1 << 16)
        {
            _writer.Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        // A row that an exception broke off stays as it is: what went wrong is told, not that the end does not fit.
        if (_writer.CurrentDepth == 1)
        {
            _writer.WriteEndArray();
        }

        _writer.Dispose();
    }

    private void Open(int column)
    {
        if (column == 0)
        {
            _writer.WriteStartObject();
        }
    }
}
