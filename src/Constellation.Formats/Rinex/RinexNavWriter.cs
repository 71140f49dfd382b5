using System.Globalization;
using System.Text;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes RINEX 3.05, 4.00 and 4.01 navigation files. [RINEX-3.05] table A, [RINEX-4] section 6 and appendix A8-A33.</summary>
/// <remarks>
/// Every record is written with the values it was read or made with: what is read, written and read again is equal, number by number, as thirteen
/// digits hold it. RINEX 3 has no room for CNAV-like messages nor for time, Earth orientation and ionosphere of single satellites: the former and
/// Earth orientation are left out and counted, of time offsets and ionosphere the last of each kind goes into the header. Dates of creation are not written:
/// the same content makes the same bytes.
/// </remarks>
public sealed class RinexNavWriter
{
    private const int LineWidth = 80;

    private readonly Stream _out;
    private readonly NavigationFile _file;
    private readonly double _version;
    private readonly byte[] _line = new byte[LineWidth + 1];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    private RinexNavWriter(Stream output, NavigationFile file, double version) => (_out, _file, _version) = (output, file, version);

    /// <summary>Writes the file; the stream stays open.</summary>
    /// <param name="stream">Receives ASCII text with line feeds.</param>
    /// <param name="file">Read, or made by <see cref="NavigationFile.Of"/>.</param>
    /// <param name="version">3.03 to 4.02; null: that of the file, 3.05 for older ones.</param>
    /// <returns>Records that this version has no room for, by <c>kind system message</c>.</returns>
    public static IReadOnlyDictionary<string, int> Write(Stream stream, NavigationFile file, double? version = null)
    {
        double wanted = version ?? (file.Version < 3 ? 3.05 : file.Version);
        if (!(wanted is >= 3.0 and < 5))
        {
            throw new ArgumentOutOfRangeException(nameof(version), version, "RINEX 3 and 4 are written");
        }

        using BufferedStream buffered = new(new KeptOpenStream(stream), 1 << 16);
        RinexNavWriter writer = new(buffered, file, wanted);
        writer.WriteHeader();
        for (int i = 0; i < file.Records.Count; i++)
        {
            writer.WriteRecord(file.Records[i], file.Records.ValuesOf(i));
        }

        return writer._leftOut;
    }

    private void WriteHeader()
    {
        char[] systems = [.. Enumerable.Range(0, _file.Records.Count).Select(i => _file.Records[i].Satellite.Letter).Distinct()];
        string system = systems.Length == 1 ? $"{systems[0]}: {NameOf((GnssSystem)systems[0])}" : "M: MIXED";
        HeaderLine($"{_version,9:0.00}           {"N: GNSS NAV DATA",-20}{system,-20}", "RINEX VERSION / TYPE");
        HeaderLine("Constellation", "PGM / RUN BY / DATE");
        if (_version < 4)
        {
            WriteIonosphere();
            WriteTimeOffsets();
        }

        if (_file.LeapSeconds is { } leap)
        {
            HeaderLine($"{leap,6}", "LEAP SECONDS");
        }

        HeaderLine("", "END OF HEADER");
        if (_version >= 4 && _file.Version < 4)
        {
            WriteOldHeader();
        }
    }

    /// <summary>RINEX 3: header lines; the last of each system counts.</summary>
    private void WriteIonosphere()
    {
        foreach (IGrouping<GnssSystem, IonosphericCorrection> system in _file.Ionosphere.Where(i => i.Model != IonosphericModel.Bdgim).GroupBy(i => i.System).OrderBy(g => g.Key))
        {
            IReadOnlyList<double> c = system.Last().Coefficients;
            string name = system.Key switch
            {
                GnssSystem.Galileo => "GAL",
                GnssSystem.BeiDou => "BDS",
                GnssSystem.Qzss => "QZS",
                GnssSystem.NavIc => "IRN",
                _ => "GPS",
            };
            if (name == "GAL")
            {
                HeaderLine($"GAL  {Short(c[0])}{Short(c[1])}{Short(c[2])}{Short(0)}", "IONOSPHERIC CORR");
                continue;
            }

            HeaderLine($"{name}A {Short(c[0])}{Short(c[1])}{Short(c[2])}{Short(c[3])}", "IONOSPHERIC CORR");
            HeaderLine($"{name}B {Short(c[4])}{Short(c[5])}{Short(c[6])}{Short(c[7])}", "IONOSPHERIC CORR");
        }

        static string Short(double value) => Exponent(value, 4).PadLeft(12);
    }

    private void WriteTimeOffsets()
    {
        foreach (IGrouping<string, TimeOffset> kind in _file.TimeOffsets.Where(t => t.Kind.Length == 4).GroupBy(t => t.Kind))
        {
            TimeOffset last = kind.Last();
            (int week, Duration second) = last.Reference is { } reference ? reference.ToGps() : (0, Duration.Zero);
            HeaderLine($"{last.Kind} {Exponent(last.A0, 10).PadLeft(17)}{Exponent(last.A1, 9).PadLeft(16)}{second.WholeSeconds,7}{week,5}", "TIME SYSTEM CORR");
        }
    }

