using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads the attitude records (ATT) of ORBEX files 0.01 to 1.xx, plain or gzip. [ORBEX]</summary>
/// <remarks>Codes: CN3001 no ORBEX file; CN3080 version; CN3081 frame; CN3082 epoch; CN3083 attitude; CN3084 order; CN3085 cut; CN3086 no attitudes; CN3014, CN3021 as elsewhere.</remarks>
public sealed class OrbexReader
{
    /// <summary>Printed quaternions are of unit length to their digits; more than this is damage.</summary>
    private const double LargestDefect = 1e-3;

    /// <summary>Printed with sixteen digits: left as it is, so that a file comes back digit for digit.</summary>
    private const double SmallestDefect = 1e-14;

    /// <summary>Far more than there are keys.</summary>
    private const int MostHeaderLines = 1000;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly SortedDictionary<SatelliteId, (List<Epoch> Epochs, List<AttitudeQuaternion> Attitudes)> _satellites = [];
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    private TimeScale _scale = TimeScale.Gpst;
    private ReferenceFrame _frame = ReferenceFrame.Itrf;
    private Epoch? _epoch;
    private string _block = "";
    private int _other, _expected, _seen, _epochLine;

    private OrbexReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<OrbexFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new OrbexReader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<OrbexFile> Read(Stream stream, string fileName) => new OrbexReader(TextSource.Decompress(stream), fileName).ReadFile();

