using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Header lines that tell which observations a file holds and in which column: SYS / # / OBS TYPES, # / TYPES OF OBSERV, SYS / SCALE FACTOR.</summary>
internal sealed class ObservationCodeLines(DiagnosticBag bag)
{
    private const int MostCodes = 999;

    private readonly SortedDictionary<int, List<string>> _codes = [];
    private readonly SortedDictionary<int, Dictionary<string, int>> _factors = [];
    private List<string> _oldCodes = [];
    private int _oldCount;
    private int _current = -1;
    private int _currentCount;
    private int _currentLine;
    private int _factorSystem = -1;
    private int _factor = 1;

    /// <summary>Codes or factors came since the layout was last made.</summary>
    public bool Changed { get; private set; }

    /// <summary>Takes a line, if it is one of these.</summary>
    public bool TryRead(ReadOnlySpan<byte> label, ReadOnlySpan<byte> line, int number)
    {
        switch (label)
        {
            case var _ when label.SequenceEqual("SYS / # / OBS TYPES"u8):
                ReadCodes(line, number);
                return true;
            case var _ when label.SequenceEqual("# / TYPES OF OBSERV"u8):
                ReadOldCodes(line, number);
                return true;
            case var _ when label.SequenceEqual("SYS / SCALE FACTOR"u8):
                ReadScale(line, number);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Lists that were begun are complete: tells where they are not as long as they promise.</summary>
    public void End()
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

    /// <summary>The layout of all systems, and the columns of each.</summary>
    /// <param name="first">The first line: version and system of the file.</param>
    /// <param name="columns">By system; null for one that the header does not list.</param>
    public ObservationLayout Lay(ObservationFirstLine first, SystemColumns?[] columns)
    {
        Changed = false;
        Array.Clear(columns);
        List<KeyValuePair<GnssSystem, IReadOnlyList<ObservationCode>>> layout = [];
        for (int system = 0; system < SystemLetters.Count; system++)
        {
            GnssSystem id = SystemLetters.SystemAt(system);
            IReadOnlyList<string>? codes = first.Old ? (first.Letter == 'M' || id == first.BlankSystem ? _oldCodes : null) : _codes.GetValueOrDefault(system);
            if (codes is null)
            {
                continue;
            }

            List<ObservationCode> used = [];
            columns[system] = Columns(system, codes, first, used);
            if (used.Count > 0)
            {
                layout.Add(new(id, used));
            }
        }

        return new ObservationLayout(layout);
    }

    private SystemColumns Columns(int system, IReadOnlyList<string> codes, ObservationFirstLine first, List<ObservationCode> used)
    {
        GnssSystem id = SystemLetters.SystemAt(system);
        int[] targets = new int[codes.Count];
        double[] divisors = new double[codes.Count];
        Dictionary<string, int>? factors = _factors.GetValueOrDefault(system);
        for (int i = 0; i < codes.Count; i++)
        {
            targets[i] = -1;
            divisors[i] = 1000.0 * (factors?.GetValueOrDefault(codes[i], factors.GetValueOrDefault("", 1)) ?? 1);
            bool known = first.Old ? Rinex2Codes.TryMap(codes[i][0], codes[i][1], id, _oldCodes, out ObservationCode code) : TryCode(codes[i], id, first.Version, out code);
            if (known && !used.Contains(code))
            {
                targets[i] = used.Count;
                used.Add(code);
            }
        }

        return new SystemColumns(targets, divisors);
    }

    /// <summary>RINEX 3.02 named B1I of BeiDou by band 1, all other versions by band 2, where it is; B1C came later and has other letters.</summary>
    private static bool TryCode(string text, GnssSystem system, double version, out ObservationCode code)
    {
        if (!ObservationCode.TryParse(text, null, out code))
        {
            return false;
        }

        bool oldB1 = system == GnssSystem.BeiDou && code.Signal.Band == '1' && (code.Signal.Attribute is 'I' or 'Q' || (code.Signal.Attribute == 'X' && version is > 3.015 and < 3.025));
        code = oldB1 ? code with { Signal = new SignalCode('2', code.Signal.Attribute) } : code;
        return true;
    }

    private void ReadCodes(ReadOnlySpan<byte> line, int number)
    {
        if (line[0] != ' ')
        {
            End();
            int system = SystemLetters.IndexOf(line[0]);
            if (system < 0 || !FixedField.TryInteger(FixedField.Columns(line, 3, 3), out int count) || count is < 0 or > MostCodes)
            {
                bag.Error("CN3402", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 6))}' is not a satellite system and a number of codes", "write them as in 'G   16'; the observations of this system are left out");
                return;
            }

            (_current, _currentCount, _currentLine, Changed) = (system, count, number, true);
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

    private void ReadOldCodes(ReadOnlySpan<byte> line, int number)
    {
        if (!FixedField.IsBlank(FixedField.Columns(line, 0, 6)))
        {
            if (!FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int count) || count is < 0 or > MostCodes)
            {
                bag.Error("CN3402", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 6))}' is not a number of observations", "write how many codes are listed");
                return;
            }

            (_oldCodes, _oldCount, _currentLine, Changed) = ([], count, number, true);
        }

        for (int column = 10; column + 2 <= Math.Min(line.Length, ObservationHeaderLines.LabelColumn) && _oldCodes.Count < _oldCount; column += 6)
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

            Changed = true;
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
}
