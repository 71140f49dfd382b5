using System.Globalization;
using System.Text;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>CSV: one header line, commas, decimal point, round-trip doubles, LF, RFC 4180 quoting; no value is an empty field, and where a text may be missing an empty one is in quotes.</summary>
public sealed class CsvTableWriter : TableWriter
{
    private readonly StreamWriter _writer;

    public CsvTableWriter(Stream stream, IReadOnlyList<TableColumn> columns)
        : base(columns)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        _writer.WriteLine(string.Join(',', columns.Select(c => Quoted(c.Name))));
    }

    protected override void WriteText(int column, string value)
    {
        Separate(column);
        _writer.Write(value.Length == 0 && Columns[column].Optional ? "\"\"" : Quoted(value));
    }

    protected override void WriteInteger(int column, long value)
    {
        Separate(column);
        _writer.Write(value);
    }

    protected override void WriteReal(int column, double value)
    {
        Separate(column);
        if (!double.IsNaN(value))
        {
            Span<char> text = stackalloc char[32];
            value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
            _writer.Write(text[..length]);
        }
    }

    protected override void WriteEpoch(int column, Epoch value, TimeScale scale)
    {
        Separate(column);
        _writer.Write(value.ToString(scale, 9));
    }

    protected override void WriteMissing(int column) => Separate(column);

    protected override void WriteEndRow() => _writer.WriteLine();

    protected override void Dispose(bool disposing) => _writer.Dispose();

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Separate(int column)
    {
        if (column > 0)
        {
            _writer.Write(',');
        }
    }
}
