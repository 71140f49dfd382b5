using System.Xml;

namespace Constellation.Formats;

/// <summary>Walks through navigation data messages in XML without holding them: no document types, no entities, bounded depth and text.</summary>
internal static class OdmXml
{
    private const int DeepestElement = 20;
    private const int LongestText = 8192;

    /// <summary>Whether the first sign of the text is that of XML.</summary>
    public static Stream Peek(Stream stream, out bool xml)
    {
        byte[] head = new byte[64];
        int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> start = head.AsSpan(0, count);
        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        xml = start.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
        return new PrefixedStream(head.AsMemory(0, count), stream);

    }

    /// <summary>Reads every message of a kind in the file; -1 where there is none, else the last line.</summary>
    public static int Read(Stream stream, DiagnosticBag bag, string root, IOdmXmlContent content)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true, IgnoreProcessingInstructions = true };
        int line = 1;
        bool any = false;
        try
        {
            using XmlReader reader = XmlReader.Create(stream, settings);
            while (!bag.Full && reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == root)
                {
                    any = true;
                    ReadMessage(reader, bag, root, content, ref line);
                }
            }
        }
        catch (XmlException e)
        {
            line = Math.Max(e.LineNumber, 1);
            bag.Error("CN3137", line, e.LinePosition, "the XML is broken here: " + e.Message.Split(". Line")[0].Split('\n')[0], "what stands before is used: mend it or fetch it again");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            bag.Error("CN3002", line, 0, "the file cannot be read on: " + (e is InvalidDataException ? "its gzip data are damaged or cut" : "the medium failed"), "fetch it again");
        }

        if (!any)
        {
            bag.Error("CN3001", line, 1, $"there is no <{root}> element", $"give a message of this kind ({root.ToUpperInvariant()}) in KVN or XML");
        }

        return any ? line : -1;
    }

    private static void ReadMessage(XmlReader reader, DiagnosticBag bag, string root, IOdmXmlContent content, ref int line)
    {
        List<string> path = [root];
        IXmlLineInfo info = (IXmlLineInfo)reader;
        content.Begin(root, new OdmPlace(info.LineNumber, info.LinePosition), reader);
        if (reader.IsEmptyElement)
        {
            return;
        }

        string text = "";
        string? units = null;
        bool leaf = false;
        OdmPlace opened = default;
        while (!bag.Full && path.Count > 0 && reader.Read())
        {
            line = info.LineNumber;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    string parent = string.Join('/', path);
                    string name = reader.LocalName;
                    opened = new OdmPlace(info.LineNumber, Math.Max(1, info.LinePosition - 1));
                    units = reader.GetAttribute("units") ?? reader.GetAttribute("parameter");
                    content.Begin($"{parent}/{name}", opened, reader);
                    (text, leaf) = ("", true);
                    if (reader.IsEmptyElement)
                    {
                        content.Value(parent, name, units, "", opened);
                        leaf = false;
                        break;
                    }

                    path.Add(name);
                    if (path.Count > DeepestElement)
                    {
                        throw new XmlException($"elements lie more than {DeepestElement} deep", null, info.LineNumber, info.LinePosition);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    if (reader.Value.Length > LongestText)
                    {
                        throw new XmlException($"a value has more than {LongestText} characters", null, info.LineNumber, info.LinePosition);
                    }

                    text = reader.Value.Trim();
                    break;
                case XmlNodeType.EndElement:
                    string ended = path[^1];
                    path.RemoveAt(path.Count - 1);
                    string above = string.Join('/', path);
                    if (leaf)
                    {
                        content.Value(above, ended, units, text, opened);
                    }
                    else
                    {
                        content.End(path.Count == 0 ? ended : $"{above}/{ended}", new OdmPlace(info.LineNumber, info.LinePosition));
                    }

                    leaf = false;
                    break;
                default:
                    break;
            }
        }
    }
}
