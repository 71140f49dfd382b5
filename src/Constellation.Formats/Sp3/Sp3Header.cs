using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads the header lines of an SP3 file: everything before the first epoch. [SP3-d]</summary>
internal sealed class Sp3Header(DiagnosticBag bag)
{
    private readonly List<int> _accuracies = [];
    private bool _timeSystemRead;

    public char Version { get; private set; }

    public bool Velocities { get; private set; }

    public int EpochCount { get; private set; }

    public Duration Interval { get; private set; }

    public TimeScale TimeScale { get; private set; } = TimeScale.Gpst;

    public string CoordinateSystem { get; private set; } = "";

    public string OrbitType { get; private set; } = "";

    public string Agency { get; private set; } = "";

    public string DataUsed { get; private set; } = "";

    public List<string> Comments { get; } = [];

    /// <summary>Without its interval or time scale no row of the file means anything.</summary>
    public bool Unusable { get; private set; }

    public List<SatelliteId> Satellites { get; } = [];

    public int AccuracyOf(int index) => index < _accuracies.Count ? _accuracies[index] : 0;

    /// <summary>The first line; false when this is not an SP3 file.</summary>
    public bool TryBegin(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || line[0] != '#' || line[1] is not ((byte)'a' or (byte)'b' or (byte)'c' or (byte)'d'))
        {
            bag.Error("CN3001", 1, 1, "the first line is not that of an SP3 file (#a to #d)", "give an SP3 file, plain or gzip");
            return false;
        }

        Version = (char)line[1];
        Velocities = line[2] == 'V';
        EpochCount = FixedField.TryInteger(FixedField.Columns(line, 32, 7), out int count) && count is > 0 and < 200_000 ? count : 0;
        DataUsed = FixedField.Text(FixedField.Columns(line, 40, 5));
        CoordinateSystem = FixedField.Text(FixedField.Columns(line, 46, 5));
        OrbitType = FixedField.Text(FixedField.Columns(line, 52, 3));
        Agency = FixedField.Text(FixedField.Columns(line, 56, 4));
        return true;
    }

    public void Read(ReadOnlySpan<byte> line, int lineNumber)
    {
        switch (line)
        {
            case [(byte)'#', (byte)'#', ..]:
                ReadInterval(FixedField.Columns(line, 24, 14), lineNumber);
                break;
            case [(byte)'+', (byte)'+', ..]:
                ReadAccuracies(line);
                break;
            case [(byte)'+', ..]:
                ReadSatellites(line, lineNumber);
                break;
            case [(byte)'%', (byte)'c', ..] when !_timeSystemRead:
                _timeSystemRead = true;
                ReadTimeSystem(FixedField.Text(FixedField.Columns(line, 9, 3)), lineNumber);
                break;
            case [(byte)'/', (byte)'*', ..]:
                Comments.Add(System.Text.Encoding.Latin1.GetString(FixedField.Columns(line, 3, 77)).TrimEnd());
                break;
            default:
                break;
        }
    }

    /// <summary>SP3-a numbers satellites without a letter: all are GPS.</summary>
    public static bool TrySatellite(ReadOnlySpan<byte> field, out SatelliteId id)
    {
        Span<char> text = stackalloc char[3];
        id = default;
        if (field.Length != 3)
        {
            return false;
        }

        for (int i = 0; i < 3; i++)
        {
            text[i] = (char)field[i];
        }

        text[0] = text[0] == ' ' ? 'G' : text[0];
        return SatelliteId.TryParse(text, out id);
    }

    private void ReadInterval(ReadOnlySpan<byte> field, int lineNumber)
    {
        if (FileTime.TrySeconds(field, out Duration interval) && interval > Duration.Zero)
        {
            Interval = interval;
            return;
        }

        Unusable = true;
        bag.Error("CN3022", lineNumber, 25, $"'{FixedField.Text(field)}' is not an epoch interval in seconds", "write it in columns 25 to 38, as in 300.00000000");
    }

    private void ReadAccuracies(ReadOnlySpan<byte> line)
    {
        for (int i = 0; i < 17; i++)
        {
            _accuracies.Add(FixedField.TryInteger(FixedField.Columns(line, 9 + (3 * i), 3), out int exponent) ? exponent : 0);
        }
    }

    private void ReadSatellites(ReadOnlySpan<byte> line, int lineNumber)
    {
        for (int i = 0; i < 17; i++)
        {
            ReadOnlySpan<byte> field = FixedField.Columns(line, 9 + (3 * i), 3);
            if (FixedField.IsBlank(field) || (FixedField.TryInteger(field, out int number) && number == 0))
            {
                continue;
            }

            if (TrySatellite(field, out SatelliteId id))
            {
                Satellites.Add(id);
            }
            else
            {
                bag.Error("CN3014", lineNumber, 10 + (3 * i), $"'{FixedField.Text(field)}' is not a satellite such as G05 or C23", "mend the satellite list of the header");
            }
        }
    }

    private void ReadTimeSystem(string name, int lineNumber)
    {
        TimeScale? scale = name switch
        {
            "GPS" or "ccc" or "" => TimeScale.Gpst,
            "GAL" => TimeScale.Gst,
            "QZS" or "IRN" => TimeScale.Qzsst,
            "BDT" or "BDS" => TimeScale.Bdt,
            "TAI" => TimeScale.Tai,
            "UTC" or "GLO" => TimeScale.Utc,
            _ => null,
        };
        TimeScale = scale ?? TimeScale.Gpst;
        if (scale is null)
        {
            Unusable = true;
            bag.Error("CN3021", lineNumber, 10, $"'{name}' is not a time system", "one of GPS, GAL, QZS, IRN, BDT, TAI, UTC, GLO");
        }
    }
}
