using System.Text;
using System.Xml;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads orbit parameter messages, KVN or XML, plain or gzip. [CCSDS502] section 3, [CCSDS-XML]</summary>
/// <remarks>The state is used; Kepler elements are compared with it, covariances and manoeuvres are kept as text and told.</remarks>
public sealed class OpmReader
{
    private const int MostFields = 10_000;

    private readonly DiagnosticBag _bag;
    private readonly List<OpmField> _fields = [];
    private readonly Dictionary<string, OdmPlace> _places = [];
    private string _version = "2.0";

    private OpmReader(string fileName) => _bag = new DiagnosticBag(fileName);

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<OpmFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new OpmReader(path).ReadFile(stream);
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<OpmFile> Read(Stream stream, string fileName) => new OpmReader(fileName).ReadFile(TextSource.Decompress(stream));

    private ReadResult<OpmFile> ReadFile(Stream stream)
    {
        Stream text = OdmXml.Peek(stream, out bool xml);
        int line = xml ? OdmXml.Read(text, _bag, "opm", new Content(this)) : ReadKvn(text);
        return _bag.Remaining(line < 0 ? null : Finish(line));
    }

    private int ReadKvn(Stream stream)
    {
        LineReader lines = new(stream, _bag);
        bool any = false;
        while (!_bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            line = line.Trim(" \t"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            if (!any && !line.StartsWith("CCSDS_OPM_VERS"u8))
            {
                _bag.Error("CN3001", lines.LineNumber, 1, "the first line is not that of an orbit parameter message (CCSDS_OPM_VERS = 2.0)", "give an OPM file in KVN or XML");
                return -1;
            }

            OdmPlace place = new(lines.LineNumber, 1);
            int equals = line.IndexOf((byte)'=');
            if (!any)
            {
                any = true;
                _version = equals > 0 ? FixedField.Text(line[(equals + 1)..]) : _version;
            }
            else if (line.StartsWith("COMMENT"u8))
            {
                Keep(new OpmField(_fields.Count > 0 ? _fields[^1].Section : OpmLayout.Header, "COMMENT", Encoding.Latin1.GetString(line[7..]).Trim(), null), place);
            }
            else if (equals <= 0)
            {
                _bag.Error("CN3121", lines.LineNumber, 1, $"'{FixedField.Text(line[..Math.Min(line.Length, 40)])}' is no keyword with '='", "it is passed over: mend or remove the line");
            }
            else
            {
                string value = Encoding.Latin1.GetString(line[(equals + 1)..]).Trim();
                string? units = null;
                if (value.EndsWith(']') && value.LastIndexOf('[') is int bracket and > 0)
                {
                    (value, units) = (value[..bracket].Trim(), value[(bracket + 1)..^1].Trim());
                }

                Add(Encoding.Latin1.GetString(line[..equals]).Trim(), value, units, place);
            }
        }

        if (!any && !_bag.HasErrors)
        {
            _bag.Error("CN3001", 1, 1, "the file is empty", "give an OPM file in KVN or XML");
        }

        return any ? lines.LineNumber : -1;
    }

    private void Add(string key, string value, string? units, OdmPlace place)
    {
        if (OpmLayout.SectionOf(key) is not { } section)
        {
            _bag.Warning("CN3121", place.Line, place.Column, $"'{key}' is no keyword of an orbit parameter message", "it is passed over" + Spelling.Hint(key, OpmLayout.All));
            return;
        }

        if (units is not null && OpmLayout.UnitOf(key) is { } unit && !string.Equals(units, unit, StringComparison.OrdinalIgnoreCase))
        {
            _bag.Error("CN3136", place.Line, place.Column, $"{key} is given in '{units}'", $"it is passed over: write it in {unit}");
            return;
        }

        if (section is not (OpmLayout.Maneuver or OpmLayout.Covariance) && section != OpmLayout.User && _places.ContainsKey(key))
        {
            _bag.Error("CN3122", place.Line, place.Column, $"{key} is given twice", "the first is used: remove one of them");
            return;
        }

        if (OpmLayout.IsNumber(key) && !TryNumber(value, 0, out _))
        {
            _bag.Error("CN3120", place.Line, place.Column, $"'{value}' is not a number ({key})", "it is passed over: mend the number");
            return;
        }

        Keep(new OpmField(section, key, value, units), place);
    }

    private void Keep(OpmField field, OdmPlace place)
    {
        if (_fields.Count < MostFields)
        {
            _fields.Add(field);
            _places.TryAdd(field.Key, place);
        }
        else
        {
            _bag.Error("CN3127", place.Line, 0, $"more than {MostFields} values", "the rest is passed over");
        }
    }

    private OpmFile? Finish(int line)
    {
        string[] missing = [.. OpmLayout.MetadataKeys.Where(k => k != "REF_FRAME_EPOCH").Concat(OpmLayout.StateKeys).Where(k => !_places.ContainsKey(k))];
        if (missing.Length > 0)
        {
            _bag.Error("CN3123", line, 0, $"the message lacks {string.Join(", ", missing)}", "add the keywords; the file may be cut");
            return null;
        }

        OdmFrame? frame = OdmFrame.Of(Text("REF_FRAME"));
        TimeScale? scale = OdmTime.Scale(Text("TIME_SYSTEM"));
        if (frame is null || scale is null || !Text("CENTER_NAME").Equals("EARTH", StringComparison.OrdinalIgnoreCase))
        {
            string why = frame is null ? $"the frame '{Text("REF_FRAME")}' is not known here ({OdmFrame.Known})"
                : scale is null ? $"the time system '{Text("TIME_SYSTEM")}' is not known here ({OdmTime.Known})"
                : $"the state is about {Text("CENTER_NAME")}, not about the Earth";
            _bag.Error("CN3135", _places[frame is null ? "REF_FRAME" : scale is null ? "TIME_SYSTEM" : "CENTER_NAME"].Line, 1, why, "give a message about an Earth satellite");
            return null;
        }

        if (!OdmTime.TryParse(Text("EPOCH"), scale.Value, out Epoch epoch))
        {
            _bag.Error("CN3124", _places["EPOCH"].Line, 1, $"'{Text("EPOCH")}' is not a time such as 2024-09-20T00:00:00.000", "mend it");
            return null;
        }

        Vector3d position = new(Metres("X"), Metres("Y"), Metres("Z")), velocity = new(Metres("X_DOT"), Metres("Y_DOT"), Metres("Z_DOT"));
        if (!(position.Norm is > 1e6 and < 1e10) || !(velocity.Norm < 1e5))
        {
            _bag.Error("CN3126", _places["X"].Line, 1, $"the state is not one of an Earth satellite ({position.Norm / 1000:0.#} km, {velocity.Norm / 1000:0.#} km/s)", "kilometres and kilometres per second are meant");
            return null;
        }

        OpmFile file = new()
        {
            Version = _version,
            ObjectName = Text("OBJECT_NAME"),
            ObjectId = Text("OBJECT_ID"),
            FrameName = frame.Name,
            TimeScale = scale.Value,
            State = new StateVector(epoch, frame.Axes, frame.Turn(position), frame.Turn(velocity)),
            Fields = _fields,
        };
        Compare(position, velocity, frame);
        int covariances = _fields.Count(f => f.Section == OpmLayout.Covariance), manoeuvres = _fields.Count(f => f.Key == "MAN_EPOCH_IGNITION");
        if (covariances > 0)
        {
            _bag.Warning("CN3128", 0, 0, "the covariance is kept as text", "nothing here uses it");
        }

        if (manoeuvres > 0)
        {
            _bag.Warning("CN3128", 0, 0, $"{manoeuvres} manoeuvres are kept as text", "nothing here flies them");
        }

        return file;
    }

    /// <summary>Elements that contradict the state by more than 1 km or 1e-4 of the axis are told: the state is used.</summary>
    private void Compare(Vector3d position, Vector3d velocity, OdmFrame frame)
    {
        if (frame.Axes == ReferenceFrame.Itrf || !_places.TryGetValue("SEMI_MAJOR_AXIS", out OdmPlace place))
        {
            return;
        }

        double gm = _places.ContainsKey("GM") ? Metres("GM") * 1e6 : PhysicalConstants.EarthGravitationalParameter;
        double escape = velocity.NormSquared * position.Norm / gm;
        if (!(gm > 1e14 && gm < 1e15) || escape >= 2)
        {
            return;
        }

        double axis = KeplerianElements.FromState(position, velocity, gm).SemiMajorAxis, given = Metres("SEMI_MAJOR_AXIS");
        if (!(Math.Abs(axis - given) <= Math.Max(1000, 1e-4 * axis)))
        {
            _bag.Warning("CN3138", place.Line, 1, $"the semi-major axis of {given / 1000:0.###} km contradicts the state, which has {axis / 1000:0.###} km", "the state is used");
        }
    }

    private string Text(string key) => _fields.First(f => f.Key == key).Value;

    private double Metres(string key) => TryNumber(Text(key), 3, out double value) ? value : double.NaN;

    private static bool TryNumber(string text, int power, out double value)
    {
        Span<byte> bytes = stackalloc byte[64];
        value = double.NaN;
        return text.Length <= bytes.Length && FixedField.TryDouble(bytes[..Encoding.Latin1.GetBytes(text, bytes)], power, out value);
    }

    /// <summary>What elements of an OPM in XML mean.</summary>
    private sealed class Content(OpmReader reader) : IOdmXmlContent
    {
        public void Begin(string path, OdmPlace place, XmlReader xml)
        {
            if (path == "opm")
            {
                reader._version = xml.GetAttribute("version") ?? "2.0";
            }
        }

        public void Value(string parent, string name, string? units, string value, OdmPlace place)
        {
            if (name == "COMMENT")
            {
                reader.Keep(new OpmField(parent[(parent.LastIndexOf('/') + 1)..], name, value, null), place);
            }
            else if (name == "USER_DEFINED")
            {
                reader.Keep(new OpmField(OpmLayout.User, $"USER_DEFINED_{units ?? "NAME"}", value, null), place);
            }
            else
            {
                reader.Add(name, value, units, place);
            }
        }

        public void End(string path, OdmPlace place)
        {
        }
    }
}
