using System.Text;
using System.Xml;

namespace Constellation.Formats;

/// <summary>The frame of messages in XML. [CCSDS-XML]</summary>
internal static class OdmXmlText
{
    public static XmlWriter Begin(Stream stream, string root, string id)
    {
        XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement(root);
        xml.WriteAttributeString("xmlns", "xsi", null, "http://www.w3.org/2001/XMLSchema-instance");
        xml.WriteAttributeString("xsi", "noNamespaceSchemaLocation", null, "https://sanaregistry.org/files/ndmxml_unqualified/ndmxml-2.0.0-master-2.0.xsd");
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("version", "2.0");
        return xml;
    }

    /// <summary>A value of SI in thousands of its unit.</summary>
    public static void Number(XmlWriter xml, string name, string units, double value)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("units", units);
        xml.WriteString(DecimalText.Shift(value, -3));
        xml.WriteEndElement();
    }
}
