using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads RINEX 2, 3 and 4 navigation files, plain or gzip. [RINEX-2.11] tables A3, A4, A10, A11, A15, A16, [RINEX-3.05] table A, [RINEX-4] section 6 and appendix A8-A33.</summary>
/// <remarks>
/// All that is wrong with a file is reported, a hundred problems by name; what could be read stays beside it. Records whose
/// numbers are well written but cannot be an orbit are left out of the messages with a warning: merged files of real networks hold some.
/// Numbers in their usual layout are read by <see cref="FastField"/>, all others, and all that is wrong, by <see cref="FixedField"/>.
/// </remarks>
public sealed class RinexNavReader
{
    private const int TimeWidth = 19;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly NavRecord _record = new();
    private readonly List<NavigationMessage> _messages = [];
    private readonly List<IonosphericCorrection> _ionosphere = [];
    private readonly List<TimeOffset> _timeOffsets = [];
    private readonly List<BroadcastEarthOrientation> _earthOrientation = [];
    private readonly NavRecordTable _records;
    private readonly Dictionary<(string Kind, GnssSystem System, string Message), int> _counts = [];
    private readonly Dictionary<(string Kind, GnssSystem System, string Message), int> _skipped = [];

    /// <summary>Text and meaning of the time read last: messages of many satellites have the same.</summary>
    private readonly byte[] _timeText = new byte[TimeWidth];
    private TimeScale _timeScale;
    private Epoch _time;
    private int _timeGpstMinusUtc;
    private char _fileType;

    private RinexNavReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        _records = new NavRecordTable(stream.CanSeek ? stream.Length : 0);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<NavigationFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new RinexNavReader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<NavigationFile> Read(Stream stream, string fileName) =>
        new RinexNavReader(TextSource.Decompress(stream), fileName).ReadFile();

    private ReadResult<NavigationFile> ReadFile()
    {
        NavHeader header = new(_bag);
        if (!header.TryRead(_lines))
        {
            return new ReadResult<NavigationFile>(null, _bag.Diagnostics);
        }

        _fileType = header.FileType;
        if (header.Version < 3)
        {
            ReadOldRecords();
        }
        else
        {
            ReadRecords(header.Version);
        }

        NavigationFile file = new()
        {
            Version = header.Version,
            Messages = new NavigationMessages(_messages),
            Ionosphere = [.. header.Ionosphere, .. _ionosphere],
            TimeOffsets = [.. header.TimeOffsets, .. _timeOffsets],
            EarthOrientation = _earthOrientation,
            LeapSeconds = header.LeapSeconds,
            Records = _records,
            Counts = Named(_counts),
            Skipped = Named(_skipped),
        };
        NavReview.Tell(file, _bag);
        return _bag.Remaining(_messages.Count == 0 && _bag.HasErrors ? null : file);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRecords(double version)
    {
        bool announced = false;
        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line.Length > 0 && line[0] == '>' && version >= 4)
            {
                Finish();
                announced = TryAnnounce(line);
            }
            else if (line.Length > 0 && line[0] != ' ')
            {
                if (version < 4)
                {
                    Finish();
                    TryBegin(line);
                }

                if (_record.Open && (version < 4 || announced))
                {
                    ReadFirstLine(line);
                    announced = false;
                }
                else if (!_record.Open && version >= 4)
                {
                    _bag.Error("CN3014", _lines.LineNumber, 1, "a record without its '>' line", "RINEX 4 announces every record, as in '> EPH G01 LNAV'");
                }
            }
            else if (announced && _record.Open)
            {
                ReadFirstLine(line);
                announced = false;
            }
            else if (_record.Open && _record.Lines > 0 && !FixedField.IsBlank(line))
            {
                ReadValues(line, 4, 3 + (4 * (_record.Lines - 1)), 4);
            }
        }

