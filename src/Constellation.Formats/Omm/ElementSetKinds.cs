using System.Text;

namespace Constellation.Formats;

/// <summary>Tells element sets from the beginning of a file.</summary>
internal static class ElementSetKinds
{
    /// <summary>TLE, OMM or neither.</summary>
    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = Trimmed(head);
        if (text.IsEmpty)
        {
            return FileKind.Unknown;
        }

        bool mean = text.IndexOf("MEAN_MOTION"u8) >= 0 || text.IndexOf("MEAN_ELEMENT_THEORY"u8) >= 0 || text.IndexOf("NORAD_CAT_ID"u8) >= 0;
        if (text.StartsWith("CCSDS_OMM_VERS"u8) || (text[0] == '<' && (text.IndexOf("<omm"u8) >= 0 || text.IndexOf("CCSDS_OMM_VERS"u8) >= 0)) || (text[0] is (byte)'[' or (byte)'{' && mean))
        {
            return FileKind.Omm;
        }

        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? text : text[..end];
        return first.IndexOf((byte)',') > 0 && first.IndexOf("MEAN_MOTION"u8) >= 0 ? FileKind.Omm : HasElementLine(text) ? FileKind.TwoLineElements : FileKind.Unknown;
    }

    /// <summary>The layout of a file that is an OMM.</summary>
    public static OmmLayout LayoutOf(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = Trimmed(head);
        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? text : text[..end];
        return text.IsEmpty ? OmmLayout.Kvn : text[0] == '<' ? OmmLayout.Xml : text[0] is (byte)'[' or (byte)'{' ? OmmLayout.Json
            : first.IndexOf((byte)',') > 0 && first.IndexOf((byte)'=') < 0 ? OmmLayout.Csv : OmmLayout.Kvn;
    }

    /// <summary>A line 1 with an epoch where it belongs, or a line 2 with its decimal points, among the first lines.</summary>
    private static bool HasElementLine(ReadOnlySpan<byte> text)
    {
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range];
            if (line.Length > 45 && line[1] == ' ' && ((line[0] == '1' && line[23] == '.' && char.IsAsciiDigit((char)line[22])) || (line[0] == '2' && line[11] == '.' && line[20] == '.')))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> head) =>
        (head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart(" \t\r\n"u8);
}
