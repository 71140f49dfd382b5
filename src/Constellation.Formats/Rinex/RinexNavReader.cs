using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads RINEX 3 and 4 navigation files, plain or gzip. [RINEX-3.05] table A, [RINEX-4] section 6 and appendix A8-A33.</summary>
/// <remarks>
/// All that is wrong with a file is reported, up to a hundred problems; a file with an error has no value. Records whose
/// numbers are well written but cannot be an orbit are left out with a warning: merged files of real networks hold some.
/// </remarks>
public sealed class RinexNavReader
{
    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly NavRecord _record = new();
    private readonly List<NavigationMessage> _messages = [];
    private readonly List<IonosphericCorrection> _ionosphere = [];
    private readonly List<TimeOffset> _timeOffsets = [];
    private readonly List<BroadcastEarthOrientation> _earthOrientation = [];
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);

    private RinexNavReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
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

        ReadRecords(header.Version);
        NavigationFile file = new()
        {
            Version = header.Version,
            Messages = new NavigationMessages(_messages),
            Ionosphere = [.. header.Ionosphere, .. _ionosphere],
            TimeOffsets = [.. header.TimeOffsets, .. _timeOffsets],
            EarthOrientation = _earthOrientation,
            LeapSeconds = header.LeapSeconds,
            Counts = _counts,
            Skipped = _skipped,
        };
        NavReview.Tell(file, _bag);
        return _bag.Remaining(_messages.Count == 0 && _bag.HasErrors ? null : file);
    }

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

    /// <summary><c>&gt; EPH G01 LNAV</c></summary>
    private bool TryAnnounce(ReadOnlySpan<byte> line)
    {
        string kind = FixedField.Text(FixedField.Columns(line, 2, 3));
        ReadOnlySpan<byte> name = FixedField.Columns(line, 6, 3);
        SatelliteId satellite = default;
        if (kind != "EPH" && name.Length > 0 && FixedField.IsBlank(name[1..]) && Enum.IsDefined((GnssSystem)name[0]))
        {
            // A message of the whole system, merged from many satellites: letter without number.
            satellite = new SatelliteId((GnssSystem)name[0], 0);
        }
        else if (!TrySatellite(line, 6, out satellite))
        {
            return false;
        }

        _record.Begin(kind, satellite, FixedField.Text(FixedField.Columns(line, 10, 4)), _lines.LineNumber);
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
        string name = FixedField.Text(FixedField.Columns(line, column, 3));
        if (SatelliteId.TryParse(name.AsSpan(), out satellite))
        {
            return true;
        }

        _bag.Error("CN3014", _lines.LineNumber, column + 1, $"'{name}' is not a satellite such as G05 or C23", "a record starts with its satellite; check that the lines before it are complete");
        return false;
    }

    private void ReadFirstLine(ReadOnlySpan<byte> line)
    {
        if (NavRecordLayout.Lines(_record.Kind, _record.Satellite, _record.Message) == 0)
        {
            return;
        }

        TimeScale scale = _record.Satellite.System switch
        {
            GnssSystem.BeiDou => TimeScale.Bdt,
            GnssSystem.Glonass => TimeScale.Utc,
            _ => TimeScale.Gpst,
        };
        if (FixedField.TryInteger(FixedField.Columns(line, 4, 4), out int year) && FixedField.TryInteger(FixedField.Columns(line, 8, 3), out int month) &&
            FixedField.TryInteger(FixedField.Columns(line, 11, 3), out int day) && FixedField.TryInteger(FixedField.Columns(line, 14, 3), out int hour) &&
            FixedField.TryInteger(FixedField.Columns(line, 17, 3), out int minute) && FileTime.TrySeconds(FixedField.Columns(line, 20, 3), out Duration second) &&
            FileTime.TryEpoch(year, month, day, hour, minute, second, scale, out Epoch epoch))
        {
            _record.Time = epoch;
            _record.GpstMinusUtc = scale == TimeScale.Utc ? FileTime.GpstMinusUtc(year, month, day) : 0;
        }
        else
        {
            _bag.Error("CN3015", _lines.LineNumber, 5, $"'{FixedField.Text(FixedField.Columns(line, 4, 19))}' is not a time (year month day hour minute second)", "mend it or remove the record");
            _record.Spoiled = true;
        }

        if (_record.Kind == "STO")
        {
            _record.Label = FixedField.Text(FixedField.Columns(line, 24, 4));
            _record.Lines++;
            return;
        }

        ReadValues(line, 23, 0, 3);
    }

    private void ReadValues(ReadOnlySpan<byte> line, int column, int index, int count)
    {
        _record.Lines++;
        if (index + count > NavRecord.MostValues)
        {
            return;
        }

        for (int i = 0; i < count; i++, column += 19)
        {
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
        int lines = NavRecordLayout.Lines(_record.Kind, _record.Satellite, _record.Message);
        if (lines == 0)
        {
            Count(_skipped, _record.Name.TrimEnd());
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

        Count(_counts, _record.Name);
    }

    private void UseEphemeris()
    {
        if (NavMessageDecoder.Decode(_record, out string problem) is not { } message)
        {
            _bag.Warning("CN3016", _record.FirstLine, 1, problem, "the record is left out");
            return;
        }

        _messages.Add(message);
        Count(_counts, $"EPH {message.Satellite.Letter} {NavSystemRecords.NameOf(message.Type)}");
    }

    private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
