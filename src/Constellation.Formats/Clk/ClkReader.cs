using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads RINEX clock files 2.00 to 3.04, plain or gzip: satellite (AS) and station (AR) clocks. [RINEX-CLK]</summary>
/// <remarks>Columns moved between the versions (3.04 gives names nine characters); data lines are read by their words, which all versions share.</remarks>
public sealed class ClkReader
{
    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly Dictionary<SatelliteId, ClkSeriesBuilder> _satellites = [];
    private readonly Dictionary<string, ClkSeriesBuilder> _stations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClkSeriesBuilder>.AlternateLookup<ReadOnlySpan<char>> _stationLookup;
    private TimeScale _scale = TimeScale.Gpst;
    private string _analysisCenter = "";
    private double _version;

    /// <summary>Without its time scale no row of the file means anything.</summary>
    private bool _unusable;

    // Thousands of lines share an epoch: its text is compared before it is read again.
    private readonly byte[] _epochText = new byte[64];
    private int _epochLength = -1;
    private Epoch _epoch;

    private ClkReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        _stationLookup = _stations.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<ClkFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new ClkReader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<ClkFile> Read(Stream stream, string fileName) =>
        new ClkReader(TextSource.Decompress(stream), fileName).ReadFile();

    private ReadResult<ClkFile> ReadFile()
    {
        if (!TryHeader())
        {
            return new ReadResult<ClkFile>(null, _bag.Diagnostics);
        }

        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line.StartsWith("AS "u8) || line.StartsWith("AR "u8))
            {
                ReadClock(line);
            }
        }

        if (_unusable || _satellites.Count + _stations.Count == 0)
        {
            if (!_bag.HasErrors)
            {
                _bag.Error("CN3129", _lines.LineNumber, 0, "the file has no clock", "give a file with clocks of satellites or stations");
            }

            return _bag.Remaining<ClkFile>(null);
        }

        ClkFile file = new()
        {
            Version = _version,
            AnalysisCenter = _analysisCenter,
            Interval = CommonInterval(_satellites.Count > 0 ? _satellites.Values : _stations.Values),
            Satellites = new SortedDictionary<SatelliteId, ClkSeries>(_satellites.ToDictionary(s => s.Key, s => s.Value.Build())),
            Stations = new SortedDictionary<string, ClkSeries>(_stations.ToDictionary(s => s.Key, s => s.Value.Build()), StringComparer.Ordinal),
        };
        WarnOfRepeats();
        return _bag.Remaining(file);
    }

    private void WarnOfRepeats()
    {
        (string Name, int Count)[] repeats = [.. _satellites.Select(s => (s.Key.ToString(), s.Value.Repeats)).Concat(_stations.Select(s => (s.Key, s.Value.Repeats))).Where(r => r.Item2 > 0)];
        if (repeats.Length > 0)
        {
            _bag.Warning("CN3032", 0, 0, $"{repeats.Sum(r => r.Count)} rows of {repeats[0].Name}{(repeats.Length > 1 ? $" and {repeats.Length - 1} other clocks" : "")} repeat an epoch", "the last row of each stays");
        }
    }

    private bool TryHeader()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> first) || first.IndexOf("RINEX VERSION"u8) < 60)
        {
            _bag.Error("CN3001", 1, 1, "the first line is not that of a RINEX clock file", "give a RINEX clock file, plain or gzip");
            return false;
        }

        int typeColumn = first.IndexOf("RINEX VERSION"u8) == 65 ? 21 : 20;
        if (FixedField.Columns(first, typeColumn, 1) is not [(byte)'C'])
        {
            _bag.Error("CN3001", 1, typeColumn + 1, $"the file type is '{FixedField.Text(FixedField.Columns(first, typeColumn, 1))}', not C (clocks)", "give a RINEX clock file");
            return false;
        }

        if (!FixedField.TryDouble(FixedField.Columns(first, 0, 9), out _version) || _version is < 2 or >= 4)
        {
            _bag.Error("CN3010", 1, 1, $"RINEX clock version '{FixedField.Text(FixedField.Columns(first, 0, 9))}' is not read", "versions 2.00 to 3.04 are");
            return false;
        }

        while (_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadOnlySpan<byte> label = FixedField.Columns(line, 60, 30);
            if (label.IndexOf("END OF HEADER"u8) >= 0)
            {
                return true;
            }

            if (label.IndexOf("TIME SYSTEM ID"u8) >= 0)
            {
                ReadTimeSystem(FixedField.Text(FixedField.Columns(line, 0, 9)));
            }
            else if (label.IndexOf("ANALYSIS CENTER"u8) >= 0)
            {
                _analysisCenter = FixedField.Text(FixedField.Columns(line, 0, 3));
            }
        }

        _bag.Error("CN3011", _lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
        return false;
    }

    private void ReadTimeSystem(string name)
    {
        switch (name)
        {
            case "GPS" or "GAL" or "QZS" or "IRN" or "":
                break;
            case "BDT" or "BDS":
                _scale = TimeScale.Bdt;
                break;
            case "TAI":
                _scale = TimeScale.Tai;
                break;
            case "UTC" or "GLO":
                _scale = TimeScale.Utc;
                break;
            default:
                _unusable = true;
                _bag.Error("CN3021", _lines.LineNumber, 4, $"'{name}' is not a time system", "one of GPS, GAL, QZS, IRN, BDT, TAI, UTC, GLO");
                break;
        }
    }

    /// <summary><c>AS G01  2020  6 25  0  0  0.000000  2   -0.884707516318E-03  0.337986288247E-10</c></summary>
    private void ReadClock(ReadOnlySpan<byte> line)
    {
        WordReader words = new(line, 3);
        ReadOnlySpan<byte> name = words.Next();
        if (!TryEpoch(line, ref words))
        {
            return;
        }

        ReadOnlySpan<byte> count = words.Next();
        ReadOnlySpan<byte> value = words.Next();
        if (!FixedField.TryInteger(count, out int values) || values < 1 || !FixedField.TryDouble(value, out double offset))
        {
            string text = FixedField.Text(value);
            _bag.Error("CN3030", _lines.LineNumber, words.Column, text.Length == 0 ? $"there is no clock offset of {FixedField.Text(name)}" : $"'{text}' is not a number (clock offset of {FixedField.Text(name)})", "mend the line or remove it; if it is the last, the file is cut");
            return;
        }

        if (values > 1 && words.Next().IsEmpty)
        {
            _bag.Error("CN3030", _lines.LineNumber, words.Column, $"{FixedField.Text(name)} has one of {values} values", "mend the line or remove it; if it is the last, the file is cut");
            return;
        }

        if (Series(line[1] == 'S', name) is { } series)
        {
            series.Add(_epoch, offset);
        }
    }

    private bool TryEpoch(ReadOnlySpan<byte> line, ref WordReader words)
    {
        int start = words.Position;
        ReadOnlySpan<byte> known = _epochText.AsSpan(0, Math.Max(_epochLength, 0));
        if (_epochLength > 0 && line[start..].StartsWith(known) && start + _epochLength < line.Length && line[start + _epochLength] == ' ')
        {
            words.Position = start + _epochLength;
            return true;
        }

        if (FixedField.TryInteger(words.Next(), out int year) && FixedField.TryInteger(words.Next(), out int month) && FixedField.TryInteger(words.Next(), out int day) &&
            FixedField.TryInteger(words.Next(), out int hour) && FixedField.TryInteger(words.Next(), out int minute) && FileTime.TrySeconds(words.Next(), out Duration second) &&
            FileTime.TryEpoch(year, month, day, hour, minute, second, _scale, out _epoch))
        {
            _epochLength = words.Position - start <= _epochText.Length ? words.Position - start : -1;
            line.Slice(start, Math.Max(_epochLength, 0)).CopyTo(_epochText);
            return true;
        }

        _epochLength = -1;
        _bag.Error("CN3031", _lines.LineNumber, start + 1, $"'{FixedField.Text(FixedField.Columns(line, start, 27))}' is not a time (year month day hour minute second)", "mend the line or remove it; if it is the last, the file is cut");
        return false;
    }

    private ClkSeriesBuilder? Series(bool satellite, ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[Math.Min(name.Length, 16)];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)name[i];
        }

        if (!satellite)
        {
            if (!_stationLookup.TryGetValue(text, out ClkSeriesBuilder? station))
            {
                _stationLookup[text] = station = new ClkSeriesBuilder();
            }

            return station;
        }

        if (!SatelliteId.TryParse(text, out SatelliteId id))
        {
            _bag.Error("CN3014", _lines.LineNumber, 4, $"'{FixedField.Text(name)}' is not a satellite such as G05 or C23", "mend or remove the line");
            return null;
        }

        if (!_satellites.TryGetValue(id, out ClkSeriesBuilder? series))
        {
            _satellites.Add(id, series = new ClkSeriesBuilder());
        }

        return series;
    }

    private static Duration CommonInterval(IEnumerable<ClkSeriesBuilder> series)
    {
        Dictionary<Duration, int> counts = [];
        foreach (ClkSeriesBuilder one in series)
        {
            ReadOnlySpan<Epoch> epochs = one.Epochs;
            for (int i = 1; i < epochs.Length; i++)
            {
                Duration step = epochs[i] - epochs[i - 1];
                counts[step] = counts.GetValueOrDefault(step) + 1;
            }
        }

        return counts.Count == 0 ? Duration.Zero : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
    }
}