    private ReadResult<OrbexFile> ReadFile()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> first) || !first.StartsWith("%=ORBEX"u8))
        {
            _bag.Error("CN3001", 1, 1, "the first line is not that of an ORBEX file", "give an ORBEX file, plain or gzip");
            return new ReadResult<OrbexFile>(null, _bag.Diagnostics);
        }

        if (!FixedField.TryDouble(FixedField.Columns(first, 7, 20), out double version) || version is <= 0 or >= 2)
        {
            _bag.Error("CN3080", 1, 8, $"ORBEX version '{FixedField.Text(FixedField.Columns(first, 7, 20))}' is not read", "versions 0.01 to 1.xx are");
            return new ReadResult<OrbexFile>(null, _bag.Diagnostics);
        }

        bool ended = false;
        while (!_bag.Full && !ended && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ended = line.StartsWith("%END_ORBEX"u8);
            ReadLine(line);
        }

        CheckCount();
        if (!ended && !_bag.Full)
        {
            _bag.Warning("CN3085", _lines.LineNumber, 0, "the file ends without %END_ORBEX: it is cut", "what is there is used; fetch it again for the rest");
        }

        if (_satellites.Count == 0 && !_bag.HasErrors)
        {
            _bag.Error("CN3086", _lines.LineNumber, 0, _other > 0 ? $"there are {_other} records but no attitudes (ATT)" : "there are no records", "give a file with satellite attitudes");
        }

        return _bag.Result(new OrbexFile
        {
            Version = version,
            Frame = _frame,
            TimeScale = _scale,
            Interval = FileTime.TrySeconds(System.Text.Encoding.Latin1.GetBytes(Header("EPOCH_INTERVAL")), out Duration interval) ? interval : Duration.Zero,
            Satellites = _satellites.ToDictionary(s => s.Key, s => new OrbexSeries(s.Value.Epochs, s.Value.Attitudes)),
            OtherRecords = _other,
            Description = Header("DESCRIPTION"),
            CreatedBy = Header("CREATED_BY"),
            CoordinateSystem = Header("COORD_SYSTEM"),
        });
    }

    private string Header(string key) => _header.GetValueOrDefault(key, "");

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] is (byte)'*' or (byte)'%')
        {
            return;
        }

        if (line[0] is (byte)'+' or (byte)'-')
        {
            _block = line[0] == '+' ? FixedField.Text(line[1..]) : "";
            return;
        }

        switch (_block)
        {
            case "FILE/DESCRIPTION":
                ReadHeader(line);
                break;
            case "EPHEMERIS/DATA" when line.StartsWith("##"u8):
                ReadEpoch(line);
                break;
            case "EPHEMERIS/DATA" when line.StartsWith(" ATT "u8):
                ReadAttitude(line);
                break;
            case "EPHEMERIS/DATA":
                (_other, _seen) = (_other + 1, _seen + 1);
                break;
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        WordReader words = new(line, 0);
        string key = FixedField.Text(words.Next()), value = FixedField.Text(line[words.Position..]);
        if (_header.Count < MostHeaderLines)
        {
            _header.TryAdd(key, value);
        }

        if (key == "TIME_SYSTEM")
        {
            TimeScale? scale = value switch
            {
                "GPS" or "QZS" or "IRN" => TimeScale.Gpst,
                "GAL" => TimeScale.Gst,
                "BDT" or "BDS" => TimeScale.Bdt,
                "TAI" => TimeScale.Tai,
                "UTC" or "GLO" => TimeScale.Utc,
                _ => null,
            };
            if (scale is null)
            {
                _bag.Error("CN3021", _lines.LineNumber, words.Column, $"'{value}' is not a time system", "one of GPS, GAL, QZS, IRN, BDT, TAI, UTC");
            }

            _scale = scale ?? _scale;
        }
        else if (key == "FRAME_TYPE")
        {
            if (value is not ("ECEF" or "ECI" or "J2000" or "GCRF"))
            {
                _bag.Error("CN3081", _lines.LineNumber, words.Column, $"attitudes against a frame '{value}' are not read", "ECEF (Earth-fixed) and ECI, J2000 or GCRF (celestial) are");
            }

            _frame = value == "ECEF" ? ReferenceFrame.Itrf : ReferenceFrame.Gcrf;
        }
    }

    /// <summary><c>## 2021 07 29 00 00 00.000000000000 117</c></summary>
    private void ReadEpoch(ReadOnlySpan<byte> line)
    {
        CheckCount();
        WordReader words = new(line, 2);
        Epoch epoch = default;
        bool good = FixedField.TryInteger(words.Next(), out int year) && FixedField.TryInteger(words.Next(), out int month) && FixedField.TryInteger(words.Next(), out int day)
            && FixedField.TryInteger(words.Next(), out int hour) && FixedField.TryInteger(words.Next(), out int minute) && FileTime.TrySeconds(words.Next(), out Duration second)
            && FileTime.TryEpoch(year, month, day, hour, minute, second, _scale, out epoch);
        if (!good)
        {
            _bag.Error("CN3082", _lines.LineNumber, 4, $"'{FixedField.Text(FixedField.Columns(line, 3, 32))}' is not a time (year month day hour minute second)", "mend the line, or remove it with its records");
        }

        _epoch = good ? epoch : null;
        (_seen, _epochLine) = (0, _lines.LineNumber);
        _expected = FixedField.TryInteger(words.Next(), out int count) ? count : -1;
    }

    /// <summary><c> ATT G01              4  0.19 0.21 -0.89 0.34</c></summary>
    private void ReadAttitude(ReadOnlySpan<byte> line)
    {
        _seen++;
        WordReader words = new(line, 5);
        ReadOnlySpan<byte> name = words.Next();
        if (!SatelliteId.TryParse(FixedField.Text(name), out SatelliteId id))
        {
            if (name.Length != 4 && name.Length != 9)                       // attitudes of stations have four or nine characters
            {
                _bag.Error("CN3014", _lines.LineNumber, 6, $"'{FixedField.Text(name)}' is not a satellite such as G05 or C23", "mend or remove the line");
            }

            return;
        }

        Span<double> q = stackalloc double[4];
        bool good = FixedField.TryInteger(words.Next(), out int count) && count >= 4;
        for (int i = 0; i < 4 && good; i++)
        {
            good = FixedField.TryDouble(words.Next(), out q[i]);
        }

        AttitudeQuaternion attitude = new(q[0], q[1], q[2], q[3]);
        double norm = attitude.Norm;
        if (!good || Math.Abs(norm - 1) > LargestDefect)
        {
            _bag.Error("CN3083", _lines.LineNumber, words.Column, good ? $"the quaternion of {id} has length {norm:0.######}, not 1" : $"{id} has no four numbers of a quaternion", "mend or remove the line; if it is the last, the file is cut");
            return;
        }

        if (_epoch is { } epoch)
        {
            Add(id, epoch, Math.Abs(norm - 1) < SmallestDefect ? attitude : new(q[0] / norm, q[1] / norm, q[2] / norm, q[3] / norm));
        }
        else if (_expected == 0)
        {
            _bag.Error("CN3082", _lines.LineNumber, 1, "an attitude stands before the first epoch (##)", "put its epoch before it");
        }
    }

    private void Add(SatelliteId id, Epoch epoch, AttitudeQuaternion attitude)
    {
        if (!_satellites.TryGetValue(id, out (List<Epoch> Epochs, List<AttitudeQuaternion> Attitudes) series))
        {
            _satellites.Add(id, series = ([], []));
        }

        if (series.Epochs.Count > 0 && series.Epochs[^1] >= epoch)
        {
            _bag.Error("CN3084", _lines.LineNumber, 6, $"{id} has an attitude at {epoch.ToString(_scale)} after one at {series.Epochs[^1].ToString(_scale)}", "sort the epochs and remove what is there twice");
            return;
        }

        series.Epochs.Add(epoch);
        series.Attitudes.Add(attitude);
    }

    /// <summary>An epoch line says how many records follow.</summary>
    private void CheckCount()
    {
        if (_epochLine > 0 && _expected > 0 && _seen != _expected)
        {
            _bag.Warning("CN3085", _epochLine, 4, $"the epoch announces {_expected} records and has {_seen}", "those that are there are used; fetch the file again if it is cut");
        }
    }
}
