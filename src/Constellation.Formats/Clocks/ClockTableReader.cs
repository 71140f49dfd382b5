using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>
/// Reads clocks from a plain table: one value a line or time and value, separated by commas, semicolons, tabs or blanks, with or without a header, comments after '#', plain or gzip.
/// Named columns may be many: time (<c>t_s</c>, <c>mjd</c>, <c>epoch_gpst</c>), value (<c>phase_s</c>, <c>clock_s</c>, <c>frequency</c>) and one that tells clocks apart (<c>sat</c>, <c>run</c>).
/// </summary>
/// <remarks>Memory is bounded: more than <see cref="MostRows"/> rows are refused. An empty field, NaN, or an infinite value is a missing value.</remarks>
public sealed class ClockTableReader
{
    /// <summary>A year of seconds fits; reading takes at most 1 GB.</summary>
    public const int MostRows = 35_000_000;

    /// <summary>Lines between two looks at a cancellation: some milliseconds.</summary>
    private const int LinesPerLook = 1 << 14;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly bool _frequency;
    private readonly double _rate;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<string, ClockRows> _clocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClockRows>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private ClockTableColumns? _columns;
    private byte _separator;
    private int _fieldCount;
    private int _rows;
    private ClockRows? _only;
    private Epoch? _firstEpoch;

    private ClockTableReader(Stream stream, string fileName, bool frequency, double rate, CancellationToken cancel)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        (_frequency, _rate, _cancel) = (frequency, rate, cancel);
        _lookup = _clocks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="path">Plain or gzip.</param>
    /// <param name="frequency">Values are fractional frequencies, not offsets in seconds.</param>
    /// <param name="rate">Values per second; NaN to take it from the times, or 1 without times.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<ClockTable> Read(string path, bool frequency, double rate, CancellationToken cancel = default)
    {
        using Stream stream = TextSource.Open(path);
        return new ClockTableReader(stream, path, frequency, rate, cancel).ReadFile();
    }

    /// <inheritdoc cref="Read(string, bool, double, CancellationToken)"/>
    public static ReadResult<ClockTable> Read(Stream stream, string fileName, bool frequency, double rate, CancellationToken cancel = default) =>
        new ClockTableReader(TextSource.Decompress(stream), fileName, frequency, rate, cancel).ReadFile();

    private ReadResult<ClockTable> ReadFile()
    {
        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (_lines.LineNumber % LinesPerLook == 0)
            {
                _cancel.ThrowIfCancellationRequested();
            }

            int comment = line.IndexOf((byte)'#');
            line = Trimmed(comment < 0 ? line : line[..comment]);
            if (line.IsEmpty && (comment >= 0 || _columns is null || _fieldCount > 1))
            {
                continue;       // an empty line among single values is a missing value; elsewhere it is nothing
            }

            if (_columns is null ? !TryFirstLine(line) : !TryRow(line, _columns.Value))
            {
                break;
            }
        }

        if (!_bag.HasErrors && _rows == 0)
        {
            _bag.Error("CN3230", 0, 0, "has no values", "give a file with a number a line, or a time and a number");
        }

        List<ClockValues> clocks = [];
        foreach ((string name, ClockRows rows) in _bag.HasErrors ? [] : _clocks)
        {
            if (rows.ToGrid(_rate, _bag) is { } grid)
            {
                clocks.Add(new ClockValues(name, grid.Values, grid.Interval) { NotFinite = rows.NotFinite });
            }
        }

