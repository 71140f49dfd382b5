using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The first line of an observation file, and the two of the compact form before it: version and system.</summary>
/// <param name="Version">Of RINEX, 2 to 4.02.</param>
/// <param name="CompactVersion">Of the compact form, 1 or 3; 0: plain.</param>
/// <param name="Letter">System of the file; M: mixed.</param>
internal sealed record ObservationFirstLine(double Version, int CompactVersion, char Letter)
{
    /// <summary>RINEX 2: one list of codes, two-digit years.</summary>
    public bool Old => Version < 3;

    /// <summary>Null: mixed.</summary>
    public GnssSystem? System => SystemLetters.IndexOf((byte)Letter) < 0 ? null : (GnssSystem)Letter;

    /// <summary>The system of a satellite without a letter.</summary>
    public GnssSystem BlankSystem => System ?? GnssSystem.Gps;

    /// <summary>The scale of the epochs where no line tells it.</summary>
    public TimeScale TimeScale => Letter switch { 'R' => TimeScale.Utc, 'C' => TimeScale.Bdt, _ => TimeScale.Gpst };

    /// <summary>Null where nothing after it can be read; the bag tells why.</summary>
    public static ObservationFirstLine? Read(LineReader lines, DiagnosticBag bag)
    {
        if (!lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!bag.HasErrors)
            {
                bag.Error("CN3001", 1, 1, "the file is empty", "give a RINEX observation file, plain or gzip, compact (CRINEX) or not");
            }

            return null;
        }

        int compact = 0;
        if (line.IndexOf("CRINEX VERS"u8) == ObservationHeaderLines.LabelColumn)
        {
            string version = FixedField.Text(FixedField.Columns(line, 0, 20));
            compact = version switch { "1.0" => 1, "3.0" or "3.1" => 3, _ => 0 };
            if (compact == 0)
            {
                bag.Error("CN3010", 1, 1, $"compact RINEX version '{version}' is not read", "versions 1.0 and 3.0 are");
                return null;
            }

            if (!lines.TryRead(out line) || !lines.TryRead(out line))
            {
                bag.Error("CN3011", lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
                return null;
            }
        }

        if (line.IndexOf("RINEX VERSION"u8) != ObservationHeaderLines.LabelColumn || FixedField.Columns(line, 20, 1) is not [(byte)'O'])
        {
            bag.Error("CN3001", lines.LineNumber, 1, "this is not the first line of a RINEX observation file", "give a RINEX observation file, plain or gzip, compact (CRINEX) or not");
            return null;
        }

        string number = FixedField.Text(FixedField.Columns(line, 0, 9));
        if (!FixedField.TryDouble(FixedField.Columns(line, 0, 9), out double read) || read is < 2 or >= 5)
        {
            bag.Error("CN3010", lines.LineNumber, 1, $"RINEX version '{number}' is not read", "versions 2.00 to 4.02 are");
            return null;
        }

        ObservationFirstLine first = new(read, compact, FixedField.Columns(line, 40, 1) is [byte letter] && letter != ' ' ? (char)letter : read < 3 ? 'G' : 'M');
        if (compact == 1 != first.Old && compact != 0)
        {
            bag.Error("CN3010", lines.LineNumber, 1, $"RINEX {number} inside compact RINEX {compact}.0", "compact RINEX 1.0 holds RINEX 2, 3.0 holds RINEX 3 and 4: compress the file anew");
            return null;
        }

        if (first.Letter != 'M' && first.System is null)
        {
            bag.Error("CN3402", lines.LineNumber, 41, $"'{first.Letter}' is not a satellite system", "one of G, R, E, C, J, I, S or M for mixed; M is taken");
            return first with { Letter = 'M' };
        }

        return first;
    }

    /// <summary>Whether a first line of another header tells the layout that is being read; other lines do.</summary>
    public bool Fits(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> label = FixedField.Columns(line, ObservationHeaderLines.LabelColumn, 20);
        return label.StartsWith("CRINEX VERS"u8) ? CompactVersion > 0
            : !label.StartsWith("RINEX VERSION"u8) || (FixedField.TryDouble(FixedField.Columns(line, 0, 9), out double version) && version is >= 2 and < 5 && version < 3 == Old && FixedField.Columns(line, 20, 1) is [(byte)'O']);
    }
}
