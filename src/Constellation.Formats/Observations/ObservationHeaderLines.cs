using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Takes header lines of observation files, at the start and in the middle of a file, and tells what holds after them. [RINEX-2.11] table A1, [RINEX-3.05] table A2.</summary>
/// <remarks>
/// Phases of RINEX 3 are aligned to each other by the writer of the file; SYS / PHASE SHIFT tells by how much and is not applied again.
/// SYS / SCALE FACTOR is applied. Labels that are not known are passed over: every version of the format adds some.
/// </remarks>
internal sealed class ObservationHeaderLines(DiagnosticBag bag)
{
    public const int LabelColumn = 60;

    private const int MostCodes = 999;

    private readonly SortedDictionary<int, List<string>> _codes = [];
    private readonly SortedDictionary<int, Dictionary<string, int>> _factors = [];
    private readonly Dictionary<SatelliteId, int> _channels = [];
    private readonly SystemColumns?[] _columns = new SystemColumns?[SystemLetters.Count];
    private List<string> _oldCodes = [];
    private int _oldCount;
    private int _current = -1;
    private int _currentCount;
    private int _currentLine;
    private int _factorSystem = -1;
    private int _factor = 1;
    private bool _codesChanged;
    private bool _channelsChanged;
    private ReceiverDescription _receiver = new() { Marker = "" };
    private char _letter = 'M';
    private string _observer = "", _agency = "", _markerType = "";
    private Epoch? _first;
    private Epoch? _last;
    private int? _leapSeconds;

    public double Version { get; private set; }

    public int CompactVersion { get; private set; }

    /// <summary>RINEX 2: one list of codes, two-digit years.</summary>
    public bool Old => Version < 3;

    public TimeScale TimeScale { get; private set; } = TimeScale.Gpst;

    public ObservationLayout Layout { get; private set; } = new([]);

    public ReceiverDescription Receiver { get; private set; } = new() { Marker = "" };

    /// <summary>Time of the first epoch, as the header promises.</summary>
    public Epoch? First => _first;

    /// <summary>The system of a satellite without a letter.</summary>
    public GnssSystem BlankSystem => SystemLetters.IndexOf((byte)_letter) < 0 ? GnssSystem.Gps : (GnssSystem)_letter;

    /// <summary>Columns of a system; null for one that the header does not list.</summary>
    public SystemColumns? ColumnsOf(int system) => _columns[system];

    public ObservationHeader ToHeader() => new()
    {
        Version = Version,
        CompactVersion = CompactVersion,
        System = SystemLetters.IndexOf((byte)_letter) < 0 ? null : (GnssSystem)_letter,
        TimeScale = TimeScale,
        Layout = Layout,
        Receiver = Receiver,
        FirstEpoch = _first,
        LastEpoch = _last,
        LeapSeconds = _leapSeconds,
        Observer = _observer,
        Agency = _agency,
        MarkerType = _markerType,
    };

