using System.Diagnostics.CodeAnalysis;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads SP3-a, -c and -d files, plain or gzip. [SP3-c] [SP3-d]</summary>
/// <remarks>A position of 0 0 0 and a clock of 999999.999999 are missing values; so is a position with a coordinate of 999999.999999, as some writers have it. Standard deviations and correlations (EP, EV) are passed over.</remarks>
public sealed class Sp3Reader
{
    /// <summary>In the file's own unit, microseconds of clocks and kilometres of positions alike.</summary>
    private const double MissingValue = 999_999;

    private static readonly Vector3d s_none = new(double.NaN, double.NaN, double.NaN);

    /// <summary>F14.6 ends at 1e7 km (and dm/s); a number of another form is no position.</summary>
    private const double Farthest = 1e7;

    /// <summary>A header may promise more epochs than there are: so many rows are made ready, a day every 30 s.</summary>
    private const int MostRowsInAdvance = 2880;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly Sp3Header _header;
    private readonly List<Epoch> _epochs = [];
    private readonly List<Sp3Rows> _order = [];
    private readonly Dictionary<SatelliteId, Sp3Rows> _rows = [];
    private int _current = -1;
    private bool _refused;
    private bool _deviations;

    /// <summary>Without its interval no row of the file means anything.</summary>
    private bool _unusable;

    /// <summary>Place in <see cref="_order"/> of the satellite whose record is expected next: products repeat their order at every epoch.</summary>
    private int _next;

    private Sp3Reader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        _header = new Sp3Header(_bag);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<Sp3File> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new Sp3Reader(stream, path).ReadFile();
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<Sp3File> Read(Stream stream, string fileName) =>
        new Sp3Reader(TextSource.Decompress(stream), fileName).ReadFile();

