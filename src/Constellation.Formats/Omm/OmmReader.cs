using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads orbit mean-elements messages in KVN, XML, JSON or CSV, one or many in a file, plain or gzip. [CCSDS502] [CelesTrakTle]</summary>
/// <remarks>Only elements of SGP4 in TEME and UTC are taken; keywords that do not belong to them are passed over. Bad messages are told with their place and left out.</remarks>
public static class OmmReader
{
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<ElementSetFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return ReadPlain(stream, path);
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<ElementSetFile> Read(Stream stream, string fileName) => ReadPlain(TextSource.Decompress(stream), fileName);

    private static ReadResult<ElementSetFile> ReadPlain(Stream stream, string fileName)
    {
        ElementSetBag sets = new(fileName);
        DiagnosticBag errors = new(fileName);
        byte[] head = FileHead.Read(stream, errors, out Stream whole);
        OmmLayout layout = ElementSetKinds.LayoutOf(head);
        switch (layout)
        {
            case OmmLayout.Xml:
                OmmXml.Read(whole, sets);
                break;
            case OmmLayout.Json:
                OmmJson.Read(whole, sets);
                break;
            case OmmLayout.Csv:
                OmmCsv.Read(new LineReader(whole, errors), sets);
                break;
            default:
                OmmKvn.Read(new LineReader(whole, errors), sets);
                break;
        }

        return sets.Result($"OMM, {layout.ToString().ToUpperInvariant()}", errors.Diagnostics);
    }
}