    /// <summary>Reads from the first line to END OF HEADER; false where nothing after it can be read.</summary>
    public bool TryRead(LineReader lines)
    {
        if (!TryBegin(lines))
        {
            return false;
        }

        bool ended = false;
        while (!ended && !bag.Full)
        {
            if (!lines.TryRead(out ReadOnlySpan<byte> line))
            {
                bag.Error("CN3011", lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
                return false;
            }

            if (EpochLine.IsEpoch(line, Old) && EpochLine.TryRead(line[..Math.Min(line.Length, Old ? EpochLine.OldSatellites : EpochLine.Clock)], Old, TimeScale, out EpochLine start, out _, out _) && start.HasTime)
            {
                bag.Error("CN3400", lines.LineNumber, 1, "observations begin, but no END OF HEADER line was before them", "write it; the header is taken to end here");
                lines.Unread();
                break;
            }

            ended = FixedField.Columns(line, LabelColumn, 20).StartsWith("END OF HEADER"u8);
            if (!ended)
            {
                Read(line, lines.LineNumber);
            }
        }

        Apply();
        if (Layout.Width == 0)
        {
            bag.Error("CN3401", lines.LineNumber, 1, "the header lists no observation that could be read", $"write the line {(Old ? "# / TYPES OF OBSERV" : "SYS / # / OBS TYPES")}");
            return false;
        }

        return !bag.Full;
    }

    private bool TryBegin(LineReader lines)
    {
        if (!lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!bag.HasErrors)
            {
                bag.Error("CN3001", 1, 1, "the file is empty", "give a RINEX observation file, plain or gzip, compact (CRINEX) or not");
            }

            return false;
        }

        if (line.IndexOf("CRINEX VERS"u8) == LabelColumn)
        {
            string version = FixedField.Text(FixedField.Columns(line, 0, 20));
            CompactVersion = version switch { "1.0" => 1, "3.0" or "3.1" => 3, _ => 0 };
            if (CompactVersion == 0)
            {
                bag.Error("CN3010", 1, 1, $"compact RINEX version '{version}' is not read", "versions 1.0 and 3.0 are");
                return false;
            }

            if (!lines.TryRead(out line) || !lines.TryRead(out line))
            {
                bag.Error("CN3011", lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
                return false;
            }
        }

        if (line.IndexOf("RINEX VERSION"u8) != LabelColumn || FixedField.Columns(line, 20, 1) is not [(byte)'O'])
        {
            bag.Error("CN3001", lines.LineNumber, 1, "this is not the first line of a RINEX observation file", "give a RINEX observation file, plain or gzip, compact (CRINEX) or not");
            return false;
        }

        string number = FixedField.Text(FixedField.Columns(line, 0, 9));
        if (!FixedField.TryDouble(FixedField.Columns(line, 0, 9), out double read) || read is < 2 or >= 5)
        {
            bag.Error("CN3010", lines.LineNumber, 1, $"RINEX version '{number}' is not read", "versions 2.00 to 4.02 are");
            return false;
        }

        Version = read;
        if (CompactVersion == 1 != Old && CompactVersion != 0)
        {
            bag.Error("CN3010", lines.LineNumber, 1, $"RINEX {number} inside compact RINEX {CompactVersion}.0", "compact RINEX 1.0 holds RINEX 2, 3.0 holds RINEX 3 and 4: compress the file anew");
            return false;
        }

        _letter = FixedField.Columns(line, 40, 1) is [byte letter] && letter != ' ' ? (char)letter : Old ? 'G' : 'M';
        if (_letter != 'M' && SystemLetters.IndexOf((byte)_letter) < 0)
        {
            bag.Error("CN3402", lines.LineNumber, 41, $"'{_letter}' is not a satellite system", "one of G, R, E, C, J, I, S or M for mixed; M is taken");
            _letter = 'M';
        }

        TimeScale = _letter switch { 'R' => TimeScale.Utc, 'C' => TimeScale.Bdt, _ => TimeScale.Gpst };
        return true;
    }

    /// <summary>Whether a first line of another header tells the layout that is being read; other lines do.</summary>
    public bool Fits(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> label = FixedField.Columns(line, LabelColumn, 20);
        return label.StartsWith("CRINEX VERS"u8) ? CompactVersion > 0
            : !label.StartsWith("RINEX VERSION"u8) || (FixedField.TryDouble(FixedField.Columns(line, 0, 9), out double version) && version is >= 2 and < 5 && version < 3 == Old && FixedField.Columns(line, 20, 1) is [(byte)'O']);
    }

    /// <summary>One header line.</summary>
    public void Read(ReadOnlySpan<byte> line, int number)
    {
        ReadOnlySpan<byte> label = FixedField.Columns(line, LabelColumn, 20).TrimEnd((byte)' ');
        switch (label)
        {
            case var _ when label.SequenceEqual("SYS / # / OBS TYPES"u8):
                ReadCodes(line, number);
                break;
            case var _ when label.SequenceEqual("# / TYPES OF OBSERV"u8):
                ReadOldCodes(line, number);
                break;
            case var _ when label.SequenceEqual("SYS / SCALE FACTOR"u8):
                ReadScale(line, number);
                break;
            case var _ when label.SequenceEqual("MARKER NAME"u8):
                _receiver = _receiver with { Marker = Text(line, 0, 60) };
                break;
            case var _ when label.SequenceEqual("MARKER NUMBER"u8):
                _receiver = _receiver with { MarkerNumber = Text(line, 0, 20) };
                break;
            case var _ when label.SequenceEqual("MARKER TYPE"u8):
                _markerType = Text(line, 0, 20);
                break;
            case var _ when label.SequenceEqual("OBSERVER / AGENCY"u8):
                (_observer, _agency) = (Text(line, 0, 20), Text(line, 20, 40));
                break;
            case var _ when label.SequenceEqual("REC # / TYPE / VERS"u8):
                _receiver = _receiver with { ReceiverSerial = Text(line, 0, 20), Receiver = Text(line, 20, 20), Firmware = Text(line, 40, 20) };
                break;
            case var _ when label.SequenceEqual("ANT # / TYPE"u8):
                _receiver = _receiver with { AntennaSerial = Text(line, 0, 20), Antenna = Text(line, 20, 20) };
                break;
            case var _ when label.SequenceEqual("ANTENNA: DELTA H/E/N"u8):
                _receiver = TryThree(line, number, out Vector3d delta) ? _receiver with { AntennaDelta = (delta.X, delta.Y, delta.Z) } : _receiver;
                break;
            case var _ when label.SequenceEqual("ANTENNA: DELTA X/Y/Z"u8):
                _receiver = TryThree(line, number, out Vector3d body) ? _receiver with { AntennaDeltaBody = body } : _receiver;
                break;
            case var _ when label.SequenceEqual("APPROX POSITION XYZ"u8):
                _receiver = TryThree(line, number, out Vector3d position) ? _receiver with { ApproximatePosition = position == Vector3d.Zero ? null : new Position<Itrf>(position) } : _receiver;
                break;
            case var _ when label.SequenceEqual("INTERVAL"u8):
                ReadInterval(line, number);
                break;
            case var _ when label.SequenceEqual("TIME OF FIRST OBS"u8):
                ReadTimeScale(line, number);
                _first = Time(line);
                break;
            case var _ when label.SequenceEqual("TIME OF LAST OBS"u8):
                _last = Time(line);
                break;
            case var _ when label.SequenceEqual("RCV CLOCK OFFS APPL"u8):
                _receiver = _receiver with { ClockOffsetApplied = Text(line, 0, 6) == "1" };
                break;
            case var _ when label.SequenceEqual("LEAP SECONDS"u8):
                ReadLeapSeconds(line);
                break;
            case var _ when label.SequenceEqual("GLONASS SLOT / FRQ #"u8):
                ReadChannels(line, number);
                break;
        }
    }

    /// <summary>After the lines of an event: of a moving antenna (2), a new site (3) or a header (4).</summary>
    public void Apply(int flag)
    {
        ReceiverDescription before = Receiver;
        _receiver = flag is 2 or 3 ? _receiver with { Moving = flag == 2 } : _receiver;
        Apply();
        if (flag is 2 or 3 && ReferenceEquals(before, Receiver))
        {
            Receiver = _receiver = before with { };     // a site of the same name is another all the same
        }
    }

    /// <summary>What was read holds from here on: columns and layout are made anew if codes changed.</summary>
    private void Apply()
    {
        EndCodes();
        if (_channelsChanged)
        {
            _receiver = _receiver with { GlonassChannels = new Dictionary<SatelliteId, int>(_channels) };
            _channelsChanged = false;
        }

        Receiver = _receiver == Receiver ? Receiver : _receiver;
        _receiver = Receiver;
        if (!_codesChanged)
        {
            return;
        }

        _codesChanged = false;
        Array.Clear(_columns);
        List<KeyValuePair<GnssSystem, IReadOnlyList<ObservationCode>>> layout = [];
        for (int system = 0; system < SystemLetters.Count; system++)
        {
            GnssSystem id = SystemLetters.SystemAt(system);
            IReadOnlyList<string>? codes = Old ? (_letter == 'M' || id == BlankSystem ? _oldCodes : null) : _codes.GetValueOrDefault(system);
            if (codes is null)
            {
                continue;
            }

            List<ObservationCode> used = [];
            _columns[system] = Columns(system, codes, used);
            if (used.Count > 0)
            {
                layout.Add(new(id, used));
            }
        }

        Layout = new ObservationLayout(layout);
    }

    private SystemColumns Columns(int system, IReadOnlyList<string> codes, List<ObservationCode> used)
    {
        GnssSystem id = SystemLetters.SystemAt(system);
        int[] targets = new int[codes.Count];
        double[] divisors = new double[codes.Count];
        Dictionary<string, int>? factors = _factors.GetValueOrDefault(system);
        for (int i = 0; i < codes.Count; i++)
        {
            targets[i] = -1;
            divisors[i] = 1000.0 * (factors?.GetValueOrDefault(codes[i], factors.GetValueOrDefault("", 1)) ?? 1);
            bool known = Old ? Rinex2Codes.TryMap(codes[i][0], codes[i][1], id, _oldCodes, out ObservationCode code) : TryCode(codes[i], id, out code);
            if (known && !used.Contains(code))
            {
                targets[i] = used.Count;
                used.Add(code);
            }
        }

        return new SystemColumns(targets, divisors);
    }

    /// <summary>RINEX 3.02 named B1I of BeiDou by band 1, all other versions by band 2, where it is; B1C came later and has other letters.</summary>
    private bool TryCode(string text, GnssSystem system, out ObservationCode code)
    {
        if (!ObservationCode.TryParse(text, null, out code))
        {
            return false;
        }

        bool oldB1 = system == GnssSystem.BeiDou && code.Signal.Band == '1' && (code.Signal.Attribute is 'I' or 'Q' || (code.Signal.Attribute == 'X' && Version is > 3.015 and < 3.025));
        code = oldB1 ? code with { Signal = new SignalCode('2', code.Signal.Attribute) } : code;
        return true;
    }

    private void ReadCodes(ReadOnlySpan<byte> line, int number)
    {
        if (line[0] != ' ')
        {
            EndCodes();
            int system = SystemLetters.IndexOf(line[0]);
            if (system < 0 || !FixedField.TryInteger(FixedField.Columns(line, 3, 3), out int count) || count is < 0 or > MostCodes)
            {
                bag.Error("CN3402", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 6))}' is not a satellite system and a number of codes", "write them as in 'G   16'; the observations of this system are left out");
                return;
            }

            (_current, _currentCount, _currentLine, _codesChanged) = (system, count, number, true);
            _codes[system] = [];
        }

        if (_current < 0)
        {
            return;
        }

        List<string> codes = _codes[_current];
        for (int column = 7; column + 3 <= Math.Min(line.Length, 59) && codes.Count < _currentCount; column += 4)
        {
            ReadOnlySpan<byte> field = line.Slice(column, 3);
            if (FixedField.IsBlank(field))
            {
                break;
            }

            string code = FixedField.Text(field);
            if (!ObservationCode.TryParse(code, null, out _))
            {
                bag.Warning("CN3403", number, column + 1, $"'{code}' is not an observation that is used (C, L, D or S, band, letter)", "its column is passed over");
            }
            else if (codes.Contains(code))
            {
                bag.Error("CN3403", number, column + 1, $"'{code}' of {SystemLetters.SystemAt(_current)} is listed twice", "the first column is used: name the second");
            }

            codes.Add(code);
        }
    }

