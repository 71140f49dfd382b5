using System.Text;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads ANTEX 1.3 and 1.4 files, plain or gzip: antennas of satellites and of receivers, with tables by azimuth where there are any. [ANTEX]</summary>
public sealed class AntexReader
{
    private const int FieldWidth = 8;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly List<SatelliteAntenna> _satellites = [];
    private readonly List<StationAntenna> _stations = [];
    private readonly HashSet<string>? _wanted;
    private int _receivers;
    private double _version;

    // The antenna being read.
    private bool _open;
    private bool _passed;
    private bool _headerEnded;
    private int _startLine;
    private string _type = "";
    private string _name = "";
    private string _serial = "";
    private string _svn = "";
    private Epoch _from;
    private Epoch _until;
    private double _firstNadir;
    private double _lastNadir;
    private double _nadirStep;
    private double _azimuthStep;
    private string _frequency = "";
    private Dictionary<string, Vector3d> _offsets = [];
    private Dictionary<string, double[]> _variations = [];
    private Dictionary<string, PhasePattern> _patterns = [];
    private List<double[]> _rows = [];

    private AntexReader(Stream stream, string fileName, IEnumerable<string>? wanted = null)
    {
        _wanted = wanted?.Select(AntexFile.FullName).ToHashSet(StringComparer.Ordinal);
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<AntexFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new AntexReader(stream, path).ReadFile();
    }

