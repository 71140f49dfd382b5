using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Tells kinds of files apart by their first lines.</summary>
public static class FileKinds
{
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
        FileKind kind = lines.TryRead(out ReadOnlySpan<byte> line) ? Of(line) : FileKind.Unknown;
        return bag.HasErrors ? throw new InputException(bag.Diagnostics) : kind;
    }

    private static FileKind Of(ReadOnlySpan<byte> line)
    {
        if (line.Length > 2 && line[0] == '#' && line[1] is >= (byte)'a' and <= (byte)'d' && line[2] is (byte)'P' or (byte)'V')
        {
            return FileKind.Sp3;
        }

        if (line.IndexOf("ANTEX VERSION"u8) == 60)
        {
            return FileKind.Antex;
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
