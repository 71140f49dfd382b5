using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Tells kinds of files apart by their first line, messages in XML and SEM almanacs by the lines after it.</summary>
public static class FileKinds
{
    private const int MostLines = 40;

    /// <exception cref="InputException">The file cannot be opened, or its first line cannot be read.</exception>
    public static FileKind Of(string path)
    {
        using Stream stream = TextSource.Open(path);
        DiagnosticBag bag = new(path);
        FileKind sets = ElementSetKinds.Of(FileHead.Read(stream, bag, out Stream whole));
        if (sets != FileKind.Unknown)
        {
            return sets;
        }

        LineReader lines = new(whole, bag);
        FileKind kind = FileKind.Unknown;
        string? first = null;
        for (int i = 0; i < MostLines && kind == FileKind.Unknown && lines.TryRead(out ReadOnlySpan<byte> line); i++)
        {
            kind = first is null ? Of(line) : OfNext(line, first);
            first ??= FixedField.Text(line[..Math.Min(line.Length, 200)]);
            if (kind == FileKind.Unknown && i == 0 && !MayGoOn(line))
            {
                break;
            }
        }

        return bag.HasErrors ? throw new InputException(bag.Diagnostics) : kind;
    }

    /// <summary>Blank lines, XML, and the first line of a SEM almanac, which is a count and a title.</summary>
    private static bool MayGoOn(ReadOnlySpan<byte> line) =>
        FixedField.IsBlank(line) || line.TrimStart((byte)' ')[0] == '<' || (line.Length < 100 && SemAlmanacReader.IsFirstLine(line));

    private static FileKind OfNext(ReadOnlySpan<byte> line, string first)
    {
        if (first.Length > 0 && first[0] != '<')
        {
            return SemAlmanacReader.IsSecondLine(line) ? FileKind.SemAlmanac : FileKind.Unknown;
        }

        FileKind kind = OfXml(line);
        return kind != FileKind.Unknown || first.Length > 0 ? kind : Of(line);
    }

    private static FileKind OfXml(ReadOnlySpan<byte> line) =>
        line.IndexOf("<oem"u8) >= 0 ? FileKind.Oem
        : line.IndexOf("<opm"u8) >= 0 ? FileKind.Opm
        : FileKind.Unknown;

    private static FileKind Of(ReadOnlySpan<byte> line)
    {
        if (line.Length > 2 && line[0] == '#' && line[1] is >= (byte)'a' and <= (byte)'d' && line[2] is (byte)'P' or (byte)'V')
        {
            return FileKind.Sp3;
        }

        if (line.StartsWith("PAR1"u8))
        {
            return FileKind.Parquet;
        }

        ReadOnlySpan<byte> trimmed = line.TrimStart((byte)' ');
        if (trimmed.StartsWith("CCSDS_OEM_VERS"u8) || trimmed.StartsWith("CCSDS_OPM_VERS"u8))
        {
            return trimmed[7] == 'E' ? FileKind.Oem : FileKind.Opm;
        }

        if (trimmed is [(byte)'<', ..])
        {
            return OfXml(line);
        }

        if (trimmed.StartsWith("****"u8) && line.IndexOf("almanac"u8) > 0)
        {
            return FileKind.YumaAlmanac;
        }

        if (OrbitCsvLayout.IsHeader(line))
        {
            return FileKind.OrbitCsv;
        }

        if (ClockCsv.IsHeader(line))
        {
            return FileKind.ClockCsv;
        }

        if (line.IndexOf("ANTEX VERSION"u8) == 60)
        {
            return FileKind.Antex;
        }

        if (line.IndexOf("CRINEX VERS"u8) == 60)
        {
            return FileKind.RinexObservation;
        }

        if (SinexReader.IsFirstLine(line) || BiasReader.IsFirstLine(line))
        {
            return line[2] == 'S' ? FileKind.Sinex : FileKind.SignalBiases;
        }

        if (line.IndexOf("IONEX VERSION"u8) == 60)
        {
            return FileKind.Ionex;
        }

        if (line.StartsWith("$$"u8))
        {
            return FileKind.OceanLoading;
        }

        if (line.StartsWith("%=ORBEX"u8))
        {
            return FileKind.Orbex;
        }

        return line.IndexOf("RINEX VERSION"u8) < 60 ? FileKind.Unknown : (char)line[20] switch
        {
            'N' => FileKind.RinexNavigation,
            'G' or 'H' when line[5] == '2' => FileKind.RinexNavigation,     // GLONASS and geostationary satellites had files of their own
            'O' => FileKind.RinexObservation,
            'C' => FileKind.RinexClock,
            _ => line.Length > 21 && line[21] == 'C' ? FileKind.RinexClock : FileKind.Unknown,
        };
    }
}
