using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads IONEX 1.0 and 1.1, plain or gzip: maps of one shell with their RMS maps. [Schaer98]</summary>
/// <remarks>Epochs are in UT, taken for UTC. Maps of shell heights are passed over; files with several shells are refused: nothing here integrates through them.</remarks>
public sealed class IonexReader
{
    /// <summary>Of all maps together: 25 maps of a quarter of a degree have 26 million nodes.</summary>
    private const long MostNodes = 1L << 26;

    private const int NoValue = 9999;

    private const int MostText = 20_000;
    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly List<string> _description = [], _auxiliary = [];
    private readonly SortedDictionary<Epoch, float[]> _content = [], _deviation = [];
    private IonexFile? _head;
    private double _version, _baseRadius = 6371.0, _cutoff;
    private string _program = "", _runBy = "", _date = "", _system = "", _mapping = "NONE", _observables = "";
    private int _exponent = -1, _stations, _satellites, _announced = -1, _dimension = 2;
    private double _interval;
    private (double First, double Last, double Step)? _heights, _latitudes, _longitudes;
    private MapGrid? _grid;
    private long _nodes;

    private IonexReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<IonexFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new IonexReader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<IonexFile> Read(Stream stream, string fileName) => new IonexReader(TextSource.Decompress(stream), fileName).ReadFile();

    private ReadResult<IonexFile> ReadFile()
    {
        if (!TryHeader() || !TryGrid())
        {
            return new ReadResult<IonexFile>(null, _bag.Diagnostics);
        }

        ReadMaps();
        if (_content.Count == 0)
        {
            if (!_bag.HasErrors)
            {
                _bag.Error("CN3510", _lines.LineNumber, 0, "the file has no map", "give a file with maps of electron content");
            }

            return _bag.Remaining<IonexFile>(null);
        }

        if (_announced >= 0 && _announced != _content.Count)
        {
            _bag.Warning("CN3511", 0, 0, $"the header announces {_announced} maps, the file has {_content.Count}", _bag.HasErrors ? "those that could be read are used; the reasons are told above" : "those that are there are used; if the last are missing, the file is cut");
        }

        bool complete = _deviation.Count == _content.Count && _deviation.Keys.SequenceEqual(_content.Keys);
        if (_deviation.Count > 0 && !complete)
        {
            _bag.Warning("CN3512", 0, 0, $"{_deviation.Count} RMS maps do not go with {_content.Count} maps of electron content", "the RMS maps are left out");
        }

        IonosphereMaps maps = new(_grid!, 1000 * _baseRadius, 1000 * _heights!.Value.First, [.. _content.Keys], [.. _content.Values], complete ? [.. _deviation.Values] : null);
        return _bag.Remaining<IonexFile>(_head! with { Maps = maps });
    }

