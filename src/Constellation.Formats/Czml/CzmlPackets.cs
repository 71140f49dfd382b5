using System.Text.Json;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes the packets of a CZML document. [CZML]</summary>
/// <param name="json">Inside the array of packets.</param>
/// <param name="decimals">Of metres; null: all.</param>
internal sealed class CzmlPackets(Utf8JsonWriter json, int? decimals)
{
    /// <summary>An hour passes in 12 s.</summary>
    private const int Multiplier = 300;

    private static readonly CzmlColor s_black = new(0, 0, 0);

    private readonly Utf8JsonWriter _json = json;

    public void Document(EpochSpan all, string name)
    {
        _json.WriteStartObject();
        _json.WriteString("id", "document");
        _json.WriteString("name", name);
        _json.WriteString("version", "1.0");
        _json.WriteStartObject("clock");
        _json.WriteString("interval", Interval(all));
        _json.WriteString("currentTime", Time(all.First));
        _json.WriteNumber("multiplier", Multiplier);
        _json.WriteString("range", "LOOP_STOP");
        _json.WriteString("step", "SYSTEM_CLOCK_MULTIPLIER");
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public void Satellite(CzmlSatellite satellite)
    {
        string id = satellite.Id.ToString();
        IReadOnlyList<EphemerisBlock> blocks = satellite.Blocks;
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString("name", id);
        if (satellite.Description.Length > 0)
        {
            _json.WriteString("description", satellite.Description);
        }

        Availability([.. blocks.Select(b => b.Span)]);
        if (blocks.Count == 1)
        {
            _json.WriteStartObject("position");
            Positions(blocks[0], interval: false);
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteStartArray("position");
            foreach (EphemerisBlock block in blocks)
            {
                _json.WriteStartObject();
                Positions(block, interval: true);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        if (satellite.HasPath)
        {
            Path(blocks, satellite.Color);
        }

        PointAndLabel(id, satellite.Color, size: 7);
        _json.WriteEndObject();
    }

    public void Place(CzmlPlace place)
    {
        _json.WriteStartObject();
        _json.WriteString("id", place.Id);
        _json.WriteString("name", place.Name);
        _json.WriteStartObject("position");
        _json.WriteStartArray("cartographicDegrees");
        Cartographic(place.Place, place.Place.Height);
        _json.WriteEndArray();
        _json.WriteEndObject();
        PointAndLabel(place.Name, place.Color, size: 6);
        _json.WriteEndObject();
    }

    public void Link(CzmlLink link)
    {
        _json.WriteStartObject();
        _json.WriteString("id", LinkId(link));
        _json.WriteString("name", $"{link.A} - {link.B}");
        Availability(link.Times);
        _json.WriteStartObject("polyline");
        _json.WriteStartObject("positions");
        _json.WriteStartArray("references");
        _json.WriteStringValue(link.A + "#position");
        _json.WriteStringValue(link.B + "#position");
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteString("arcType", "NONE");
        Line(link.Color, 190, width: 1.2);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public void Track(CzmlTrack track)
    {
        _json.WriteStartObject();
        _json.WriteString("id", track.Id);
        _json.WriteString("name", track.Name);
        _json.WriteStartObject("polyline");
        _json.WriteStartObject("positions");
        _json.WriteStartArray("cartographicDegrees");
        foreach (GeodeticPoint point in track.Points)
        {
            Cartographic(point, 0);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteString("arcType", "GEODESIC");
        _json.WriteBoolean("clampToGround", true);
        Line(track.Color, 220, width: 2);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public static string LinkId(CzmlLink link) => $"link/{link.A}/{link.B}";

    private void Cartographic(GeodeticPoint place, double height)
    {
        _json.WriteNumberValue(Math.Round(place.LongitudeDeg, 6));
        _json.WriteNumberValue(Math.Round(place.LatitudeDeg, 6));
        _json.WriteNumberValue(Math.Round(height, 1));
    }

    /// <summary>One interval, or a list of them.</summary>
    private void Availability(IReadOnlyList<EpochSpan> spans)
    {
        if (spans.Count == 1)
        {
            _json.WriteString("availability", Interval(spans[0]));
            return;
        }

        _json.WriteStartArray("availability");
        foreach (EpochSpan span in spans)
        {
            _json.WriteStringValue(Interval(span));
        }

        _json.WriteEndArray();
    }

    private void PointAndLabel(string text, CzmlColor color, int size)
    {
        _json.WriteStartObject("point");
        _json.WriteNumber("pixelSize", size);
        Color("color", color, 255);
        Color("outlineColor", s_black, 255);
        _json.WriteNumber("outlineWidth", 1);
        _json.WriteEndObject();
        _json.WriteStartObject("label");
        _json.WriteString("text", text);
        _json.WriteString("font", "12px sans-serif");
        _json.WriteString("style", "FILL_AND_OUTLINE");
        _json.WriteNumber("outlineWidth", 2);
        Color("fillColor", color, 255);
        Color("outlineColor", s_black, 255);
        _json.WriteString("horizontalOrigin", "LEFT");
        _json.WriteStartObject("pixelOffset");
        Numbers("cartesian2", [9, -9]);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Positions(EphemerisBlock block, bool interval)
    {
        if (interval)
        {
            _json.WriteString("interval", Interval(block.Span));
        }

        _json.WriteString("epoch", Time(block.Epochs[0]));
        _json.WriteString("referenceFrame", block.Frame switch
        {
            ReferenceFrame.Itrf => "FIXED",
            ReferenceFrame.Gcrf => "INERTIAL",
            _ => throw new ArgumentException($"CZML has no {block.Frame} axes", nameof(block)),
        });
        if (block.Epochs.Length > 1)
        {
            _json.WriteString("interpolationAlgorithm", "LAGRANGE");
            _json.WriteNumber("interpolationDegree", Math.Min(CzmlWriter.Degree, block.Epochs.Length - 1));
        }

        _json.WriteStartArray("cartesian");
        for (int i = 0; i < block.Epochs.Length; i++)
        {
            Vector3d p = block.Positions[i];
            _json.WriteNumberValue((block.Epochs[i] - block.Epochs[0]).TotalSeconds);
            _json.WriteNumberValue(Rounded(p.X));
            _json.WriteNumberValue(Rounded(p.Y));
            _json.WriteNumberValue(Rounded(p.Z));
        }

        _json.WriteEndArray();
    }

    /// <summary>One revolution, half of it behind the satellite and half before; drawn at every sample, at least every 10 min.</summary>
    private void Path(IReadOnlyList<EphemerisBlock> blocks, CzmlColor color)
    {
        double radius = blocks[0].Positions[0].Norm, halfRevolution = Math.PI * Math.Sqrt(radius * radius * radius / PhysicalConstants.EarthGravitationalParameter);
        double sample = blocks[0].Epochs.Length > 1 ? (blocks[0].Epochs[1] - blocks[0].Epochs[0]).TotalSeconds : 600;
        _json.WriteStartObject("path");
        _json.WriteNumber("leadTime", Math.Round(halfRevolution));
        _json.WriteNumber("trailTime", Math.Round(halfRevolution));
        _json.WriteNumber("resolution", Math.Min(sample, 600));
        Line(color, 160, width: 1);
        _json.WriteEndObject();
    }

    private void Line(CzmlColor color, int alpha, double width)
    {
        _json.WriteNumber("width", width);
        _json.WriteStartObject("material");
        _json.WriteStartObject("solidColor");
        Color("color", color, alpha);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private double Rounded(double metres) => decimals is { } kept ? Math.Round(metres, kept) : metres;

    private void Color(string name, CzmlColor color, int alpha)
    {
        _json.WriteStartObject(name);
        Numbers("rgba", [color.Red, color.Green, color.Blue, alpha]);
        _json.WriteEndObject();
    }

    private void Numbers(string name, ReadOnlySpan<int> values)
    {
        _json.WriteStartArray(name);
        foreach (int value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }

    private static string Interval(EpochSpan span) => $"{Time(span.First)}/{Time(span.Last)}";

    private static string Time(Epoch epoch)
    {
        string text = epoch.ToString(TimeScale.Utc, 18).TrimEnd('0').TrimEnd('.');
        return text + "Z";
    }
}
