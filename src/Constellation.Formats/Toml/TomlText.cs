using System.Text;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads the text of a TOML file, bounded in size, so that no file can exhaust memory.</summary>
public static class TomlText
{
    /// <summary>Twice a constellation of 999 satellites; its syntax tree takes 200 times as much memory.</summary>
    private const int MostBytes = 1 << 20;

    /// <exception cref="InputException">CN3000 no such file, CN2007 too large, CN2008 no text.</exception>
    public static string Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        byte[] bytes = new byte[MostBytes + 1];
        int count = Fill(stream, path, bytes);
        if (count > MostBytes)
        {
            throw new InputException(Diagnostic.Error("CN2007", new SourceSpan(path), $"is larger than {MostBytes >> 20} MiB", "check that it is the TOML file you meant"));
        }

        ReadOnlySpan<byte> text = bytes.AsSpan(0, count);
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            int line = text[..Math.Min(Math.Max(e.Index, 0), text.Length)].Count((byte)'\n') + 1;
            throw new InputException(Diagnostic.Error("CN2008", new SourceSpan(path, line), "is not UTF-8 text", "save the file as UTF-8"));
        }
    }

    private static int Fill(Stream stream, string path, byte[] bytes)
    {
        try
        {
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new InputException(Diagnostic.Error("CN2008", new SourceSpan(path), "is a damaged gzip file", "give the file itself"));
        }
    }
}
