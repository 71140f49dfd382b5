using System.Xml;

namespace Constellation.Formats;

/// <summary>Writes orbit parameter messages, version 2.0, as KVN or XML, with the very digits of the message. [CCSDS502] section 3, [CCSDS-XML]</summary>
public static class OpmWriter
{
    /// <summary>Blocks of the data in the order of the standard.</summary>
    private static readonly string[] s_data = [OpmLayout.State, OpmLayout.Kepler, OpmLayout.Spacecraft, OpmLayout.Covariance, OpmLayout.Maneuver, OpmLayout.User];

    /// <summary>Writes KVN; the stream stays open.</summary>
    public static void WriteKvn(Stream stream, OpmFile file)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("CCSDS_OPM_VERS = 2.0");
        foreach (string section in (string[])[OpmLayout.Header, OpmLayout.Metadata, .. s_data])
        {
            foreach (OpmField field in file.Fields.Where(f => f.Section == section))
            {
                text.WriteLine(field.Key == "COMMENT" ? $"COMMENT {field.Value}" : $"{field.Key} = {field.Value}{(field.Units is { } units ? $" [{units}]" : "")}");
            }
        }
    }

    /// <summary>Writes XML; the stream stays open.</summary>
    public static void WriteXml(Stream stream, OpmFile file)
    {
        using XmlWriter xml = OdmXmlText.Begin(stream, "opm", "CCSDS_OPM_VERS");
        Section(xml, file, OpmLayout.Header);
        xml.WriteStartElement("body");
        xml.WriteStartElement("segment");
        Section(xml, file, OpmLayout.Metadata);
        xml.WriteStartElement("data");
        foreach (string section in s_data)
        {
            Section(xml, file, section);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Section(XmlWriter xml, OpmFile file, string section)
    {
        OpmField[] fields = [.. file.Fields.Where(f => f.Section == section)];
        if (fields.Length == 0)
        {
            return;
        }

        xml.WriteStartElement(section);
        bool inManoeuvre = false;
        foreach (OpmField field in fields)
        {
            if (field.Key == "MAN_EPOCH_IGNITION")
            {
                if (inManoeuvre)
                {
                    // Each manoeuvre has a block of its own.
                    xml.WriteEndElement();
                    xml.WriteStartElement(section);
                }

                inManoeuvre = true;
            }

            bool user = field.Key.StartsWith("USER_DEFINED_", StringComparison.Ordinal);
            xml.WriteStartElement(user ? "USER_DEFINED" : field.Key);
            if (user)
            {
                xml.WriteAttributeString("parameter", field.Key["USER_DEFINED_".Length..]);
            }
            else if ((field.Units ?? OpmLayout.UnitOf(field.Key)) is { } units)
            {
                xml.WriteAttributeString("units", units);
            }

            xml.WriteString(field.Value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