        if (!_bag.Full)
        {
            Finish();
        }
    }

    /// <summary>RINEX 2: no system letter, no names; values start one column earlier. GPS (N), GLONASS (G) or geostationary (H) satellites in a file of their own.</summary>
    private void ReadOldRecords()
    {
        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line.Length > 1 && line[1] != ' ')
            {
                Finish();
                TryBeginOld(line);
            }
            else if (_record.Open && _record.Lines > 0 && !FixedField.IsBlank(line))
            {
                ReadValues(line, 3, 3 + (4 * (_record.Lines - 1)), 4);
            }
        }

        if (!_bag.Full)
        {
            Finish();
        }
    }

    private void TryBeginOld(ReadOnlySpan<byte> line)
    {
        GnssSystem system = _fileType switch
        {
            'G' => GnssSystem.Glonass,
            'H' => GnssSystem.Sbas,
            _ => GnssSystem.Gps,
        };
        ReadOnlySpan<byte> number = FixedField.Columns(line, 0, 2);
        if (!FixedField.TryInteger(number, out int prn) || prn is < 1 or > 99)
        {
            _bag.Error("CN3014", _lines.LineNumber, 1, $"'{FixedField.Text(number)}' is not a satellite number", "a record starts with its satellite; check that the lines before it are complete");
            return;
        }

        _record.Begin("EPH", new SatelliteId(system, prn), "", _lines.LineNumber);
        if (FixedField.TryInteger(FixedField.Columns(line, 2, 3), out int year) && year is >= 0 and <= 99 && FixedField.TryInteger(FixedField.Columns(line, 5, 3), out int month) &&
            FixedField.TryInteger(FixedField.Columns(line, 8, 3), out int day) && FixedField.TryInteger(FixedField.Columns(line, 11, 3), out int hour) &&
            FixedField.TryInteger(FixedField.Columns(line, 14, 3), out int minute) && FileTime.TrySeconds(FixedField.Columns(line, 17, 5), out Duration second) &&
            FileTime.TryEpoch(year < 80 ? 2000 + year : 1900 + year, month, day, hour, minute, second, ScaleOf(system), out Epoch epoch))
        {
            _record.Time = epoch;
            _record.GpstMinusUtc = system == GnssSystem.Glonass ? FileTime.GpstMinusUtc(year < 80 ? 2000 + year : 1900 + year, month, day) : 0;
        }
        else
        {
            TimeError(FixedField.Columns(line, 3, 19), 4);
        }

        ReadValues(line, 22, 0, 3);
        if (system == GnssSystem.Glonass)
        {
            // Frame time in seconds of the UTC day here, of the UTC week in RINEX 3: the day is that of tb.
            _record.Set(2, _record[2] + SecondsOfDaysBefore(_record.Time, _record.GpstMinusUtc));
        }
    }

    /// <summary>Seconds from the start of the UTC week to that of the day.</summary>
    private static double SecondsOfDaysBefore(Epoch epoch, int gpstMinusUtc) =>
        86400 * Math.Floor((epoch - Duration.FromSeconds(gpstMinusUtc)).ToGps().TimeOfWeek.TotalSeconds / 86400);

    private static TimeScale ScaleOf(GnssSystem system) => system switch
    {
        GnssSystem.BeiDou => TimeScale.Bdt,
        GnssSystem.Glonass => TimeScale.Utc,
        _ => TimeScale.Gpst,
    };

    /// <summary><c>&gt; EPH G01 LNAV</c></summary>
    private bool TryAnnounce(ReadOnlySpan<byte> line)
    {
        string kind = NavNames.Kind(FixedField.Columns(line, 2, 3));
        ReadOnlySpan<byte> name = FixedField.Columns(line, 6, 3);
        SatelliteId satellite = default;
        if (name.Length > 0 && kind != "EPH" && FixedField.IsBlank(name[1..]) && Enum.IsDefined((GnssSystem)name[0]))
        {
            // A message of the whole system, merged from many satellites: letter without number.
            satellite = new SatelliteId((GnssSystem)name[0], 0);
        }
        else if (!TrySatellite(line, 6, out satellite))
        {
            return false;
        }

        _record.Begin(kind, satellite, NavNames.Message(FixedField.Columns(line, 10, 4)), _lines.LineNumber);
        return true;
    }

    private void TryBegin(ReadOnlySpan<byte> line)
    {
        if (TrySatellite(line, 0, out SatelliteId satellite))
        {
            _record.Begin("EPH", satellite, "", _lines.LineNumber);
        }
    }

    private bool TrySatellite(ReadOnlySpan<byte> line, int column, out SatelliteId satellite)
    {
        ReadOnlySpan<byte> name = FixedField.Columns(line, column, 3);
        if (NavNames.TrySatellite(name, out satellite))
        {
            return true;
        }

        _bag.Error("CN3014", _lines.LineNumber, column + 1, $"'{FixedField.Text(name)}' is not a satellite such as G05 or C23", "a record starts with its satellite; check that the lines before it are complete");
        return false;
    }

    private void ReadFirstLine(ReadOnlySpan<byte> line)
    {
        if (_record.CompleteLines == 0)
        {
            return;
        }

        ReadTime(FixedField.Columns(line, 4, TimeWidth), ScaleOf(_record.Satellite.System));
        if (_record.Kind == "STO")
        {
            _record.Label = FixedField.Text(FixedField.Columns(line, 24, 56));
            _record.Lines++;
            return;
        }

        ReadValues(line, 23, 0, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadTime(ReadOnlySpan<byte> text, TimeScale scale)
    {
        if (scale == _timeScale && text.SequenceEqual(_timeText))
        {
            (_record.Time, _record.GpstMinusUtc) = (_time, _timeGpstMinusUtc);
            return;
        }

        if (FixedField.TryInteger(FixedField.Columns(text, 0, 4), out int year) && FixedField.TryInteger(FixedField.Columns(text, 4, 3), out int month) &&
            FixedField.TryInteger(FixedField.Columns(text, 7, 3), out int day) && FixedField.TryInteger(FixedField.Columns(text, 10, 3), out int hour) &&
            FixedField.TryInteger(FixedField.Columns(text, 13, 3), out int minute) && FileTime.TrySeconds(FixedField.Columns(text, 16, 3), out Duration second) &&
            FileTime.TryEpoch(year, month, day, hour, minute, second, scale, out Epoch epoch))
        {
            _record.Time = epoch;
            _record.GpstMinusUtc = scale == TimeScale.Utc ? FileTime.GpstMinusUtc(year, month, day) : 0;
            if (text.Length == TimeWidth)
            {
                text.CopyTo(_timeText);
                (_timeScale, _time, _timeGpstMinusUtc) = (scale, epoch, _record.GpstMinusUtc);
            }

            return;
        }

        TimeError(text, 5);
    }

    private void TimeError(ReadOnlySpan<byte> text, int column)
    {
        _bag.Error("CN3015", _lines.LineNumber, column, $"'{FixedField.Text(text)}' is not a time (year month day hour minute second)", "mend it or remove the record");
        _record.Spoiled = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadValues(ReadOnlySpan<byte> line, int column, int index, int count)
    {
        _record.Lines++;
        if (index + count > NavRecord.MostValues)
        {
            return;
        }

        for (int i = 0; i < count; i++, column += FastField.ExponentWidth)
        {
            if (line.Length >= column + FastField.ExponentWidth && FastField.TryExponent(line[column..], out double number))
            {
                _record.Set(index + i, number);
                continue;
            }

            ReadOnlySpan<byte> field = FixedField.Columns(line, column, 19);
            if (FixedField.IsBlank(field))
            {
                continue;
            }

            if (FixedField.TryDouble(field, out double value))
            {
                _record.Set(index + i, value);
                continue;
            }

            string name = NavRecordLayout.NameOf(_record, index + i);
            int start = column + field.IndexOfAnyExcept((byte)' ') + 1;
            _bag.Error("CN3012", _lines.LineNumber, start, $"'{FixedField.Text(field)}' is not a number ({name} of {_record.Satellite})", "mend the number or remove the record");
            _record.Spoiled = true;
        }
    }

    /// <summary>The record's lines are all read: make of it what it says.</summary>
    private void Finish()
    {
        if (!_record.Open)
        {
            return;
        }

        _record.Close();
        int lines = _record.CompleteLines;
        if (lines == 0)
        {
            Count(_skipped, _record.Message);
        }
        else if (_record.Lines < lines)
        {
            _bag.Error("CN3013", _record.FirstLine, 1, $"the record of {_record.Satellite} has {_record.Lines} of {lines} lines", "the file is cut or lines are missing: fetch it again, or remove the record");
        }
        else if (!_record.Spoiled)
        {
            Use();
        }
    }

    private void Use()
    {
        switch (_record.Kind)
        {
            case "STO":
                _timeOffsets.Add(NavSystemRecords.TimeOffset(_record));
                break;
            case "EOP":
                _earthOrientation.Add(NavSystemRecords.EarthOrientation(_record));
                break;
            case "ION":
                _ionosphere.Add(NavSystemRecords.Ionosphere(_record));
                break;
            default:
                UseEphemeris();
                return;
        }

        Keep(_record.Message);
    }

    private void UseEphemeris()
    {
        if (NavMessageDecoder.Decode(_record, out string problem) is not { } message)
        {
            _bag.Warning("CN3016", _record.FirstLine, 1, problem, "the record is left out");
            return;
        }

        _messages.Add(message);
        Keep(NavNames.Of(message.Type));
    }

    private void Keep(string message)
    {
        _records.Add(new NavRecordHead(_record.Kind, _record.Satellite, message, _record.Time, _record.Label), _record.Values);
        Count(_counts, message);
    }

    private void Count(Dictionary<(string Kind, GnssSystem System, string Message), int> counts, string message) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (_record.Kind, _record.Satellite.System, message), out _)++;

    private static SortedDictionary<string, int> Named(Dictionary<(string Kind, GnssSystem System, string Message), int> counts)
    {
        SortedDictionary<string, int> named = new(StringComparer.Ordinal);
        foreach (((string kind, GnssSystem system, string message), int count) in counts)
        {
            named[$"{kind} {(char)system} {message}".TrimEnd()] = count;
        }

        return named;
    }
}
