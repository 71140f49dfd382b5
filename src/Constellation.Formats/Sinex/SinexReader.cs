using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads the stations of SINEX files, plain or gzip: coordinates and velocities, spans of data, eccentricities and antennas. [SINEX]</summary>
/// <remarks>Covariances and other parameters (Earth rotation, satellites) are passed over.</remarks>
public sealed class SinexReader
{
    private const int MostSecondOfDay = 86400;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly Dictionary<(string Code, string Point, string Solution), Estimate> _estimates = [];
    private readonly List<(string Code, string Point, string Solution)> _order = [];
    private readonly Dictionary<(string Code, string Point), string> _domes = [];
    private readonly List<(string Code, StationEccentricity Value)> _eccentricities = [];
    private readonly List<(string Code, StationAntennaSpan Value)> _antennas = [];
    private readonly SinexBlocks _blocks;

    private SinexReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        _blocks = new SinexBlocks(_lines, _bag, "%ENDSNX");
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<SinexFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new SinexReader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<SinexFile> Read(Stream stream, string fileName) => new SinexReader(TextSource.Decompress(stream), fileName).ReadFile();

    internal static bool IsFirstLine(ReadOnlySpan<byte> line) => line.StartsWith("%=SNX "u8);

    private ReadResult<SinexFile> ReadFile()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> line) || !IsFirstLine(line))
        {
            _bag.Error("CN3001", 1, 1, "the first line is not that of a SINEX file (%=SNX)", "give a SINEX file, plain or gzip");
            return _bag.Remaining<SinexFile>(null);
        }

        string agency = FixedField.Text(FixedField.Columns(line, 11, 3));
        while (_blocks.TryRead(out line))
        {
            ReadLine(line);
        }

        List<StationSolution> stations = Solutions();
        if (stations.Count == 0)
        {
            if (!_bag.HasErrors)
            {
                _bag.Error("CN3471", _lines.LineNumber, 0, "the file has no coordinates of a station", "give a file with STAX, STAY and STAZ in a SOLUTION/ESTIMATE block");
            }

            return _bag.Remaining<SinexFile>(null);
        }

        return _bag.Remaining(new SinexFile(stations)
        {
            Agency = agency,
            Eccentricities = _eccentricities.ToLookup(e => e.Code, e => e.Value, StringComparer.Ordinal),
            Antennas = _antennas.ToLookup(a => a.Code, a => a.Value, StringComparer.Ordinal),
        });
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        switch (_blocks.Block)
        {
            case "SITE/ID":
                _domes[(Text(line, 1, 4), Text(line, 6, 2))] = Text(line, 9, 9);
                break;
            case "SITE/ECCENTRICITY":
                ReadEccentricity(line);
                break;
            case "SITE/ANTENNA":
                if (TrySpan(line, out EpochSpan span))
                {
                    string name = System.Text.Encoding.Latin1.GetString(FixedField.Columns(line, 42, 20));
                    _antennas.Add((Text(line, 1, 4), new StationAntennaSpan(span, AntexFile.FullName(name), Text(line, 63, 5).TrimStart('-'))));
                }

                break;
            case "SOLUTION/EPOCHS":
                if (TrySpan(line, out EpochSpan data))
                {
                    EstimateOf((Text(line, 1, 4), Text(line, 6, 2), Text(line, 9, 4))).Span = data;
                }

                break;
            case "SOLUTION/ESTIMATE":
                ReadEstimate(line);
                break;
        }
    }

    /// <summary>Up, north, east; offsets in X, Y, Z are passed over with a warning.</summary>
    private void ReadEccentricity(ReadOnlySpan<byte> line)
    {
        if (!TrySpan(line, out EpochSpan span))
        {
            return;
        }

        string axes = Text(line, 42, 3), code = Text(line, 1, 4);
        if (axes != "UNE")
        {
            _bag.Warning("CN3472", _lines.LineNumber, 43, $"the eccentricity of {code} is in '{axes}'", "only UNE (up, north, east) is used: it is left out");
            return;
        }

        if (TryNumber(line, 46, 8, out double up) && TryNumber(line, 55, 8, out double north) && TryNumber(line, 64, 8, out double east))
        {
            _eccentricities.Add((code, new StationEccentricity(span, up, north, east)));
        }
    }

    /// <summary><c>   211 STAX   CCJ2  A    4 20:316:43200 m    2 -4.49060511713391e+06 5.78785e-04</c></summary>
    private void ReadEstimate(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> type = FixedField.Columns(line, 7, 6).TrimEnd((byte)' ');
        bool position = type.Length == 4 && type.StartsWith("STA"u8), velocity = type.Length == 4 && type.StartsWith("VEL"u8);
        int axis = position || velocity ? type[3] - 'X' : -1;
        if (axis is < 0 or > 2)
        {
            return;
        }

        string unit = FixedField.Text(FixedField.Columns(line, 40, 4));
        if (unit != (position ? "m" : "m/y"))
        {
            _bag.Error("CN3470", _lines.LineNumber, 41, $"'{unit}' is not the unit of {FixedField.Text(type)}", $"it is {(position ? "m" : "m/y")}");
            return;
        }

        if (!TryTime(line, 27, default, out Epoch reference) || !TryNumber(line, 47, 21, out double value))
        {
            return;
        }

        Estimate estimate = EstimateOf((Text(line, 14, 4), Text(line, 19, 2), Text(line, 22, 4)));
        int index = axis + (position ? 0 : 3);
        if (estimate.Has[index])
        {
            _bag.Error("CN3473", _lines.LineNumber, 8, $"{FixedField.Text(type)} of {Text(line, 14, 4)} is there a second time", "the first is used: remove one");
            return;
        }

        (estimate.Has[index], estimate.Values[index]) = (true, value);
        estimate.Reference = position ? reference : estimate.Reference ?? reference;
        if (position && FixedField.TryDouble(FixedField.Columns(line, 69, 11), out double sigma))
        {
            estimate.Sigmas[axis] = sigma;
        }
    }

    private List<StationSolution> Solutions()
    {
        const double secondsPerYear = 365.25 * 86400;
        List<StationSolution> stations = [];
        foreach ((string Code, string Point, string Solution) key in _order)
        {
            Estimate e = _estimates[key];
            if (!e.Has.AsSpan(0, 6).Contains(true))
            {
                continue;       // a span of data without coordinates
            }

            double[] v = e.Values;
            if (!e.Has[0] || !e.Has[1] || !e.Has[2])
            {
                _bag.Error("CN3474", _lines.LineNumber, 0, $"station {key.Code} lacks one of its three coordinates", "complete STAX, STAY and STAZ; the station is left out");
                continue;
            }

            stations.Add(new StationSolution
            {
                Code = key.Code,
                Solution = key.Solution,
                Domes = _domes.GetValueOrDefault((key.Code, key.Point), ""),
                Reference = e.Reference ?? default,
                Position = new Position<Itrf>(v[0], v[1], v[2]),
                Velocity = e.Has[3] && e.Has[4] && e.Has[5] ? new Vector3d(v[3], v[4], v[5]) / secondsPerYear : null,
                Sigma = new Vector3d(e.Sigmas[0], e.Sigmas[1], e.Sigmas[2]),
                DataSpan = e.Span,
            });
        }

        return stations;
    }

    private Estimate EstimateOf((string Code, string Point, string Solution) key)
    {
        if (!_estimates.TryGetValue(key, out Estimate? estimate))
        {
            _estimates.Add(key, estimate = new Estimate());
            _order.Add(key);
        }

        return estimate;
    }

    /// <summary>Start and end in columns 17 to 41.</summary>
    private bool TrySpan(ReadOnlySpan<byte> line, out EpochSpan span)
    {
        bool read = TryTime(line, 16, EpochSpan.Unbounded.First, out Epoch first);
        read &= TryTime(line, 29, EpochSpan.Unbounded.Last, out Epoch last);
        span = new EpochSpan(first, last);
        return read;
    }

    /// <summary>UTC, as the format says.</summary>
    private bool TryTime(ReadOnlySpan<byte> line, int column, Epoch open, out Epoch epoch)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(line, column, 12);
        bool read = SinexTime.TryRead(field, TimeScale.Utc, MostSecondOfDay, out Epoch? time);
        epoch = time ?? open;
        if (!read)
        {
            _bag.Error("CN3470", _lines.LineNumber, column + 1, $"'{FixedField.Text(field)}' is not a time (year:day:second)", "mend or remove the line");
        }

        return read;
    }

    private bool TryNumber(ReadOnlySpan<byte> line, int column, int width, out double value)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(line, column, width);
        if (FixedField.TryDouble(field, out value) && Math.Abs(value) < 1e10)
        {
            return true;
        }

        _bag.Error("CN3470", _lines.LineNumber, column + 1, $"'{FixedField.Text(field)}' is not a number", "mend or remove the line");
        return false;
    }

    private static string Text(ReadOnlySpan<byte> line, int column, int width) => FixedField.Text(FixedField.Columns(line, column, width)).ToUpperInvariant();

    /// <summary>X, Y, Z and their rates, as they come.</summary>
    private sealed class Estimate
    {
        public double[] Values { get; } = new double[6];

        public bool[] Has { get; } = new bool[6];

        public double[] Sigmas { get; } = new double[3];

        public Epoch? Reference { get; set; }

        public EpochSpan Span { get; set; } = EpochSpan.Unbounded;
    }
}
