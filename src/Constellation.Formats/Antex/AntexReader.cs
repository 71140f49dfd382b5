using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads ANTEX 1.3 and 1.4 files, plain or gzip: the satellite antennas. [ANTEX]</summary>
public sealed class AntexReader
{
    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly List<SatelliteAntenna> _satellites = [];
    private int _receivers;
    private double _version;

    // The antenna being read.
    private bool _open;
    private bool _headerEnded;
    private int _startLine;
    private string _type = "";
    private string _serial = "";
    private string _svn = "";
    private Epoch _from;
    private Epoch _until;
    private double _firstNadir;
    private double _nadirStep;
    private string _frequency = "";
    private Dictionary<string, Vector3d> _offsets = [];
    private Dictionary<string, double[]> _variations = [];

    private AntexReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<AntexFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new AntexReader(stream, path).ReadFile();
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

        return _bag.Result(new AntexFile { Version = _version, Satellites = _satellites, ReceiverAntennas = _receivers });
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        if (_open && _frequency.Length > 0 && line.StartsWith("   NOAZI"u8))
        {
            ReadVariations(line);
            return;
        }

        ReadOnlySpan<byte> label = FixedField.Columns(line, 60, 20).TrimEnd((byte)' ');
        if (label.SequenceEqual("START OF ANTENNA"u8))
        {
            (_open, _startLine, _type, _serial, _svn, _frequency) = (true, _lines.LineNumber, "", "", "", "");
            (_from, _until, _firstNadir, _nadirStep) = (EpochSpan.Unbounded.First, EpochSpan.Unbounded.Last, 0, 0);
            (_offsets, _variations) = ([], []);
        }
        else if (!_open)
        {
            _headerEnded |= label.SequenceEqual("END OF HEADER"u8);
        }
        else if (label.SequenceEqual("TYPE / SERIAL NO"u8))
        {
            _type = FixedField.Text(FixedField.Columns(line, 0, 20));
            _serial = FixedField.Text(FixedField.Columns(line, 20, 20));
            _svn = FixedField.Text(FixedField.Columns(line, 40, 10));
        }
        else if (label.SequenceEqual("ZEN1 / ZEN2 / DZEN"u8))
        {
            _ = TryNumber(line, 2, 6, out _firstNadir) && TryNumber(line, 14, 6, out _nadirStep);
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
        }
        else if (label.SequenceEqual("END OF FREQUENCY"u8))
        {
            _frequency = "";
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
            FirstNadirDeg = _firstNadir,
            NadirStepDeg = _nadirStep,
        });
    }

    private void ReadVariations(ReadOnlySpan<byte> line)
    {
        List<double> values = [];
        for (int column = 8; column < line.Length && !FixedField.IsBlank(FixedField.Columns(line, column, 8)); column += 8)
        {
            if (!TryNumber(line, column, 8, out double millimetres))
            {
                return;
            }

            values.Add(millimetres / 1000);
        }

        _variations[_frequency] = [.. values];
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