    /// <summary>What an older file had in its header is written as records of the system, dated by the first record of the file.</summary>
    private void WriteOldHeader()
    {
        Epoch first = _file.Records.Count == 0 ? default : Enumerable.Range(0, _file.Records.Count).Min(i => _file.Records[i].Time);
        foreach (IonosphericCorrection ion in _file.Ionosphere.Where(i => i.Transmission is null))
        {
            string message = (ion.System, ion.Model) switch
            {
                (_, IonosphericModel.NeQuickG) => "IFNV",
                (GnssSystem.BeiDou, IonosphericModel.Klobuchar) => "D1D2",
                (_, IonosphericModel.Bdgim) => "CNVX",
                _ => "LNAV",
            };
            double[] values = message == "IFNV"
                ? [.. ion.Coefficients, 0, double.NaN, double.NaN, double.NaN]      // no disturbance flags
                : [.. ion.Coefficients, .. Enumerable.Repeat(double.NaN, 11 - ion.Coefficients.Count)];
            WriteRecord(new NavRecordHead("ION", new SatelliteId(ion.System, 0), message, first, ""), values);
        }

        foreach (TimeOffset offset in _file.TimeOffsets.Where(t => t.Satellite is null && t.Reference is not null && t.Kind.Length == 4))
        {
            (GnssSystem system, string message) = offset.Kind[..2] switch
            {
                "GA" => (GnssSystem.Galileo, "IFNV"),
                "GL" => (GnssSystem.Glonass, "FDMA"),
                "BD" => (GnssSystem.BeiDou, "D1D2"),
                "QZ" => (GnssSystem.Qzss, "LNAV"),
                "IR" => (GnssSystem.NavIc, "LNAV"),
                "SB" => (GnssSystem.Sbas, "SBAS"),
                _ => (GnssSystem.Gps, "LNAV"),
            };
            double[] values = [double.NaN, double.NaN, double.NaN, double.NaN, offset.A0, offset.A1, offset.A2];
            WriteRecord(new NavRecordHead("STO", new SatelliteId(system, 0), message, offset.Reference!.Value, offset.Kind), values);
        }
    }

    private void WriteRecord(in NavRecordHead head, ReadOnlySpan<double> values)
    {
        bool old = _version < 4, system = head.Kind != "EPH";
        if (old && (system || head.Message is "CNAV" or "CNV1" or "CNV2" or "CNV3"))
        {
            if (!system || head.Kind == "EOP")
            {
                string name = $"{head.Kind} {head.Satellite.Letter} {head.Message}";
                _leftOut[name] = _leftOut.GetValueOrDefault(name) + 1;
            }

            return;
        }

        string sender = head.Satellite.Number == 0 ? $"{head.Satellite.Letter}  " : head.Satellite.ToString();
        if (!old)
        {
            Begin();
            Text(0, $"> {head.Kind} {sender} {head.Message}");
            End(trim: true);
        }

        // The satellite is repeated before the time of ephemerides only.
        Begin();
        Text(0, (system ? "   " : sender) + " " + Calendar(head));
        if (head.Kind == "STO")
        {
            Text(24, head.Label);
        }
        else
        {
            Numbers(values[..3], 23);
        }

        End(trim: head.Kind == "STO");
        ReadOnlySpan<double> rest = values[3..];
        int lines = LinesOf(head, rest.Length / 4);
        for (int line = 0; line < lines; line++)
        {
            Begin();
            Numbers(4 * line < rest.Length ? rest.Slice(4 * line, Math.Min(4, rest.Length - (4 * line))) : default, 4);
            End(trim: false);
        }
    }

    /// <summary>GLONASS has a fourth line from 3.05 on; all others have the lines they came with, or those that are required.</summary>
    private int LinesOf(in NavRecordHead head, int present) => head.Message == "FDMA" && head.Kind == "EPH"
        ? (_version < 3.045 ? 3 : 4)
        : Math.Max(present, NavRecordLayout.Lines(head.Kind, head.Satellite, head.Message) - 1);

    private static string Calendar(in NavRecordHead head)
    {
        TimeScale scale = head.Satellite.System switch
        {
            GnssSystem.BeiDou => TimeScale.Bdt,
            GnssSystem.Glonass => TimeScale.Utc,
            _ => TimeScale.Gpst,
        };
        ScaleReading r = head.Time.In(scale);
        return string.Create(CultureInfo.InvariantCulture, $"{r.Year:0000} {r.Month:00} {r.Day:00} {r.Hour:00} {r.Minute:00} {r.Second:00}");
    }

    private void Begin() => _line.AsSpan().Fill((byte)' ');

    private void Text(int column, string text) => Encoding.ASCII.GetBytes(text.AsSpan(0, Math.Min(text.Length, LineWidth - column)), _line.AsSpan(column));

    private void Numbers(ReadOnlySpan<double> values, int column)
    {
        foreach (double value in values)
        {
            NavNumber.Write(value, _line.AsSpan(column));
            column += NavNumber.Width;
        }
    }

    private void End(bool trim)
    {
        int length = trim ? _line.AsSpan().LastIndexOfAnyExcept((byte)' ') + 1 : LineWidth;
        _line[length] = (byte)'\n';
        _out.Write(_line, 0, length + 1);
    }

    private void HeaderLine(string content, string label)
    {
        Begin();
        Text(0, content.Length > 60 ? content[..60] : content);
        Text(60, label);
        End(trim: false);
    }

    /// <summary>One digit before the point, two of exponent.</summary>
    private static string Exponent(double value, int decimals) => value.ToString("0." + new string('0', decimals) + "E+00", CultureInfo.InvariantCulture);

    internal static string NameOf(GnssSystem system) => system switch
    {
        GnssSystem.Gps => "GPS",
        GnssSystem.Glonass => "GLONASS",
        GnssSystem.Galileo => "GALILEO",
        GnssSystem.BeiDou => "BDS",
        GnssSystem.Qzss => "QZSS",
        GnssSystem.NavIc => "IRNSS",
        _ => "SBAS PAYLOAD",
    };
}
