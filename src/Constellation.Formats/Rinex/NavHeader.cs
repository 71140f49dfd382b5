using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads the header of a RINEX navigation file: version, ionosphere, time offsets and leap seconds.</summary>
internal sealed class NavHeader(DiagnosticBag bag)
{
    private readonly SortedDictionary<string, double[]> _ionosphere = new(StringComparer.Ordinal);

    public double Version { get; private set; }

    /// <summary><c>N</c>; in RINEX 2 also <c>G</c> (GLONASS) and <c>H</c> (geostationary).</summary>
    public char FileType { get; private set; } = 'N';

    public int? LeapSeconds { get; private set; }

    public List<TimeOffset> TimeOffsets { get; } = [];

    public IEnumerable<IonosphericCorrection> Ionosphere => _ionosphere.Select(entry => new IonosphericCorrection(
        SystemOf(entry.Key), entry.Key == "GAL" ? IonosphericModel.NeQuickG : IonosphericModel.Klobuchar, null, null, entry.Value));

    /// <summary>Reads up to the end of the header; false when this is not such a file or it ends before that.</summary>
    public bool TryRead(LineReader lines)
    {
        if (!lines.TryRead(out ReadOnlySpan<byte> first) || !Label(first).StartsWith("RINEX VERSION", StringComparison.Ordinal))
        {
            bag.Error("CN3001", 1, first.Length > 60 ? 61 : 1, "the first line is not that of a RINEX file", "give a RINEX 2, 3 or 4 navigation file, plain or gzip");
            return false;
        }

        if (!FixedField.TryDouble(FixedField.Columns(first, 0, 9), out double version) || version is < 2 or >= 5)
        {
            bag.Error("CN3010", 1, 1, $"RINEX version '{FixedField.Text(FixedField.Columns(first, 0, 9))}' is not read", "convert the file to RINEX 3 or 4");
            return false;
        }

        if (FixedField.Columns(first, 20, 1) is not [(byte)'N'] and not ([(byte)'G' or (byte)'H']) || (version >= 3 && first[20] != 'N'))
        {
            bag.Error("CN3001", 1, 21, $"the file type is '{FixedField.Text(FixedField.Columns(first, 20, 1))}', not N (navigation)", "give a navigation file");
            return false;
        }

        Version = version;
        FileType = (char)first[20];
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            string label = Label(line);
            switch (label)
            {
                case "END OF HEADER":
                    return true;
                case "IONOSPHERIC CORR":
                    ReadIonosphere(line, lines.LineNumber);
                    break;
                case "TIME SYSTEM CORR":
                    ReadTimeOffset(line, lines.LineNumber);
                    break;
                case "ION ALPHA" or "ION BETA":
                    ReadCoefficients(line, 2, label == "ION BETA", "GPS", lines.LineNumber);
                    break;
                case "DELTA-UTC: A0,A1,T,W":
                    ReadTimeOffset(line, "GPUT", (3, 19), (22, 19), (41, 9), (50, 9), lines.LineNumber);
                    break;
                case "CORR TO SYSTEM TIME":
                    ReadSystemTime(line, lines.LineNumber);
                    break;
                case "LEAP SECONDS" when FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int leap):
                    LeapSeconds = leap;
                    break;
                default:
                    break;
            }
        }

        bag.Error("CN3011", lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
        return false;
    }

    private void ReadIonosphere(ReadOnlySpan<byte> line, int lineNumber)
    {
        string type = FixedField.Text(FixedField.Columns(line, 0, 4));
        bool second = type.Length == 4 && type[3] == 'B';
        string key = type.Length == 4 ? type[..3] : type;
        if (key is not ("GAL" or "GPS" or "QZS" or "BDS" or "IRN"))
        {
            return;
        }

        ReadCoefficients(line, 5, second, key, lineNumber);
    }

    private void ReadCoefficients(ReadOnlySpan<byte> line, int column, bool second, string key, int lineNumber)
    {
        // A file may give one pair of lines for each hour and satellite (BDS, 3.05): the first stands for the header, as in 3.02.
        double[] values = _ionosphere.TryGetValue(key, out double[]? known) ? known : _ionosphere[key] = new double[key == "GAL" ? 3 : 8];
        int offset = second ? 4 : 0;
        for (int i = 0; i < (key == "GAL" ? 3 : 4); i++)
        {
            ReadOnlySpan<byte> field = FixedField.Columns(line, column + (12 * i), 12);
            if (!FixedField.IsBlank(field) && !FixedField.TryDouble(field, out values[offset + i]))
            {
                bag.Error("CN3012", lineNumber, column + 1 + (12 * i), $"'{FixedField.Text(field)}' is not a number (ionospheric correction {key})", "mend the number or remove the line");
            }
        }
    }

    private void ReadTimeOffset(ReadOnlySpan<byte> line, int lineNumber) =>
        ReadTimeOffset(line, FixedField.Text(FixedField.Columns(line, 0, 4)), (5, 17), (22, 16), (38, 7), (45, 5), lineNumber);

    private void ReadTimeOffset(
        ReadOnlySpan<byte> line, string kind, (int Start, int Width) bias, (int Start, int Width) drift, (int Start, int Width) seconds, (int Start, int Width) weeks, int lineNumber)
    {
        ReadOnlySpan<byte> a0 = FixedField.Columns(line, bias.Start, bias.Width), a1 = FixedField.Columns(line, drift.Start, drift.Width);
        if (!FixedField.TryDouble(a0, out double offset) || !FixedField.TryDouble(a1, out double rate))
        {
            bag.Error("CN3012", lineNumber, bias.Start + 1, $"'{FixedField.Text(FixedField.Columns(line, bias.Start, bias.Width + drift.Width))}' are not two numbers (time system correction)", "mend the numbers or remove the line");
            return;
        }

        Time.Epoch? reference = FixedField.TryInteger(FixedField.Columns(line, seconds.Start, seconds.Width), out int second) && FixedField.TryInteger(FixedField.Columns(line, weeks.Start, weeks.Width), out int week) && week > 0
            ? Time.Epoch.FromGps(week, Time.Duration.FromSeconds(second))
            : null;
        TimeOffsets.Add(new TimeOffset(kind, null, reference, offset, rate, 0));
    }

    /// <summary>RINEX 2, GLONASS: reference day and its offset from UTC (-tau_c).</summary>
    private void ReadSystemTime(ReadOnlySpan<byte> line, int lineNumber)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(line, 21, 19);
        if (!FixedField.TryDouble(field, out double offset))
        {
            bag.Error("CN3012", lineNumber, 22, $"'{FixedField.Text(field)}' is not a number (correction to system time)", "mend the number or remove the line");
            return;
        }

        Time.Epoch? reference = FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int year) && FixedField.TryInteger(FixedField.Columns(line, 6, 6), out int month) &&
            FixedField.TryInteger(FixedField.Columns(line, 12, 6), out int day) && FileTime.TryEpoch(year, month, day, 0, 0, Time.Duration.Zero, Time.TimeScale.Utc, out Time.Epoch epoch)
            ? epoch
            : null;
        TimeOffsets.Add(new TimeOffset("GLUT", null, reference, offset, 0, 0));
    }

    private static string Label(ReadOnlySpan<byte> line) => FixedField.Text(FixedField.Columns(line, 60, 20));

    private static GnssSystem SystemOf(string key) => key switch
    {
        "GAL" => GnssSystem.Galileo,
        "QZS" => GnssSystem.Qzss,
        "BDS" => GnssSystem.BeiDou,
        "IRN" => GnssSystem.NavIc,
        _ => GnssSystem.Gps,
    };
}
