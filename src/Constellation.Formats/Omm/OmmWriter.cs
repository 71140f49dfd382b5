using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes orbit mean-elements messages in the layouts of CelesTrak. [CCSDS502] [CelesTrakTle]</summary>
/// <remarks>Numbers are written so that they read back to the same bits.</remarks>
public static class OmmWriter
{
    private const string Originator = "CONSTELLATION";

    /// <summary>Writes all sets; the stream stays open.</summary>
    public static void Write(Stream stream, IEnumerable<MeanElementSet> sets, OmmLayout layout)
    {
        ArgumentNullException.ThrowIfNull(sets);
        switch (layout)
        {
            case OmmLayout.Xml:
                WriteXml(stream, sets);
                break;
            case OmmLayout.Json:
                WriteJson(stream, sets);
                break;
            case OmmLayout.Csv:
                WriteCsv(stream, sets);
                break;
            default:
                WriteKvn(stream, sets);
                break;
        }
    }

    private static (string Keyword, string Value)[] Metadata(MeanElementSet set) =>
        [("OBJECT_NAME", Name(set)), ("OBJECT_ID", set.Designator), ("CENTER_NAME", "EARTH"), ("REF_FRAME", "TEME"), ("TIME_SYSTEM", "UTC"), ("MEAN_ELEMENT_THEORY", "SGP4")];

    private static (string Keyword, string Value)[] Elements(MeanElementSet set) =>
    [
        ("EPOCH", Text(set.Epoch)), ("MEAN_MOTION", Text(set.MeanMotionRevPerDay)), ("ECCENTRICITY", Text(set.Eccentricity)), ("INCLINATION", Text(set.InclinationDeg)),
        ("RA_OF_ASC_NODE", Text(set.RightAscensionDeg)), ("ARG_OF_PERICENTER", Text(set.ArgumentOfPerigeeDeg)), ("MEAN_ANOMALY", Text(set.MeanAnomalyDeg)),
    ];

    private static (string Keyword, string Value)[] Parameters(MeanElementSet set) =>
    [
        ("EPHEMERIS_TYPE", Text(set.EphemerisType)), ("CLASSIFICATION_TYPE", set.Classification.ToString()), ("NORAD_CAT_ID", Text(set.CatalogueNumber)), ("ELEMENT_SET_NO", Text(set.ElementSetNumber)),
        ("REV_AT_EPOCH", Text(set.RevolutionNumber)), ("BSTAR", Text(set.BStar)), ("MEAN_MOTION_DOT", Text(set.MeanMotionDot)), ("MEAN_MOTION_DDOT", Text(set.MeanMotionDotDot)),
    ];

    /// <summary>Name, designator, then elements and parameters: the columns of a table, the members of an object.</summary>
    private static IEnumerable<(string Keyword, string Value)> Flat(MeanElementSet set) => Metadata(set).Take(2).Concat(Elements(set)).Concat(Parameters(set));

    private static void WriteKvn(Stream stream, IEnumerable<MeanElementSet> sets)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (MeanElementSet set in sets)
        {
            text.WriteLine("CCSDS_OMM_VERS = 2.0");
            text.WriteLine($"CREATION_DATE = {Text(set.Epoch)}");
            text.WriteLine($"ORIGINATOR = {Originator}");
            foreach ((string keyword, string value) in Metadata(set).Concat(Elements(set)).Concat(Parameters(set)))
            {
                text.WriteLine($"{keyword} = {OneLine(value)}");
            }

            text.WriteLine();
        }
    }

    private static void WriteXml(Stream stream, IEnumerable<MeanElementSet> sets)
    {
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("ndm");
        xml.WriteAttributeString("xmlns", "xsi", null, "http://www.w3.org/2001/XMLSchema-instance");
        xml.WriteAttributeString("noNamespaceSchemaLocation", "http://www.w3.org/2001/XMLSchema-instance", "https://sanaregistry.org/r/ndmxml/ndmxml-1.0-master.xsd");
        foreach (MeanElementSet set in sets)
        {
            xml.WriteStartElement("omm");
            xml.WriteAttributeString("id", "CCSDS_OMM_VERS");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("header");
            xml.WriteElementString("CREATION_DATE", Text(set.Epoch));
            xml.WriteElementString("ORIGINATOR", Originator);
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            xml.WriteStartElement("segment");
            Section(xml, "metadata", Metadata(set));
            xml.WriteStartElement("data");
            Section(xml, "meanElements", Elements(set));
            Section(xml, "tleParameters", Parameters(set));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Section(XmlWriter xml, string name, IEnumerable<(string Keyword, string Value)> values)
    {
        xml.WriteStartElement(name);
        foreach ((string keyword, string value) in values)
        {
            xml.WriteElementString(keyword, string.Concat(value.Where(XmlConvert.IsXmlChar)));
        }

        xml.WriteEndElement();
    }

    private static void WriteJson(Stream stream, IEnumerable<MeanElementSet> sets)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        foreach (MeanElementSet set in sets)
        {
            json.WriteStartObject();
            foreach ((string keyword, string value) in Flat(set))
            {
                json.WritePropertyName(keyword);
                if (keyword is "OBJECT_NAME" or "OBJECT_ID" or "EPOCH" or "CLASSIFICATION_TYPE")
                {
                    json.WriteStringValue(value);
                }
                else
                {
                    json.WriteRawValue(value);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCsv(Stream stream, IEnumerable<MeanElementSet> sets)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        bool begun = false;
        foreach (MeanElementSet set in sets)
        {
            if (!begun)
            {
                text.WriteLine(string.Join(',', Flat(set).Select(f => f.Keyword)));
                begun = true;
            }

            text.WriteLine(string.Join(',', Flat(set).Select(f => Quoted(OneLine(f.Value)))));
        }
    }

    /// <summary>The keyword is required: an object without a name is called by its number.</summary>
    private static string Name(MeanElementSet set) => set.Name.Length > 0 ? set.Name : $"OBJECT {set.CatalogueNumber}";

    private static string Quoted(string value) => value.AsSpan().IndexOfAny("\",") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>At least microseconds, more where there are more.</summary>
    private static string Text(Epoch epoch)
    {
        string text = epoch.ToString(TimeScale.Utc, 18);
        return text[..(text.Length - 12)] + text[^12..].TrimEnd('0');
    }
}