    private ReadResult<Sp3File> ReadFile()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> line) || !_header.TryBegin(line))
        {
            if (!_bag.HasErrors)
            {
                _bag.Error("CN3001", 1, 1, "the file is empty", "give an SP3 file, plain or gzip");
            }

            return new ReadResult<Sp3File>(null, _bag.Diagnostics);
        }

        ReadLines();
        Sp3File file = new()
        {
            Version = _header.Version,
            TimeScale = _header.TimeScale,
            Interval = _header.Interval,
            Epochs = [.. _epochs],
            Satellites = [.. _order.Select(rows => rows.ToSatellite(_epochs.Count))],
            CoordinateSystem = _header.CoordinateSystem,
            OrbitType = _header.OrbitType,
            Agency = _header.Agency,
            DataUsed = _header.DataUsed,
            Comments = _header.Comments,
            HasDeviations = _deviations,
        };
        if (_unusable || _header.Unusable || !file.Satellites.Any(s => s.HasPositions))
        {
            if (!_bag.HasErrors)
            {
                _bag.Error("CN3112", _lines.LineNumber, 1, "the file has no position of any satellite", "give a file with orbits");
            }

            return _bag.Remaining<Sp3File>(null);
        }

        Sp3Review.Tell(file, _bag);
        return _bag.Remaining(file);
    }

    private void ReadLines()
    {
        bool ended = false;
        while (!_bag.Full && !ended && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            switch (line)
            {
                case [(byte)'P', ..]:
                    ReadPosition(line);
                    break;
                case [(byte)'V', ..]:
                    ReadVelocity(line);
                    break;
                case [(byte)'*', ..]:
                    ReadEpoch(line);
                    break;
                case [(byte)'E', (byte)'O', (byte)'F', ..]:
                    ended = true;
                    break;
                case [(byte)'E', (byte)'P' or (byte)'V', ..]:
                    _deviations = true;
                    break;
                case []:
                    break;
                case [(byte)'#' or (byte)'+' or (byte)'%' or (byte)'/', ..]:
                    _header.Read(line, _lines.LineNumber);
                    break;
                default:
                    _bag.Error("CN3023", _lines.LineNumber, 1, $"'{(char)line[0]}' starts no kind of SP3 line", "mend or remove the line");
                    break;
            }
        }

        if (!ended && !_bag.Full)
        {
            _bag.Error("CN3025", _lines.LineNumber, 0, $"the file ends without its EOF line, at epoch {_epochs.Count} of {_header.EpochCount}", "the file is cut: fetch it again");
        }

        if (_header.Interval > Duration.Zero && Sp3File.IsTooSparse(_epochs, _header.Interval))
        {
            _unusable = true;
            _bag.Error("CN3022", 2, 25, $"an interval of {_header.Interval.TotalSeconds:0.########} s does not go with {_epochs.Count} epochs over {(_epochs[^1] - _epochs[0]).TotalSeconds:0.###} s", "write the interval of the epochs in columns 25 to 38 of the second line");
        }
        else if (ended && !_bag.HasErrors && _epochs.Count != _header.EpochCount)
        {
            _bag.Warning("CN3028", 1, 33, $"the header says {_header.EpochCount} epochs, the file has {_epochs.Count}", "the epochs of the file are used");
        }
    }

    private void ReadEpoch(ReadOnlySpan<byte> line)
    {
        if (_epochs.Count == 0)
        {
            BeginTable();
        }

        if (!(FixedField.TryInteger(FixedField.Columns(line, 3, 4), out int year) && FixedField.TryInteger(FixedField.Columns(line, 7, 3), out int month) &&
            FixedField.TryInteger(FixedField.Columns(line, 10, 3), out int day) && FixedField.TryInteger(FixedField.Columns(line, 13, 3), out int hour) &&
            FixedField.TryInteger(FixedField.Columns(line, 16, 3), out int minute) && FileTime.TrySeconds(FixedField.Columns(line, 19, 12), out Duration second) &&
            FileTime.TryEpoch(year, month, day, hour, minute, second, _header.TimeScale, out Epoch epoch)))
        {
            Refuse(line, "is not a time (year month day hour minute second)");
            return;
        }

        if (_header.Interval > Duration.Zero && _epochs.Count > 0)
        {
            Duration since = epoch - _epochs[0];
            if (epoch <= _epochs[^1] || since != _header.Interval * Duration.FloorDivide(since, _header.Interval) || epoch - _epochs[^1] > Duration.FromDays(31))
            {
                Refuse(line, $"is not the start plus a number of intervals of {_header.Interval.TotalSeconds:0.###} s, after the epoch before");
                return;
            }
        }

        _epochs.Add(epoch);
        _current = _epochs.Count - 1;
    }

    private void Refuse(ReadOnlySpan<byte> line, string what)
    {
        _bag.Error("CN3024", _lines.LineNumber, 4, $"'{FixedField.Text(FixedField.Columns(line, 3, 28))}' {what}", "mend the epoch line");
        (_current, _refused) = (-1, true);
    }

    private void BeginTable()
    {
        if (_header.Interval <= Duration.Zero)
        {
            _unusable = true;
            _bag.Error("CN3022", 2, 25, "the header gives no epoch interval", "write it in columns 25 to 38 of the second line, as in 300.00000000");
        }

        for (int i = 0; i < _header.Satellites.Count; i++)
        {
            Rows(_header.Satellites[i]).AccuracyExponent = _header.AccuracyOf(i);
        }
    }

    private Sp3Rows Rows(SatelliteId id)
    {
        if (!_rows.TryGetValue(id, out Sp3Rows? rows))
        {
            rows = new Sp3Rows(id, Math.Min(_header.EpochCount, MostRowsInAdvance), _header.Velocities);
            rows.Place = _order.Count;
            _rows.Add(id, rows);
            _order.Add(rows);
        }

        return rows;
    }

    private void ReadPosition(ReadOnlySpan<byte> line)
    {
        if (!TryUsual(line, 1e3, 1e12, out Sp3Rows? rows, out Vector3d position, out double clock))
        {
            if (!TrySatellite(line, out SatelliteId id) || !TryVector(line, 4, 3, id, "position", out position) ||
                !TryNumber(line, 46, -6, id, "clock", missing: MissingValue, out clock))
            {
                return;
            }

            rows = Rows(id);
        }

        Sp3Marks flags = Sp3Marks.None;
        _deviations = _deviations || (line.Length > 61 && !FixedField.IsBlank(FixedField.Columns(line, 60, 13)));
        if (line.Length > 74)
        {
            flags |= line[74] == 'E' ? Sp3Marks.ClockEvent : 0;
            flags |= line.Length > 75 && line[75] == 'P' ? Sp3Marks.ClockPredicted : 0;
            flags |= line.Length > 78 && line[78] == 'M' ? Sp3Marks.Maneuver : 0;
            flags |= line.Length > 79 && line[79] == 'P' ? Sp3Marks.OrbitPredicted : 0;
        }

        position = IsMissing(position) ? s_none : position;
        if (!rows.TrySetPosition(_current, position, IsMissing(clock, MissingValue / 1e6) ? double.NaN : clock, flags))
        {
            _bag.Error("CN3110", _lines.LineNumber, 1, $"a second record of {rows.Id} at this epoch", "the first is used: remove one of them");
        }
    }

    /// <summary>Decimetres per second and 1e-4 microseconds per second.</summary>
    private void ReadVelocity(ReadOnlySpan<byte> line)
    {
        if (!TryUsual(line, 1e7, 1e16, out Sp3Rows? rows, out Vector3d velocity, out double rate))
        {
            if (!TrySatellite(line, out SatelliteId id) || !TryVector(line, 4, -1, id, "velocity", out velocity) ||
                !TryNumber(line, 46, -10, id, "clock rate", missing: MissingValue, out rate))
            {
                return;
            }

            rows = Rows(id);
        }

        rows.SetVelocity(_current, velocity == Vector3d.Zero ? s_none : velocity, IsMissing(rate, MissingValue / 1e10) ? double.NaN : rate);
    }

    /// <summary>A record of a known satellite with four numbers in their usual layout; false leaves it to the readers that tell what is wrong.</summary>
    /// <param name="line">The record.</param>
    /// <param name="units">Millionths of the file's unit in one of SI: one division, so one rounding.</param>
    /// <param name="lastUnits">The same for the fourth number.</param>
    /// <param name="rows">The satellite's rows.</param>
    /// <param name="vector">The first three numbers, SI.</param>
    /// <param name="last">The fourth, SI.</param>
    private bool TryUsual(ReadOnlySpan<byte> line, double units, double lastUnits, [NotNullWhen(true)] out Sp3Rows? rows, out Vector3d vector, out double last)
    {
        (rows, vector, last) = (null, default, 0);
        if (line.Length < 60 || _current < 0 || !FastField.TryMicro(line[4..], out long x) || !FastField.TryMicro(line[18..], out long y) ||
            !FastField.TryMicro(line[32..], out long z) || !FastField.TryMicro(line[46..], out long w) || !TryRows(line, out rows))
        {
            return false;
        }

        (vector, last) = (new Vector3d(x / units, y / units, z / units), w / lastUnits);
        return vector.NormSquared * units * units < 1e12 * Farthest * Farthest;
    }

    /// <summary>The rows of the satellite of a line, by its bytes: the one after that of the line before, or the same again (a velocity after its position).</summary>
    private bool TryRows(ReadOnlySpan<byte> line, [NotNullWhen(true)] out Sp3Rows? rows)
    {
        int key = (line[1] << 16) | (line[2] << 8) | line[3];
        for (int tries = 0; tries < 2; tries++)
        {
            _next = _next >= _order.Count ? 0 : _next;
            if (_order.Count > 0 && _order[_next].Key == key)
            {
                rows = _order[_next];
                _next += line[0] == 'P' && !_header.Velocities || line[0] == 'V' ? 1 : 0;
                return true;
            }

            _next++;
        }

        rows = null;
        if (!Sp3Header.TrySatellite(line.Slice(1, 3), out SatelliteId id))
        {
            return false;
        }

        rows = Rows(id);
        rows.Key = key;
        _next = rows.Place;
        _next += line[0] == 'P' && !_header.Velocities || line[0] == 'V' ? 1 : 0;
        return true;
    }

    private bool TrySatellite(ReadOnlySpan<byte> line, out SatelliteId id)
    {
        if (!Sp3Header.TrySatellite(FixedField.Columns(line, 1, 3), out id))
        {
            _bag.Error("CN3014", _lines.LineNumber, 2, $"'{FixedField.Text(FixedField.Columns(line, 1, 3))}' is not a satellite such as G05 or C23", "mend or remove the line");
            return false;
        }

        // After an epoch that could not be read its records are passed over: that was told once.
        if (_current < 0 && !_refused)
        {
            _bag.Error("CN3024", _lines.LineNumber, 1, "a record before the first epoch", "every record follows its epoch line, which begins with '*'");
            _refused = true;
        }

        return _current >= 0;
    }

    private static bool IsMissing(double value, double limit) => value >= limit;

    private static bool IsMissing(Vector3d position) =>
        position == Vector3d.Zero || Math.Max(Math.Abs(position.X), Math.Max(Math.Abs(position.Y), Math.Abs(position.Z))) >= 1000 * MissingValue;

    /// <summary>Three numbers; <paramref name="power"/> is the unit of the file as a power of ten of that of SI.</summary>
    private bool TryVector(ReadOnlySpan<byte> line, int column, int power, SatelliteId id, string what, out Vector3d vector)
    {
        vector = default;
        if (TryNumber(line, column, power, id, what + " x", null, out double x) && TryNumber(line, column + 14, power, id, what + " y", null, out double y) &&
            TryNumber(line, column + 28, power, id, what + " z", null, out double z))
        {
            vector = new Vector3d(x, y, z);
            double farthest = power > 0 ? 1000 * Farthest : 0.1 * Farthest;
            if (vector.NormSquared < farthest * farthest)
            {
                return true;
            }

            _bag.Error("CN3020", _lines.LineNumber, column + 1, $"the {what} of {id} is beyond what the columns can hold", "mend the numbers, or write 0.000000 for a missing value");
        }

        return false;
    }

    private bool TryNumber(ReadOnlySpan<byte> line, int column, int power, SatelliteId id, string what, double? missing, out double value)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(line, column, 14);
        if (FixedField.TryDouble(field, power, out value))
        {
            return true;
        }

        if (missing is { } substitute && FixedField.IsBlank(field))
        {
            value = substitute;
            return true;
        }

        string text = FixedField.Text(field);
        int start = column + Math.Max(field.IndexOfAnyExcept((byte)' '), 0) + 1;
        _bag.Error("CN3020", _lines.LineNumber, start, text.Length == 0 ? $"there is no {what} of {id}" : $"'{text}' is not a number ({what} of {id})", "mend the number, or write 0.000000 (position) or 999999.999999 (clock) for a missing value");
        return false;
    }
}