    /// <summary>Reads all satellites, and of the receivers' antennas only some: a file of the IGS holds hundreds of large tables.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stations">Antenna and radome, as the headers of observation files have them; of each the one without a radome is kept too.</param>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<AntexFile> Read(string path, IEnumerable<string> stations)
    {
        string[] names = [.. stations];
        using Stream stream = TextSource.Open(path);
        return new AntexReader(stream, path, names.Concat(names.Select(AntexFile.WithoutRadome))).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<AntexFile> Read(Stream stream, string fileName) =>
        new AntexReader(TextSource.Decompress(stream), fileName).ReadFile();

    private ReadResult<AntexFile> ReadFile()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> first) || FixedField.Text(FixedField.Columns(first, 60, 20)) != "ANTEX VERSION / SYST")
        {
            _bag.Error("CN3001", 1, 1, "the first line is not that of an ANTEX file", "give an ANTEX file, plain or gzip");
            return new ReadResult<AntexFile>(null, _bag.Diagnostics);
        }

        if (!FixedField.TryDouble(FixedField.Columns(first, 0, 8), out _version) || _version is < 1.3 or >= 2)
        {
            _bag.Error("CN3010", 1, 1, $"ANTEX version '{FixedField.Text(FixedField.Columns(first, 0, 8))}' is not read", "versions 1.3 and 1.4 are");
            return new ReadResult<AntexFile>(null, _bag.Diagnostics);
        }

        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadLine(line);
        }

        if (!_headerEnded && !_bag.HasErrors)
        {
            _bag.Error("CN3011", _lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
        }

        if (_open)
        {
            _bag.Error("CN3013", _startLine, 1, "the antenna has no END OF ANTENNA line", "the file is cut: fetch it again");
        }

        return _bag.Result(new AntexFile { Version = _version, Satellites = _satellites, Stations = _stations, ReceiverAntennas = _receivers });
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        if (_passed)
        {
            _passed = _open = line.Length < 74 || !line[60..].StartsWith("END OF ANTENNA"u8);
            return;
        }

        if (_open && _frequency.Length > 0 && line.StartsWith("   NOAZI"u8))
        {
            _ = TryRow(line, out double[] mean);
            _variations[_frequency] = mean;
            return;
        }

        ReadOnlySpan<byte> label = FixedField.Columns(line, 60, 20).TrimEnd((byte)' ');
        if (_open && _azimuthStep > 0 && _frequency.Length > 0 && _variations.ContainsKey(_frequency) && IsAzimuthRow(line, label))
        {
            ReadAzimuthRow(line);
            return;
        }

        if (label.SequenceEqual("START OF ANTENNA"u8))
        {
            (_open, _startLine, _type, _serial, _svn, _frequency) = (true, _lines.LineNumber, "", "", "", "");
            (_from, _until, _firstNadir, _lastNadir, _nadirStep, _azimuthStep) = (EpochSpan.Unbounded.First, EpochSpan.Unbounded.Last, 0, 0, 0, 0);
            (_offsets, _variations, _patterns) = ([], [], []);
        }
        else if (!_open)
        {
            _headerEnded |= label.SequenceEqual("END OF HEADER"u8);
        }
        else if (label.SequenceEqual("TYPE / SERIAL NO"u8))
        {
            _type = FixedField.Text(FixedField.Columns(line, 0, 20));
            _name = Encoding.Latin1.GetString(FixedField.Columns(line, 0, 20)).PadRight(20);
            _serial = FixedField.Text(FixedField.Columns(line, 20, 20));
            _svn = FixedField.Text(FixedField.Columns(line, 40, 10));
            _passed = _wanted is not null && !SatelliteId.TryParse(_serial.AsSpan(), out _) && !_wanted.Contains(AntexFile.FullName(_name));
            _receivers += _passed ? 1 : 0;
        }
        else if (label.SequenceEqual("ZEN1 / ZEN2 / DZEN"u8))
        {
            _ = TryNumber(line, 2, 6, out _firstNadir) && TryNumber(line, 8, 6, out _lastNadir) && TryNumber(line, 14, 6, out _nadirStep);
        }
        else if (label.SequenceEqual("DAZI"u8))
        {
            _ = TryNumber(line, 2, 6, out _azimuthStep);
        }
        else if (label.SequenceEqual("VALID FROM"u8))
        {
            _ = TryTime(line, ref _from);
        }
        else if (label.SequenceEqual("VALID UNTIL"u8))
        {
            _ = TryTime(line, ref _until);
        }
        else if (label.SequenceEqual("START OF FREQUENCY"u8))
        {
            _frequency = FixedField.Text(FixedField.Columns(line, 3, 3));
            _rows = [];
        }
        else if (label.SequenceEqual("END OF FREQUENCY"u8))
        {
            FinishFrequency();
        }
        else if (label.SequenceEqual("NORTH / EAST / UP"u8) && _frequency.Length > 0)
        {
            if (TryNumber(line, 0, 10, out double x) && TryNumber(line, 10, 10, out double y) && TryNumber(line, 20, 10, out double z))
            {
                _offsets[_frequency] = new Vector3d(x, y, z) / 1000;
            }
        }
        else if (label.SequenceEqual("END OF ANTENNA"u8))
        {
            Finish();
        }
    }

    /// <summary>A satellite antenna has the satellite in the place of the serial number.</summary>
    private void Finish()
    {
        _open = false;
        if (!SatelliteId.TryParse(_serial.AsSpan(), out SatelliteId satellite))
        {
            _receivers++;
            _stations.Add(new StationAntenna
            {
                Name = AntexFile.FullName(_name),
                Serial = _serial,
                Validity = new EpochSpan(_from, _until),
                Offsets = _offsets.ToDictionary(o => o.Key, o => new Vector3d(o.Value.Y, o.Value.X, o.Value.Z)),      // the file has north before east
                Patterns = _patterns,
            });
            return;
        }

        _satellites.Add(new SatelliteAntenna
        {
            Type = _type,
            Satellite = satellite,
            Svn = _svn,
            Validity = new EpochSpan(_from, _until),
            Offsets = _offsets,
            Variations = _variations,
            Patterns = _patterns,
            FirstNadirDeg = _firstNadir,
            NadirStepDeg = _nadirStep,
        });
    }

    /// <summary>The table of a frequency, when all its rows are read.</summary>
    private void FinishFrequency()
    {
        if (_frequency.Length > 0 && _variations.TryGetValue(_frequency, out double[]? mean))
        {
            int columns = _nadirStep > 0 ? (int)Math.Round((_lastNadir - _firstNadir) / _nadirStep) + 1 : mean.Length;
            int rows = _azimuthStep > 0 ? (int)Math.Round(360 / _azimuthStep) + 1 : 0;
            if (mean.Length != columns || (mean.Length > 1 && _nadirStep <= 0) || _rows.Count != rows || _rows.Exists(r => r.Length != columns))
            {
                _bag.Warning("CN3450", _lines.LineNumber, 1, $"the table of {_frequency} of antenna {_type} {_serial} has {_rows.Count} rows by azimuth and {mean.Length} columns, not the {rows} and {columns} that the antenna promises", "the table is left out: mend ZEN1 / ZEN2 / DZEN and DAZI, or the table");
            }
            else
            {
                double radian = Math.PI / 180;
                _patterns[_frequency] = new PhasePattern { First = _firstNadir * radian, Step = _nadirStep * radian, Mean = mean, AzimuthStep = _azimuthStep * radian, ByAzimuth = [.. _rows] };
            }
        }

        _frequency = "";
    }

    private static bool IsAzimuthRow(ReadOnlySpan<byte> line, ReadOnlySpan<byte> label) =>
        line.Length >= 16 && (label.IsEmpty || label[0] is (byte)' ' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) && FixedField.TryDouble(FixedField.Columns(line, 0, 8), out _);

    private void ReadAzimuthRow(ReadOnlySpan<byte> line)
    {
        _ = FixedField.TryDouble(FixedField.Columns(line, 0, 8), out double azimuth);
        if (Math.Abs(azimuth - (_rows.Count * _azimuthStep)) > 1e-6)
        {
            _bag.Error("CN3451", _lines.LineNumber, 1, $"a row for azimuth {azimuth:0.#} where that for {_rows.Count * _azimuthStep:0.#} is due ({_frequency} of antenna {_type} {_serial})", "put the rows in order, from 0 to 360 by DAZI");
            return;
        }

        if (TryRow(line, out double[] row))
        {
            _rows.Add(row);
        }
    }

    /// <summary>Millimetres after the first eight columns.</summary>
    private bool TryRow(ReadOnlySpan<byte> line, out double[] row)
    {
        int count = Math.Max(0, line.TrimEnd((byte)' ').Length - 1) / FieldWidth;
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            int column = FieldWidth * (i + 1);
            if (column + FieldWidth <= line.Length && TryHundredths(line.Slice(column, FieldWidth), out int hundredths))
            {
                values[i] = hundredths / 1e5;
            }
            else if (TryNumber(line, column, FieldWidth, out double millimetres))
            {
                values[i] = millimetres / 1000;
            }
            else
            {
                row = [];
                return false;
            }
        }

        row = values;
        return true;
    }

    /// <summary>F8.2 in its usual layout: blanks, perhaps a minus, digits, point, two digits; false leaves it to the slow parser.</summary>
    private static bool TryHundredths(ReadOnlySpan<byte> field, out int value)
    {
        value = 0;
        int i = 0;
        while (i < 4 && field[i] == ' ')
        {
            i++;
        }

        bool negative = field[i] == '-';
        i += negative ? 1 : 0;
        for (; i < FieldWidth; i++)
        {
            uint digit = field[i] - (uint)'0';
            if (i == 5 ? field[i] != '.' : digit > 9)
            {
                return false;
            }

            value = i == 5 ? value : (10 * value) + (int)digit;
        }

        value = negative ? -value : value;
        return true;
    }

    private bool TryNumber(ReadOnlySpan<byte> line, int column, int length, out double value)
    {
        if (FixedField.TryDouble(FixedField.Columns(line, column, length), out value))
        {
            return true;
        }

        _bag.Error("CN3040", _lines.LineNumber, column + 1, $"'{FixedField.Text(FixedField.Columns(line, column, length))}' is not a number (antenna {_type} {_serial})", "mend the number or remove the antenna");
        return false;
    }

    /// <summary>GPS time, as the format says.</summary>
    private bool TryTime(ReadOnlySpan<byte> line, ref Epoch epoch)
    {
        if (FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int year) && FixedField.TryInteger(FixedField.Columns(line, 6, 6), out int month) &&
            FixedField.TryInteger(FixedField.Columns(line, 12, 6), out int day) && FixedField.TryInteger(FixedField.Columns(line, 18, 6), out int hour) &&
            FixedField.TryInteger(FixedField.Columns(line, 24, 6), out int minute) && FileTime.TrySeconds(FixedField.Columns(line, 30, 13), out Duration second) &&
            FileTime.TryEpoch(year, month, day, hour, minute, second, TimeScale.Gpst, out Epoch read))
        {
            epoch = read;
            return true;
        }

        _bag.Error("CN3015", _lines.LineNumber, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 43))}' is not a time (year month day hour minute second)", "mend it or remove the antenna");
        return false;
    }
}