    private void EndCodes()
    {
        if (_current >= 0 && _codes[_current].Count != _currentCount)
        {
            bag.Error("CN3404", _currentLine, 4, $"{_currentCount} codes of {SystemLetters.SystemAt(_current)} are promised, {_codes[_current].Count} are listed", "mend the number or the list: columns are read as listed");
        }

        if (_oldCount != _oldCodes.Count)
        {
            bag.Error("CN3404", _currentLine, 1, $"{_oldCount} observations are promised, {_oldCodes.Count} are listed", "mend the number or the list: columns are read as listed");
            _oldCount = _oldCodes.Count;
        }

        _current = -1;
    }

    private void ReadOldCodes(ReadOnlySpan<byte> line, int number)
    {
        if (!FixedField.IsBlank(FixedField.Columns(line, 0, 6)))
        {
            if (!FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int count) || count is < 0 or > MostCodes)
            {
                bag.Error("CN3402", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 6))}' is not a number of observations", "write how many codes are listed");
                return;
            }

            (_oldCodes, _oldCount, _currentLine, _codesChanged) = ([], count, number, true);
        }

        for (int column = 10; column + 2 <= Math.Min(line.Length, LabelColumn) && _oldCodes.Count < _oldCount; column += 6)
        {
            ReadOnlySpan<byte> field = line.Slice(column, 2);
            if (FixedField.IsBlank(field))
            {
                break;
            }

            string code = FixedField.Text(field).PadRight(2);
            bool used = false;
            for (int system = 0; system < SystemLetters.Count; system++)
            {
                used = used || Rinex2Codes.TryMap(code[0], code[1], SystemLetters.SystemAt(system), [], out _);
            }

            if (!used)
            {
                bag.Warning("CN3403", number, column + 1, $"'{code}' is not an observation that is used (C, P, L, D or S and band)", "its column is passed over");
            }

            _oldCodes.Add(code);
        }
    }

    /// <summary><c>G  100  2 C1C C2W</c>: what stands in the file is this many times the value.</summary>
    private void ReadScale(ReadOnlySpan<byte> line, int number)
    {
        if (line[0] != ' ')
        {
            _factorSystem = SystemLetters.IndexOf(line[0]);
            if (_factorSystem < 0 || !FixedField.TryInteger(FixedField.Columns(line, 2, 4), out _factor) || _factor is not (1 or 10 or 100 or 1000))
            {
                bag.Error("CN3405", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 6))}' is not a satellite system and a factor", "the factor is 1, 10, 100 or 1000");
                _factorSystem = -1;
                return;
            }

            _codesChanged = true;
            if (!_factors.ContainsKey(_factorSystem))
            {
                _factors[_factorSystem] = [];
            }

            if (FixedField.IsBlank(FixedField.Columns(line, 8, 2)) || (FixedField.TryInteger(FixedField.Columns(line, 8, 2), out int count) && count == 0))
            {
                _factors[_factorSystem] = new() { [""] = _factor };
                return;
            }
        }

        for (int column = 11; _factorSystem >= 0 && column + 3 <= Math.Min(line.Length, 59) && !FixedField.IsBlank(line.Slice(column, 3)); column += 4)
        {
            _factors[_factorSystem][FixedField.Text(line.Slice(column, 3))] = _factor;
        }
    }

    private void ReadInterval(ReadOnlySpan<byte> line, int number)
    {
        if (FileTime.TrySeconds(FixedField.Columns(line, 0, 10), out Duration interval))
        {
            _receiver = _receiver with { Interval = interval > Duration.Zero ? interval : null };
            return;
        }

        bag.Error("CN3406", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 10))}' is not an interval in seconds", "mend the number; the epochs tell the interval too");
    }

    private void ReadLeapSeconds(ReadOnlySpan<byte> line)
    {
        if (FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int leap))
        {
            // Counted from the start of BDT where the line says so.
            _leapSeconds = Text(line, 24, 3) is "BDS" or "BDT" ? leap + 14 : leap;
        }
    }

    private void ReadTimeScale(ReadOnlySpan<byte> line, int number)
    {
        string name = Text(line, 48, 3);
        switch (name)
        {
            case "GPS" or "GAL" or "QZS" or "IRN":
                TimeScale = TimeScale.Gpst;
                break;
            case "GLO" or "UTC":
                TimeScale = TimeScale.Utc;
                break;
            case "BDT" or "BDS":
                TimeScale = TimeScale.Bdt;
                break;
            case "":
                break;      // that of the system of the file, GPS time if it is mixed
            default:
                bag.Error("CN3407", number, 49, $"'{name}' is not a time system", "one of GPS, GLO, GAL, QZS, BDT, IRN; the usual one of the file's satellites is taken");
                break;
        }
    }

    private Epoch? Time(ReadOnlySpan<byte> line) =>
        FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int year) && FixedField.TryInteger(FixedField.Columns(line, 6, 6), out int month) &&
        FixedField.TryInteger(FixedField.Columns(line, 12, 6), out int day) && FixedField.TryInteger(FixedField.Columns(line, 18, 6), out int hour) &&
        FixedField.TryInteger(FixedField.Columns(line, 24, 6), out int minute) && FileTime.TrySeconds(FixedField.Columns(line, 30, 13), out Duration second) &&
        FileTime.TryEpoch(year, month, day, hour, minute, second, TimeScale, out Epoch epoch)
            ? epoch
            : null;

    private void ReadChannels(ReadOnlySpan<byte> line, int number)
    {
        for (int column = 4; column + 6 <= Math.Min(line.Length, LabelColumn); column += 7)
        {
            if (FixedField.IsBlank(line.Slice(column + 3, 3)))
            {
                continue;
            }

            if (!SystemLetters.TrySatellite(line.Slice(column, 3), GnssSystem.Glonass, out SatelliteId satellite) ||
                !FixedField.TryInteger(line.Slice(column + 3, 3), out int channel) || channel is < -7 or > 13)
            {
                bag.Error("CN3408", number, column + 1, $"'{FixedField.Text(line.Slice(column, 6))}' is not a GLONASS satellite and its channel, -7 to 13", "mend or remove it");
                continue;
            }

            _channelsChanged |= !_channels.TryGetValue(satellite, out int before) || before != channel;
            _channels[satellite] = channel;
        }
    }

    private bool TryThree(ReadOnlySpan<byte> line, int number, out Vector3d vector)
    {
        Span<double> values = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            ReadOnlySpan<byte> field = FixedField.Columns(line, 14 * i, 14);
            if (!FixedField.TryDouble(field, out values[i]) || Math.Abs(values[i]) >= 1e10)
            {
                bag.Error("CN3406", number, (14 * i) + 1, $"'{FixedField.Text(field)}' is not a number of metres ({FixedField.Text(FixedField.Columns(line, LabelColumn, 20))})", "mend the number; the line is passed over");
                vector = default;
                return false;
            }
        }

        vector = new Vector3d(values[0], values[1], values[2]);
        return true;
    }

    private static string Text(ReadOnlySpan<byte> line, int column, int width) =>
        FixedField.Text(FixedField.Columns(line[..Math.Min(line.Length, LabelColumn)], column, width));
}
