using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>Reads any known file of Earth orientation: finals2000A, C04 with semicolons, IGS ERP; told by the first line.</summary>
public static class EopFile
{
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<EopTable> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return ReadPlain(stream, path);
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<EopTable> Read(Stream stream, string fileName) => ReadPlain(TextSource.Decompress(stream), fileName);

    private static ReadResult<EopTable> ReadPlain(Stream stream, string fileName)
    {
        DiagnosticBag bag = new(fileName);
        LineReader lines = new(stream, bag);
        if (lines.TryRead(out ReadOnlySpan<byte> first))
        {
            byte[] line = first.ToArray();
            EopRows rows = new(bag);
            if (line.AsSpan().StartsWith("MJD;"u8))
            {
                return EopC04Reader.Read(line, lines, rows);
            }

            if (line.AsSpan().TrimStart((byte)' ').StartsWith("version"u8) || line.AsSpan().TrimStart((byte)' ').StartsWith("VERSION"u8))
            {
                return IgsErpReader.Read(line, lines, rows);
            }

            if (Finals2000AReader.IsFirstLine(line))
            {
                return Finals2000AReader.Read(line, lines, rows);
            }
        }

        if (!bag.HasErrors)
        {
            bag.Error("CN3050", 1, 1, "this is no file of Earth orientation that is known here", "give finals2000A, EOP C04 with semicolons, or an IGS ERP file, plain or gzip");
        }

        return new ReadResult<EopTable>(null, bag.Diagnostics);
    }
}
