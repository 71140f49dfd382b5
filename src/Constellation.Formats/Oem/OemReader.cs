using System.Text;
using System.Xml;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads orbit ephemeris messages, version 1 to 3, KVN or XML, plain or gzip. [CCSDS502] section 5, [CCSDS-XML]</summary>
/// <remarks>Covariances and accelerations are counted, not read. What is wrong with a state or a segment is told and that state or segment left out.</remarks>
public static class OemReader
{
    private static readonly string[] s_components = ["X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT", "X_DDOT", "Y_DDOT", "Z_DDOT"];

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<OemFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return ReadText(stream, path);
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<OemFile> Read(Stream stream, string fileName) => ReadText(TextSource.Decompress(stream), fileName);

    private static ReadResult<OemFile> ReadText(Stream stream, string fileName)
    {
        DiagnosticBag bag = new(fileName);
        OemBuilder builder = new(bag);
        Stream text = OdmXml.Peek(stream, out bool xml);
        int line = xml ? ReadXml(text, bag, builder) : ReadKvn(text, bag, builder);
        return bag.Remaining(line < 0 ? null : builder.Finish(line));
    }

    private static int ReadKvn(Stream stream, DiagnosticBag bag, OemBuilder builder)
    {
        LineReader lines = new(stream, bag);
        bool any = false, inMeta = false, inCovariance = false;
        while (!bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            line = line.Trim(" \t"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            int number = lines.LineNumber;
            if (!any)
            {
                any = true;
                if (!line.StartsWith("CCSDS_OEM_VERS"u8))
                {
                    bag.Error("CN3001", number, 1, "the first line is not that of an orbit ephemeris message (CCSDS_OEM_VERS = 2.0)", "give an OEM file in KVN or XML");
                    return -1;
                }
            }

            if (line.StartsWith("COMMENT"u8))
            {
                if (!inCovariance)
                {
                    builder.Comment(Encoding.Latin1.GetString(line[7..]).Trim());
                }
            }
            else if (line.SequenceEqual("META_START"u8))
            {
                builder.BeginSegment(new OdmPlace(number, 1));
                (inMeta, inCovariance) = (true, false);
            }
            else if (line.SequenceEqual("META_STOP"u8))
            {
                if (builder.Open && inMeta)
                {
                    builder.EndMeta();
                }

                inMeta = false;
            }
            else if (line.SequenceEqual("COVARIANCE_START"u8) || line.SequenceEqual("COVARIANCE_STOP"u8))
            {
                inCovariance = line.EndsWith("START"u8);
            }
            else if (inCovariance)
            {
                if (line.StartsWith("EPOCH"u8))
                {
                    builder.Covariance();
                }
            }
            else if (line.IndexOf((byte)'=') is int equals and > 0)
            {
                string key = Encoding.Latin1.GetString(line[..equals]).Trim(), value = Encoding.Latin1.GetString(line[(equals + 1)..]).Trim();
                if (inMeta)
                {
                    builder.Meta(key, value, new OdmPlace(number, 1));
                }
                else if (!builder.Open)
                {
                    builder.Header(key, value, new OdmPlace(number, 1));
                }
                else
                {
                    bag.Error("CN3121", number, 1, $"'{key}' stands among the states", "it is passed over: keywords belong between META_START and META_STOP");
                }
            }
            else if (builder.Open && builder.MetaEnded)
            {
                ReadState(line, number, builder);
            }
            else
            {
                bag.Error("CN3121", number, 1, $"'{FixedField.Text(line[..Math.Min(line.Length, 40)])}' is neither a keyword with '=' nor a state of a segment", "it is passed over: mend or remove the line");
            }
        }

        if (!any && !bag.HasErrors)
        {
            bag.Error("CN3001", 1, 1, "the file is empty", "give an OEM file in KVN or XML");
            return -1;
        }

        return any ? lines.LineNumber : -1;
    }

    private static void ReadState(ReadOnlySpan<byte> line, int number, OemBuilder builder)
    {
        WordReader words = new(line, 0);
        string epoch = Encoding.Latin1.GetString(words.Next());
        OdmPlace place = new(number, words.Column);
        Span<double> values = stackalloc double[6];
        for (int i = 0; i < 9; i++)
        {
            ReadOnlySpan<byte> word = words.Next();
            if (i >= 6 && word.IsEmpty)
            {
                builder.State(epoch, values, acceleration: false, place);
                return;
            }

            if (!FixedField.TryDouble(word, 3, out double value))
            {
                builder.BadNumber(FixedField.Text(word), s_components[i], new OdmPlace(number, words.Column));
                return;
            }

            if (i < 6)
            {
                values[i] = value;
            }
        }

        builder.State(epoch, values, acceleration: true, place);
    }

    private static int ReadXml(Stream stream, DiagnosticBag bag, OemBuilder builder) => OdmXml.Read(stream, bag, "oem", new OemXmlContent(bag, builder));

    /// <summary>What elements of an OEM in XML mean.</summary>
    private sealed class OemXmlContent(DiagnosticBag bag, OemBuilder builder) : IOdmXmlContent
    {
        private readonly double[] _values = new double[6];
        private readonly bool[] _given = new bool[6];
        private string _epoch = "";
        private OdmPlace _place;
        private bool _spoiled;
        private bool _acceleration;

        public void Begin(string path, OdmPlace place, XmlReader reader)
        {
            switch (path)
            {
                case "oem":
                    builder.Header("CCSDS_OEM_VERS", reader.GetAttribute("version") ?? "2.0", place);
                    break;
                case "oem/body/segment":
                    builder.BeginSegment(place);
                    break;
                case "oem/body/segment/data/covarianceMatrix":
                    builder.Covariance();
                    break;
                case "oem/body/segment/data/stateVector":
                    Array.Clear(_given);
                    (_epoch, _place, _spoiled, _acceleration) = ("", place, false, false);
                    break;
                default:
                    break;
            }
        }

        public void Value(string parent, string name, string? units, string value, OdmPlace place)
        {
            if (name == "COMMENT")
            {
                builder.Comment(value);
                return;
            }

            switch (parent)
            {
                case "oem/header":
                    builder.Header(name, value, place);
                    break;
                case "oem/body/segment/metadata" when builder.Open:
                    builder.Meta(name, value, place);
                    break;
                case "oem/body/segment/data/stateVector" when builder.Open && builder.MetaEnded:
                    StateValue(name, units, value, place);
                    break;
                default:
                    break;
            }
        }

        public void End(string path, OdmPlace place)
        {
            if (path == "oem/body/segment/metadata" && builder.Open)
            {
                builder.EndMeta();
            }
            else if (path == "oem/body/segment/data/stateVector" && builder.Open && builder.MetaEnded && !_spoiled)
            {
                int missing = Array.IndexOf(_given, false);
                if (missing >= 0)
                {
                    builder.BadNumber("", s_components[missing], _place);
                    return;
                }

                builder.State(_epoch, _values, _acceleration, _place);
            }
        }

        private void StateValue(string name, string? units, string value, OdmPlace place)
        {
            if (name == "EPOCH")
            {
                (_epoch, _place) = (value, place);
                return;
            }

            int index = Array.IndexOf(s_components, name);
            if (index < 0)
            {
                bag.Warning("CN3121", place.Line, place.Column, $"'{name}' is no component of a state", "it is passed over");
                return;
            }

            if (units is not null && units != (index < 3 ? "km" : index < 6 ? "km/s" : "km/s**2"))
            {
                bag.Error("CN3136", place.Line, place.Column, $"{name} is given in '{units}'", "the state is left out: write km and km/s");
                _spoiled = true;
                return;
            }

            _acceleration |= index >= 6;
            Span<byte> bytes = stackalloc byte[64];
            if (value.Length > bytes.Length || Encoding.Latin1.GetBytes(value, bytes) is int length && !FixedField.TryDouble(bytes[..length], 3, out double number))
            {
                builder.BadNumber(value, name, place);
                _spoiled = true;
            }
            else if (index < 6)
            {
                (_values[index], _given[index]) = (number, true);
            }
        }
    }
}
