using System.IO.Compression;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Opens text files, compressed or not: gzip and the compress of Unix are told by their first two bytes, not by the name.</summary>
public static class TextSource
{
    /// <summary>By default .NET takes the end of a cut gzip file for the end of its content.</summary>
    static TextSource() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <exception cref="InputException">CN3000 when there is no such file or it may not be read.</exception>
    public static Stream Open(string path)
    {
        try
        {
            return Decompress(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string remedy = Directory.Exists(path) ? "name a file in it" : "check the name and the folder";
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(path), Directory.Exists(path) ? "is a folder, not a file" : "cannot be opened: " + Reason(e), remedy));
        }
    }

    /// <summary>The stream itself, or what its content unpacks to. Takes over the stream.</summary>
    public static Stream Decompress(Stream stream)
    {
        byte[] head = new byte[2];
        int count = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        if (count == 2 && head[0] == 0x1f && head[1] == 0x9d)
        {
            return new LzwStream(stream);
        }

        Stream whole = stream.CanSeek ? stream : new PrefixedStream(head.AsMemory(0, count), stream);
        if (stream.CanSeek)
        {
            stream.Seek(-count, SeekOrigin.Current);
        }

        return count == 2 && head[0] == 0x1f && head[1] == 0x8b ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "no permission",
        _ => "not readable",
    };
}
