using System.Text;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads files of two-line elements, with or without lines of names, plain or gzip. [Hoots80] [CelesTrakTle]</summary>
/// <remarks>
/// Lines that begin with '#' are comments. Three numbers behind the second line are start, stop and step of a verification case; such a set is used even
/// where its checksum is wrong, because published cases have values changed by hand. Every set that cannot be used is told with its place and left out.
/// </remarks>
public sealed class TleReader
{
    /// <summary>A line of elements has 69 columns; a text of this many or fewer is a name, even if it begins with "1 " or "2 ".</summary>
    private const int LongestName = 24;

    private readonly ElementSetBag _sets;
    private readonly DiagnosticBag _errors;
    private readonly LineReader _lines;
    private readonly TleReadOptions _options;
    private readonly byte[] _first = new byte[8192];
    private int _firstLength;
    private int _firstLine;
    private string? _name;
    private int _nameLine;

    private TleReader(Stream stream, string fileName, TleReadOptions options)
    {
        _errors = new DiagnosticBag(fileName);
        (_sets, _lines, _options) = (new ElementSetBag(fileName), new LineReader(stream, _errors), options);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<ElementSetFile> Read(string path, TleReadOptions? options = null)
    {
        using Stream stream = TextSource.Open(path);
        return new TleReader(stream, path, options ?? TleReadOptions.Default).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    /// <param name="options">How strictly.</param>
    public static ReadResult<ElementSetFile> Read(Stream stream, string fileName, TleReadOptions? options = null) =>
        new TleReader(TextSource.Decompress(stream), fileName, options ?? TleReadOptions.Default).ReadFile();

    private ReadResult<ElementSetFile> ReadFile()
    {
        while (_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            line = line.TrimEnd(" \t\0"u8);
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (IsLine(line, '1'))
            {
                TellUnpaired();
                line.CopyTo(_first);
                (_firstLength, _firstLine) = (line.Length, _lines.LineNumber);
            }
            else if (IsLine(line, '2'))
            {
                ReadPair(line);
                (_firstLength, _name) = (0, null);
            }
            else
            {
                TellUnpaired();
                TellStrayName();
                (_name, _nameLine) = (Name(line), _lines.LineNumber);
            }
        }

        TellUnpaired();
        TellStrayName();
        return _sets.Result("TLE", _errors.Diagnostics);
    }

    private static bool IsLine(ReadOnlySpan<byte> line, char number) => line.Length > LongestName && line[0] == number && line[1] == ' ';

    private static string Name(ReadOnlySpan<byte> line)
    {
        string text = Encoding.Latin1.GetString(line).Trim();
        return text.StartsWith("0 ", StringComparison.Ordinal) ? text[2..].Trim() : text;
    }

    private void TellUnpaired()
    {
        if (_firstLength > 0)
        {
            _sets.LeaveOut("CN3203", _firstLine, 1, $"line 1 of object {Text(_first.AsSpan(2, 5))} is not followed by its line 2", "add the missing line, or remove this one", "without their second line");
            (_firstLength, _name) = (0, null);
        }
    }

    private void TellStrayName()
    {
        if (_name is { } name)
        {
            string shown = string.Concat((name.Length > 30 ? name[..30] + "..." : name).Select(c => char.IsControl(c) ? '?' : c));
            _sets.Warn("CN3209", _nameLine, 1, $"'{shown}' is no line of elements, and none follows", "remove the line, or add the two lines that belong to it");
            _name = null;
        }
    }

    private void ReadPair(ReadOnlySpan<byte> second)
    {
        int line = _lines.LineNumber;
        if (_firstLength == 0)
        {
            _sets.LeaveOut("CN3203", line, 1, $"line 2 of object {Text(second.Slice(2, 5))} has no line 1 before it", "add the missing line, or remove this one", "without their first line");
            return;
        }

        TleSetParser parser = new(_sets, _options, _first.AsSpan(0, _firstLength), _firstLine, second, line);
        if (parser.Parse(_name ?? "") is { } set)
        {
            _sets.Add(set);
        }
    }

    private static string Text(ReadOnlySpan<byte> field) => FixedField.Text(field);
}