        return _bag.Result(new ClockTable(clocks));
    }

    /// <summary>Finds separator and columns; the first line is a header when its values are no numbers.</summary>
    private bool TryFirstLine(ReadOnlySpan<byte> line)
    {
        _separator = line.Contains((byte)',') ? (byte)',' : line.Contains((byte)';') ? (byte)';' : line.Contains((byte)'\t') ? (byte)'\t' : (byte)' ';
        List<string> fields = [];
        for (int position = 0; position >= 0;)
        {
            fields.Add(FixedField.Text(Field(line, ref position)));
        }

        _fieldCount = fields.Count;
        bool header = fields.Exists(f => char.IsAsciiLetter(f.TrimStart('"').FirstOrDefault()) && !IsMissing(f));
        ClockTableColumns columns;
        if (header && fields.Count == 1)
        {
            _columns = new ClockTableColumns(0, -1, -1, 1);
            return true;
        }

        if (header ? !ClockTableColumns.TryByName([.. fields], _frequency, out columns) : !ClockTableColumns.TryByNumber(fields.Count, out columns))
        {
            string wanted = _frequency ? "frequency, freq or y" : "phase_s, phase, x, offset_s or clock_s";
            _bag.Error("CN3231", _lines.LineNumber, 1, header
                ? $"none of the columns {string.Join(", ", fields)} is known to hold {(_frequency ? "frequencies" : "offsets")}"
                : $"the table has {fields.Count} columns and no header", $"name the column of the values {wanted}, that of the times t_s, or leave only these");
            return false;
        }

        _columns = columns;
        return header || TryRow(line, columns);
    }

    private bool TryRow(ReadOnlySpan<byte> line, ClockTableColumns columns)
    {
        if (_rows == MostRows)
        {
            _bag.Error("CN3232", _lines.LineNumber, 0, $"the table has more than {MostRows / 1_000_000} million rows", "thin it: every 10th offset loses nothing above ten intervals; or cut it into parts");
            return false;
        }

        ReadOnlySpan<byte> time = default, value = default, clock = default;
        int field = 0, valueColumn = 1;
        for (int position = 0; position >= 0; field++)
        {
            int start = position;
            ReadOnlySpan<byte> text = Field(line, ref position);
            if (field == columns.Value)
            {
                value = text;
                valueColumn = start + 1;
            }
            else if (field == columns.Time)
            {
                time = text;
            }
            else if (field == columns.Clock)
            {
                clock = text;
            }
        }

        if (field != _fieldCount && field <= Math.Max(columns.Value, columns.Time))
        {
            _bag.Error("CN3233", _lines.LineNumber, 1, $"the row has {field} of {_fieldCount} columns", "mend the line or remove it; if it is the last, the file is cut");
            return true;
        }

        if (!TryValue(value, out double number))
        {
            _bag.Error("CN3233", _lines.LineNumber, valueColumn, $"'{FixedField.Text(value)}' is not a number", "mend the line or remove it; a missing value is nan or nothing");
            return true;
        }

        double seconds = double.NaN;
        if (columns.Time >= 0 && !TryTime(time, columns.TimeUnit, out seconds))
        {
            _bag.Error("CN3233", _lines.LineNumber, 1, $"'{FixedField.Text(time)}' is not a time", "write seconds, or an epoch such as 2024-09-20T00:00:00");
            return true;
        }

        Rows(columns, clock).Add(seconds, number);
        _rows++;
        return true;
    }

    private ClockRows Rows(ClockTableColumns columns, ReadOnlySpan<byte> clock)
    {
        if (columns.Clock < 0)
        {
            if (_only is null)
            {
                _clocks.Add("", _only = new ClockRows(columns.Time >= 0));
            }

            return _only;
        }

        Span<char> name = stackalloc char[Math.Min(clock.Length, 64)];
        for (int i = 0; i < name.Length; i++)
        {
            name[i] = (char)clock[i];
        }

        if (!_lookup.TryGetValue(name, out ClockRows? rows))
        {
            _lookup[name] = rows = new ClockRows(columns.Time >= 0);
        }

        return rows;
    }

    private bool TryTime(ReadOnlySpan<byte> text, double unit, out double seconds)
    {
        if (FixedField.TryDouble(text, out seconds))
        {
            seconds *= unit;
            return true;
        }

        // Differences are what counts, so an epoch without its scale is as good as one with it; leap seconds of UTC apart.
        string written = FixedField.Text(text).Trim('"');
        if (!Epoch.TryParse(written, out Epoch epoch) && !Epoch.TryParse(written + "GPST", out epoch))
        {
            return false;
        }

        _firstEpoch ??= epoch;
        seconds = (epoch - _firstEpoch.Value).TotalSeconds;
        return true;
    }

    private static bool TryValue(ReadOnlySpan<byte> text, out double value)
    {
        if (FixedField.TryDouble(text, out value))
        {
            return true;
        }

        string written = FixedField.Text(text);
        value = IsInfinite(written) ? double.PositiveInfinity : double.NaN;
        return IsMissing(written);
    }

    private static bool IsMissing(string text) => IsInfinite(text) || text.Trim('"').ToLowerInvariant() is "" or "nan" or "+nan" or "-nan" or "na" or "n/a" or "null" or "-";

    private static bool IsInfinite(string text) => text.Trim('"').ToLowerInvariant() is "inf" or "+inf" or "-inf" or "infinity" or "+infinity" or "-infinity";

    /// <summary>The field at a position, which moves behind its separator; -1 after the last.</summary>
    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, scoped ref int position)
    {
        ReadOnlySpan<byte> rest = line[position..];
        int length = rest.IndexOf(_separator);
        if (length < 0)
        {
            position = -1;
            return rest;
        }

        ReadOnlySpan<byte> field = rest[..length];
        position += length + 1;
        while (_separator == ' ' && position < line.Length && line[position] == ' ')
        {
            position++;     // any number of blanks is one separator
        }

        return field;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8);
}
