namespace Constellation.Formats;

/// <summary>The first bytes of a stream, put back in front of it.</summary>
internal static class FileHead
{
    public const int Length = 8192;

    public static byte[] Read(Stream stream, DiagnosticBag errors, out Stream whole)
    {
        byte[] head = new byte[Length];
        int count = 0;
        try
        {
            count = stream.ReadAtLeast(head, Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            errors.Error("CN3002", 1, 0, "the file cannot be read: " + (e is InvalidDataException ? "its gzip data are damaged or cut" : "the medium failed"), "fetch it again");
        }

        Array.Resize(ref head, count);
        whole = new PrefixedStream(head, stream);
        return head;
    }
}