    private bool TryHeader()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> first) || first.IndexOf("IONEX VERSION"u8) != 60 || FixedField.Columns(first, 20, 1) is not [(byte)'I'])
        {
            _bag.Error("CN3500", 1, 1, "the first line is not that of an IONEX file", "give a file of global ionosphere maps, plain or gzip");
            return false;
        }

        if (!FixedField.TryDouble(FixedField.Columns(first, 0, 8), out _version) || _version is < 1 or >= 2)
        {
            _bag.Error("CN3501", 1, 1, $"IONEX version '{FixedField.Text(FixedField.Columns(first, 0, 8))}' is not read", "versions 1.0 and 1.1 are");
            return false;
        }

        _system = FixedField.Text(FixedField.Columns(first, 40, 20));
        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            string label = FixedField.Text(FixedField.Columns(line, 60, 20));
            if (label == "END OF HEADER")
            {
                return true;
            }

            if (label == "START OF AUX DATA" ? !TryAuxiliary(line) : !TryHeaderLine(label, line))
            {
                return false;
            }
        }

        _bag.Error("CN3502", _lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
        return false;
    }

    private bool TryHeaderLine(string label, ReadOnlySpan<byte> line)
    {
        switch (label)
        {
            case "PGM / RUN BY / DATE":
                (_program, _runBy, _date) = (Text(line, 0, 20), Text(line, 20, 20), Text(line, 40, 20));
                return true;
            case "DESCRIPTION" when _description.Count < MostText:
                _description.Add(Text(line, 0, 60));
                return true;
            case "INTERVAL":
                return TryNumber(line, 0, 6, label, out _interval);
            case "# OF MAPS IN FILE":
                return TryInteger(line, label, out _announced);
            case "MAPPING FUNCTION":
                _mapping = Text(line, 2, 4);
                return true;
            case "ELEVATION CUTOFF":
                return TryNumber(line, 0, 8, label, out _cutoff);
            case "OBSERVABLES USED":
                _observables = Text(line, 0, 60);
                return true;
            case "# OF STATIONS":
                return TryInteger(line, label, out _stations);
            case "# OF SATELLITES":
                return TryInteger(line, label, out _satellites);
            case "BASE RADIUS":
                return TryNumber(line, 0, 8, label, out _baseRadius);
            case "MAP DIMENSION":
                return TryInteger(line, label, out _dimension);
            case "HGT1 / HGT2 / DHGT":
                return TryRange(line, label, out _heights);
            case "LAT1 / LAT2 / DLAT":
                return TryRange(line, label, out _latitudes);
            case "LON1 / LON2 / DLON":
                return TryRange(line, label, out _longitudes);
            case "EXPONENT":
                return TryExponent(line, out _exponent);
            default:
                return true;
        }
    }

    private bool TryAuxiliary(ReadOnlySpan<byte> start)
    {
        int began = _lines.LineNumber;
        _auxiliary.Add(Line(start));
        while (_auxiliary.Count < MostText && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            _auxiliary.Add(Line(line));
            if (line.IndexOf("END OF AUX DATA"u8) == 60)
            {
                return true;
            }
        }

        _bag.Error("CN3502", began, 61, "the auxiliary block does not end", "fetch the file again: it is cut");
        return false;
    }

    private bool TryGrid()
    {
        if (_latitudes is not { } lat || _longitudes is not { } lon || _heights is not { } hgt)
        {
            _bag.Error("CN3504", 0, 0, "the header does not tell heights, latitudes and longitudes of the maps", "give a file with HGT1, LAT1 and LON1 lines");
            return false;
        }

        if (_dimension != 2 || hgt.First != hgt.Last)
        {
            _bag.Error("CN3505", 0, 0, $"the maps have several shells, from {hgt.First} to {hgt.Last} km", "give maps of one shell; all centres of the IGS make them");
            return false;
        }

        int rows = Steps(lat), columns = Steps(lon);
        if (rows < 2 || columns < 2 || Math.Abs(lat.First) > 90 || Math.Abs(lat.Last) > 90 || Math.Abs(lon.First) > 360 || Math.Abs(lon.Last - lon.First) > 360 || hgt.First is < 50 or > 3000 || _baseRadius is < 6000 or > 7000)
        {
            _bag.Error("CN3504", 0, 0, $"the grid is not one of a map: latitudes {lat.First} to {lat.Last} by {lat.Step}, longitudes {lon.First} to {lon.Last} by {lon.Step}, shell at {hgt.First} km over {_baseRadius} km", "mend the header");
            return false;
        }

        _grid = new MapGrid(lat.First, lat.Step, rows, lon.First, lon.Step, columns);
        _head = new IonexFile
        {
            Version = _version,
            System = _system,
            Program = _program,
            RunBy = _runBy,
            Date = _date,
            Description = _description,
            Interval = Duration.FromSeconds(_interval),
            MappingFunction = _mapping,
            ElevationCutoffDeg = _cutoff,
            ObservablesUsed = _observables,
            Stations = _stations,
            Satellites = _satellites,
            Exponent = _exponent,
            Auxiliary = _auxiliary,
            Maps = null!,
        };
        return true;
    }

    /// <summary>Nodes from first to last, 0 where the steps do not lead there or there are too many.</summary>
    private static int Steps((double First, double Last, double Step) range)
    {
        double steps = (range.Last - range.First) / range.Step;
        return steps is >= 1 and <= 3600 && Math.Abs(steps - Math.Round(steps)) < 1e-6 ? (int)Math.Round(steps) + 1 : 0;
    }

    private void ReadMaps()
    {
        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            string label = FixedField.Text(FixedField.Columns(line, 60, 20));
            switch (label)
            {
                case "START OF TEC MAP" or "START OF RMS MAP":
                    if (!TryMap(label["START OF ".Length..], label.Contains("TEC") ? _content : _deviation))
                    {
                        return;
                    }

                    break;
                case "START OF HEIGHT MAP":
                    Skip("END OF HEIGHT MAP"u8);
                    break;
                case "EXPONENT" when !TryExponent(line, out _exponent):
                    return;
                case "END OF FILE":
                    return;
                default:
                    break;
            }
        }
    }

    private bool TryMap(string kind, SortedDictionary<Epoch, float[]> maps)
    {
        int began = _lines.LineNumber;
        if (_nodes + _grid!.Count > MostNodes)
        {
            _bag.Error("CN3513", began, 61, $"the maps have more than {MostNodes} nodes together", "give the file in parts");
            return false;
        }

        Epoch? epoch = null;
        float[]? map = null;
        int rows = 0;
        while (_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            string label = FixedField.Text(FixedField.Columns(line, 60, 20));
            switch (label)
            {
                case "EPOCH OF CURRENT MAP":
                    epoch = ReadEpoch(line);
                    if (epoch is null)
                    {
                        return false;
                    }

                    break;
                case "EXPONENT" when !TryExponent(line, out _exponent):
                    return false;
                case "EXPONENT":
                    break;
                case "LAT/LON1/LON2/DLON/H":
                    map ??= new float[_grid.Count];
                    if (!TryRow(line, map, ref rows))
                    {
                        return false;
                    }

                    break;
                case var end when end == "END OF " + kind:
                    return TryKeep(kind, maps, epoch, rows, map, began);
                case "COMMENT":
                    break;
                default:
                    _bag.Error("CN3506", _lines.LineNumber, 61, $"'{label}' does not belong into a {kind}", "mend the file or fetch it again");
                    return false;
            }
        }

        _bag.Error("CN3506", _lines.LineNumber, 0, $"the file ends inside the {kind} of line {began}", "fetch the file again: it is cut; the maps before are used");
        return false;
    }

    private bool TryKeep(string kind, SortedDictionary<Epoch, float[]> maps, Epoch? epoch, int rows, float[]? map, int began)
    {
        if (epoch is null || map is null || rows != _grid!.Rows)
        {
            _bag.Error("CN3506", began, 1, epoch is null ? $"the {kind} has no epoch" : $"the {kind} has {rows} of {_grid!.Rows} latitudes", "mend the file or fetch it again");
            return false;
        }

        if (!maps.TryAdd(epoch.Value, map))
        {
            _bag.Error("CN3508", began, 1, $"a second {kind} is at {epoch.Value.ToString(TimeScale.Utc)}", "remove one of them");
            return false;
        }

        _nodes += map.Length;
        return true;
    }

    /// <summary>A row: its head tells latitude and longitudes, then come sixteen numbers a line.</summary>
    private bool TryRow(ReadOnlySpan<byte> head, float[] map, ref int rows)
    {
        Span<double> told = stackalloc double[5];
        for (int i = 0; i < 5; i++)
        {
            if (!TryNumber(head, 2 + (6 * i), 6, "latitude", out told[i]))
            {
                return false;
            }
        }

        if (rows >= _grid!.Rows || Math.Abs(told[0] - _grid.LatitudeDeg(rows)) > 1e-6 || told[1] != _longitudes!.Value.First || told[2] != _longitudes.Value.Last || told[3] != _longitudes.Value.Step)
        {
            _bag.Error("CN3507", _lines.LineNumber, 1, $"the row of latitude {told[0]} does not fit the grid of the header", "mend the file or fetch it again");
            return false;
        }

        float scale = MathF.Pow(10, Math.Abs(_exponent));
        for (int column = 0; column < _grid.Columns;)
        {
            if (!_lines.TryRead(out ReadOnlySpan<byte> line))
            {
                _bag.Error("CN3506", _lines.LineNumber, 0, "the file ends inside a map", "fetch the file again: it is cut; the maps before are used");
                return false;
            }

            for (int k = 0; k < 16 && column < _grid.Columns; k++, column++)
            {
                if (!FixedField.TryInteger(FixedField.Columns(line, 5 * k, 5), out int value))
                {
                    _bag.Error("CN3509", _lines.LineNumber, (5 * k) + 1, $"'{FixedField.Text(FixedField.Columns(line, 5 * k, 5))}' is not a whole number (map value)", "mend the number (9999 stands for none); the node counts as one without a value");
                    if (_bag.Full || IsLabel(line))
                    {
                        return false;
                    }

                    value = NoValue;
                }

                map[(rows * _grid.Columns) + column] = value == NoValue ? float.NaN : _exponent < 0 ? value / scale : value * scale;
            }
        }

        rows++;
        return true;
    }

    /// <summary>A row or map that is too short: the next one begins where values should stand.</summary>
    private static bool IsLabel(ReadOnlySpan<byte> line) => FixedField.Columns(line, 60, 20) is var label && (label.StartsWith("LAT/LON1"u8) || label.StartsWith("END OF "u8) || label.StartsWith("START OF "u8));

    private void Skip(ReadOnlySpan<byte> end)
    {
        while (_lines.TryRead(out ReadOnlySpan<byte> line) && line.IndexOf(end) != 60)
        {
        }
    }

    private Epoch? ReadEpoch(ReadOnlySpan<byte> line)
    {
        Span<int> t = stackalloc int[6];
        bool good = true;
        for (int i = 0; i < 6; i++)
        {
            good &= FixedField.TryInteger(FixedField.Columns(line, 6 * i, 6), out t[i]);
        }

        if (good && FileTime.TryEpoch(t[0], t[1], t[2], t[3], t[4], Duration.FromSeconds(t[5]), TimeScale.Utc, out Epoch epoch))
        {
            return epoch;
        }

        _bag.Error("CN3503", _lines.LineNumber, 1, $"'{Text(line, 0, 36)}' is not a time (year month day hour minute second)", "mend the line");
        return null;
    }

    private bool TryRange(ReadOnlySpan<byte> line, string label, out (double First, double Last, double Step)? range)
    {
        range = null;
        if (!TryNumber(line, 2, 6, label, out double first) || !TryNumber(line, 8, 6, label, out double last) || !TryNumber(line, 14, 6, label, out double step))
        {
            return false;
        }

        range = (first, last, step);
        return true;
    }

    private bool TryExponent(ReadOnlySpan<byte> line, out int exponent)
    {
        if (FixedField.TryInteger(FixedField.Columns(line, 0, 6), out exponent) && exponent is >= -6 and <= 3)
        {
            return true;
        }

        _bag.Error("CN3503", _lines.LineNumber, 1, $"'{Text(line, 0, 6)}' is not an exponent from -6 to 3", "mend the header");
        return false;
    }

    private bool TryInteger(ReadOnlySpan<byte> line, string label, out int value)
    {
        if (FixedField.TryInteger(FixedField.Columns(line, 0, 6), out value))
        {
            return true;
        }

        _bag.Error("CN3503", _lines.LineNumber, 1, $"'{Text(line, 0, 6)}' is not a whole number ({label})", "mend the header");
        return false;
    }

    private bool TryNumber(ReadOnlySpan<byte> line, int start, int length, string label, out double value)
    {
        if (FixedField.TryDouble(FixedField.Columns(line, start, length), out value) && double.IsFinite(value))
        {
            return true;
        }

        _bag.Error("CN3503", _lines.LineNumber, start + 1, $"'{Text(line, start, length)}' is not a number ({label})", "mend the line");
        return false;
    }

    private static string Text(ReadOnlySpan<byte> line, int start, int length) => FixedField.Text(FixedField.Columns(line, start, length));

    private static string Line(ReadOnlySpan<byte> line) => System.Text.Encoding.Latin1.GetString(line[..Math.Min(line.Length, 80)]).TrimEnd();
}
