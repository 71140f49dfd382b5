using System.Xml;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes orbit ephemeris messages, version 2.0, as KVN or XML. [CCSDS502] section 5, [CCSDS-XML]</summary>
/// <remarks>Numbers have all their digits: what was read from kilometres is written with the same ones. The creation date is that of the message, or its first epoch: the same input gives the same bytes.</remarks>
public static class OemWriter
{
    /// <summary>Writes KVN; the stream stays open.</summary>
    public static void WriteKvn(Stream stream, OemFile file)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("CCSDS_OEM_VERS = 2.0");
        foreach (string comment in file.Comments)
        {
            text.WriteLine($"COMMENT {comment}");
        }

        text.WriteLine($"CREATION_DATE = {CreationDate(file)}");
        text.WriteLine($"ORIGINATOR = {Originator(file)}");
        foreach (OemSegment segment in file.Segments)
        {
            text.WriteLine();
            text.WriteLine("META_START");
            foreach (string comment in segment.Comments)
            {
                text.WriteLine($"COMMENT {comment}");
            }

            foreach ((string key, string value) in Metadata(segment))
            {
                text.WriteLine($"{key} = {value}");
            }

            text.WriteLine("META_STOP");
            Matrix3d? turn = TurnOf(segment);
            for (int i = 0; i < segment.Epochs.Length; i++)
            {
                (Vector3d p, Vector3d v) = Turned(segment, i, turn);
                text.Write(OdmTime.Text(segment.Epochs[i], segment.TimeScale));
                foreach (double value in (ReadOnlySpan<double>)[p.X, p.Y, p.Z, v.X, v.Y, v.Z])
                {
                    text.Write(' ');
                    text.Write(DecimalText.Shift(value, -3));
                }

                text.WriteLine();
            }
        }
    }

    /// <summary>Writes XML; the stream stays open.</summary>
    public static void WriteXml(Stream stream, OemFile file)
    {
        using XmlWriter xml = OdmXmlText.Begin(stream, "oem", "CCSDS_OEM_VERS");
        xml.WriteStartElement("header");
        foreach (string comment in file.Comments)
        {
            xml.WriteElementString("COMMENT", comment);
        }

        xml.WriteElementString("CREATION_DATE", CreationDate(file));
        xml.WriteElementString("ORIGINATOR", Originator(file));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (OemSegment segment in file.Segments)
        {
            xml.WriteStartElement("segment");
            xml.WriteStartElement("metadata");
            foreach (string comment in segment.Comments)
            {
                xml.WriteElementString("COMMENT", comment);
            }

            foreach ((string key, string value) in Metadata(segment))
            {
                xml.WriteElementString(key, value);
            }

            xml.WriteEndElement();
            xml.WriteStartElement("data");
            Matrix3d? turn = TurnOf(segment);
            for (int i = 0; i < segment.Epochs.Length; i++)
            {
                (Vector3d p, Vector3d v) = Turned(segment, i, turn);
                xml.WriteStartElement("stateVector");
                xml.WriteElementString("EPOCH", OdmTime.Text(segment.Epochs[i], segment.TimeScale));
                OdmXmlText.Number(xml, "X", "km", p.X);
                OdmXmlText.Number(xml, "Y", "km", p.Y);
                OdmXmlText.Number(xml, "Z", "km", p.Z);
                OdmXmlText.Number(xml, "X_DOT", "km/s", v.X);
                OdmXmlText.Number(xml, "Y_DOT", "km/s", v.Y);
                OdmXmlText.Number(xml, "Z_DOT", "km/s", v.Z);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static IEnumerable<(string Key, string Value)> Metadata(OemSegment segment)
    {
        yield return ("OBJECT_NAME", segment.ObjectName);
        yield return ("OBJECT_ID", segment.ObjectId);
        yield return ("CENTER_NAME", segment.CenterName);
        yield return ("REF_FRAME", segment.FrameName);
        yield return ("TIME_SYSTEM", OdmTime.Name(segment.TimeScale));
        yield return ("START_TIME", OdmTime.Text(segment.Epochs[0], segment.TimeScale));
        if (segment.Usable is { } usable)
        {
            yield return ("USEABLE_START_TIME", OdmTime.Text(usable.First, segment.TimeScale));
            yield return ("USEABLE_STOP_TIME", OdmTime.Text(usable.Last, segment.TimeScale));
        }

        yield return ("STOP_TIME", OdmTime.Text(segment.Epochs[^1], segment.TimeScale));
        if (segment.Interpolation is { } method)
        {
            yield return ("INTERPOLATION", method == InterpolationMethod.Hermite ? "HERMITE" : "LAGRANGE");
            yield return ("INTERPOLATION_DEGREE", segment.Degree.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Back to the axes that the name says.</summary>
    private static Matrix3d? TurnOf(OemSegment segment) => OdmFrame.Of(segment.FrameName)?.ToAxes?.Transpose();

    private static (Vector3d Position, Vector3d Velocity) Turned(OemSegment segment, int row, Matrix3d? turn) => turn is { } m
        ? (Rounded(m * segment.Positions[row], 1e6), Rounded(m * segment.Velocities[row], 1e9))
        : (segment.Positions[row], segment.Velocities[row]);

    /// <summary>To a micrometre, or a nanometre per second: turning there and back does not grow digits.</summary>
    private static Vector3d Rounded(Vector3d v, double scale) => new(Math.Round(v.X * scale) / scale, Math.Round(v.Y * scale) / scale, Math.Round(v.Z * scale) / scale);

    private static string CreationDate(OemFile file) => file.CreationDate.Length > 0 ? file.CreationDate : OdmTime.Text(file.Segments.Min(s => s.Epochs[0]), TimeScale.Utc);

    private static string Originator(OemFile file) => file.Originator.Length > 0 ? file.Originator : "CONSTELLATION";
}
