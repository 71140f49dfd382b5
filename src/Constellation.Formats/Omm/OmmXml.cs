using System.Xml;

namespace Constellation.Formats;

/// <summary>Messages as XML: each <c>omm</c> element, wherever it stands. [CCSDS502] section 8</summary>
internal static class OmmXml
{
    private const long MostCharacters = 1L << 30;

    public static void Read(Stream stream, ElementSetBag sets)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreWhitespace = true };
        OmmFields fields = new();
        try
        {
            using XmlReader reader = XmlReader.Create(stream, settings);
            string keyword = "";
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        keyword = reader.LocalName;
                        if (keyword == "omm")
                        {
                            fields.Clear();
                        }

                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when reader.Depth < 32:
                        IXmlLineInfo place = (IXmlLineInfo)reader;
                        fields.Set(keyword, reader.Value, place.LineNumber, place.LinePosition);
                        break;
                    case XmlNodeType.EndElement when reader.LocalName == "omm":
                        fields.Finish(sets);
                        fields.Clear();
                        break;
                }
            }
        }
        catch (XmlException e)
        {
            sets.LeaveOut("CN3211", Math.Max(e.LineNumber, 1), Math.Max(e.LinePosition, 1), "the XML is not well-formed: the file is damaged or cut here", "fetch it again", "in damaged XML");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            sets.LeaveOut("CN3002", 1, 0, "the file cannot be read on: its gzip data are damaged or cut", "fetch it again", "in damaged gzip data");
        }
    }
}
