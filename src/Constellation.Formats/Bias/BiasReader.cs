using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads Bias-SINEX 1.00 files, plain or gzip: observable-specific and differential biases of code and phase, of satellites and stations. [SINEX-BIAS]</summary>
public sealed class BiasReader
{
    private const int MostSecondOfDay = 86400;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly List<SignalBias> _biases = [];
    private readonly HashSet<string> _unknown = [];
    private readonly SinexBlocks _blocks;
    private string _agency = "";
    private bool _absolute;
    private TimeScale _scale = TimeScale.Gpst;

    private BiasReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        _blocks = new SinexBlocks(_lines, _bag, "%=ENDBIA");
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<BiasFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new BiasReader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<BiasFile> Read(Stream stream, string fileName) => new BiasReader(TextSource.Decompress(stream), fileName).ReadFile();

    internal static bool IsFirstLine(ReadOnlySpan<byte> line) => line.StartsWith("%=BIA "u8);

    private ReadResult<BiasFile> ReadFile()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> line) || !IsFirstLine(line))
        {
            _bag.Error("CN3001", 1, 1, "the first line is not that of a Bias-SINEX file (%=BIA)", "give a Bias-SINEX file, plain or gzip");
            return _bag.Remaining<BiasFile>(null);
        }

        _agency = FixedField.Text(FixedField.Columns(line, 11, 3));
        _absolute = FixedField.Text(FixedField.Columns(line, 64, 1)) == "A";
        while (_blocks.TryRead(out line))
        {
            ReadLine(line);
        }

        if (_biases.Count == 0)
        {
            if (!_bag.HasErrors)
            {
                _bag.Error("CN3461", _lines.LineNumber, 0, "the file has no bias", "give a file with a BIAS/SOLUTION block");
            }

            return _bag.Remaining<BiasFile>(null);
        }

        return _bag.Remaining(new BiasFile(_agency, _absolute, _biases));
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        if (_blocks.Block == "BIAS/SOLUTION")
        {
            ReadBias(line);
        }
        else if (_blocks.Block == "BIAS/DESCRIPTION")
        {
            string key = FixedField.Text(FixedField.Columns(line, 1, 39)), value = FixedField.Text(FixedField.Columns(line, 40, 40));
            if (key == "BIAS_MODE")
            {
                _absolute = value == "ABSOLUTE";
            }
            else if (key == "TIME_SYSTEM")
            {
                ReadTimeScale(value);
            }
        }
    }

    private void ReadTimeScale(string name)
    {
        switch (name)
        {
            case "G" or "E" or "J" or "I" or "GPS" or "GAL" or "":
                _scale = TimeScale.Gpst;
                break;
            case "R" or "UTC" or "GLO":
                _scale = TimeScale.Utc;
                break;
            case "C" or "BDT":
                _scale = TimeScale.Bdt;
                break;
            case "TAI":
                _scale = TimeScale.Tai;
                break;
            default:
                _bag.Warning("CN3021", _lines.LineNumber, 41, $"'{name}' is not a time system", "GPS time is taken");
                break;
        }
    }

    /// <summary><c> DSB  G063 G01           C1C  C1W  2019:335:00000 2019:336:00000 ns                 -1.0310      0.0080</c></summary>
    private void ReadBias(ReadOnlySpan<byte> line)
    {
        BiasKind? kind = FixedField.Text(FixedField.Columns(line, 1, 4)) switch
        {
            "OSB" => BiasKind.Observable,
            "DSB" or "DCB" => BiasKind.Differential,
            "ISB" => BiasKind.InterSystem,
            _ => null,
        };
        if (kind is null)
        {
            Error(line, 1, 4, "is not a kind of bias (OSB, DSB, ISB)");
            return;
        }

        ReadOnlySpan<byte> name = FixedField.Columns(line, 11, 3);
        string first = FixedField.Text(FixedField.Columns(line, 25, 4)), second = FixedField.Text(FixedField.Columns(line, 30, 4));
        string station = FixedField.Text(FixedField.Columns(line, 15, 9));
        bool whole = SystemLetters.TrySatellite(name, GnssSystem.Gps, out SatelliteId satellite);
        int system = name.Length > 0 ? SystemLetters.IndexOf(name[0]) : -1;
        if (system < 0 || (!whole && (station.Length == 0 || !FixedField.IsBlank(name[1..]))))
        {
            Error(line, 11, 3, "is not a satellite such as G05, nor the system of a station's bias");
            return;
        }

        ObservationCode other = default;
        if (!ObservationCode.TryParse(first, null, out ObservationCode code) || (kind == BiasKind.Observable ? second.Length > 0 : !ObservationCode.TryParse(second, null, out other)))
        {
            if (_unknown.Add(first + second))
            {
                _bag.Warning("CN3462", _lines.LineNumber, 26, $"'{first}{(second.Length > 0 ? " " + second : "")}' is no observable that is used (C1C, L5Q)", "its biases are left out");
            }

            return;
        }

        if (!TryTime(line, 35, EpochSpan.Unbounded.First, out Epoch from) || !TryTime(line, 50, EpochSpan.Unbounded.Last, out Epoch until))
        {
            return;
        }

        double unit = FixedField.Text(FixedField.Columns(line, 65, 4)) switch { "ns" => 1e-9, "cyc" => 1, _ => 0 };
        if (unit == 0)
        {
            Error(line, 65, 4, "is not a unit (ns, cyc)");
            return;
        }

        if (!FixedField.TryDouble(FixedField.Columns(line, 70, 21), out double value))
        {
            Error(line, 70, 21, "is not a number");
            return;
        }

        double sigma = Number(line, 92), slope = Number(line, 104);
        _biases.Add(new SignalBias
        {
            Kind = kind.Value,
            Satellite = whole ? satellite : null,
            System = SystemLetters.SystemAt(system),
            Svn = FixedField.Text(FixedField.Columns(line, 6, 4)),
            Station = station,
            First = code,
            Second = kind == BiasKind.Observable ? null : other,
            Validity = new EpochSpan(from, until),
            Unit = unit == 1 ? BiasUnit.Cycles : BiasUnit.Seconds,
            Value = value * unit,
            Sigma = sigma * unit,
            Slope = double.IsNaN(slope) ? 0 : slope * unit,
        });

        static double Number(ReadOnlySpan<byte> text, int column) =>
            FixedField.TryDouble(FixedField.Columns(text, column, column == 92 ? 11 : 21), out double read) ? read : double.NaN;
    }

    /// <summary><c>2019:335:00000</c>: year, day of year, second of day; <c>0000:000:00000</c> is open.</summary>
    private bool TryTime(ReadOnlySpan<byte> line, int column, Epoch open, out Epoch epoch)
    {
        epoch = open;
        ReadOnlySpan<byte> text = FixedField.Columns(line, column, 14);
        if (SinexTime.TryRead(text, _scale, MostSecondOfDay, out Epoch? read))
        {
            epoch = read ?? open;
            return true;
        }

        Error(line, column, 14, "is not a time (year:day:second)");
        return false;
    }

    private void Error(ReadOnlySpan<byte> line, int column, int width, string problem) =>
        _bag.Error("CN3460", _lines.LineNumber, column + 1, $"'{FixedField.Text(FixedField.Columns(line, column, width))}' {problem}", "mend or remove the line");
}
