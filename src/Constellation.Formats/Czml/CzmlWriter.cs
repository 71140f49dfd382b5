using System.Text.Json;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes orbits as CZML, which Cesium opens: a clock, and for each satellite its positions, path, point and label. [CZML]</summary>
/// <remarks>
/// Cesium interpolates between samples itself: Lagrange polynomials of the degree written here, the lower ones where a table is short. Earth-fixed
/// positions are FIXED, celestial ones INERTIAL: Cesium turns the latter by an Earth orientation of its own, which without its own data is up to 60 km off on the ground
/// at navigation satellites, while their paths are drawn as ellipses; FIXED positions are right on the ground to the last digit and draw ground-fixed paths.
/// </remarks>
public sealed class CzmlWriter
{
    /// <summary>Within 1 m between samples of navigation satellites up to 15 min apart (<c>CzmlTests</c>).</summary>
    public const int Degree = 9;

    /// <summary>An hour passes in 12 s.</summary>
    private const int Multiplier = 300;

    private static readonly Dictionary<GnssSystem, byte[]> s_colors = new()
    {
        [GnssSystem.Gps] = [0, 158, 115],
        [GnssSystem.Glonass] = [213, 94, 0],
        [GnssSystem.Galileo] = [0, 114, 178],
        [GnssSystem.BeiDou] = [230, 159, 0],
        [GnssSystem.Qzss] = [204, 121, 167],
        [GnssSystem.NavIc] = [240, 228, 66],
    };

    private readonly Utf8JsonWriter _json;

    private CzmlWriter(Utf8JsonWriter json) => _json = json;

    /// <summary>Writes the blocks; all of one satellite must be in one frame, ITRF or GCRF. The stream stays open.</summary>
    public static void Write(Stream stream, IReadOnlyList<EphemerisBlock> blocks, string name)
    {
        ArgumentOutOfRangeException.ThrowIfZero(blocks.Count);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = false });
        CzmlWriter writer = new(json);
        EpochSpan all = new(blocks.Min(b => b.Span.First), blocks.Max(b => b.Span.Last));
        json.WriteStartArray();
        writer.Document(all, name);
        foreach (IGrouping<SatelliteId, EphemerisBlock> satellite in blocks.GroupBy(b => b.Satellite).OrderBy(g => g.Key))
        {
            writer.Satellite(satellite.Key, [.. satellite.OrderBy(b => b.Epochs[0])]);
        }

        json.WriteEndArray();
    }

    private void Document(EpochSpan all, string name)
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

    private void Satellite(SatelliteId id, EphemerisBlock[] blocks)
    {
        byte[] color = s_colors.GetValueOrDefault(id.System, [200, 200, 200]);
        _json.WriteStartObject();
        _json.WriteString("id", id.ToString());
        _json.WriteString("name", id.ToString());
        if (blocks.Length == 1)
        {
            _json.WriteString("availability", Interval(blocks[0].Span));
            _json.WriteStartObject("position");
            Positions(blocks[0], interval: false);
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteStartArray("availability");
            foreach (EphemerisBlock block in blocks)
            {
                _json.WriteStringValue(Interval(block.Span));
            }

            _json.WriteEndArray();
            _json.WriteStartArray("position");
            foreach (EphemerisBlock block in blocks)
            {
                _json.WriteStartObject();
                Positions(block, interval: true);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        Path(blocks, color);
        _json.WriteStartObject("point");
        _json.WriteNumber("pixelSize", 7);
        Color("color", color, 255);
        Color("outlineColor", [0, 0, 0], 255);
        _json.WriteNumber("outlineWidth", 1);
        _json.WriteEndObject();
        _json.WriteStartObject("label");
        _json.WriteString("text", id.ToString());
        _json.WriteString("font", "12px sans-serif");
        _json.WriteString("style", "FILL_AND_OUTLINE");
        _json.WriteNumber("outlineWidth", 2);
        Color("fillColor", color, 255);
        Color("outlineColor", [0, 0, 0], 255);
        _json.WriteString("horizontalOrigin", "LEFT");
        _json.WriteStartObject("pixelOffset");
        Numbers("cartesian2", [9, -9]);
        _json.WriteEndObject();
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
            _json.WriteNumber("interpolationDegree", Math.Min(Degree, block.Epochs.Length - 1));
        }

        _json.WriteStartArray("cartesian");
        for (int i = 0; i < block.Epochs.Length; i++)
        {
            Vector3d p = block.Positions[i];
            _json.WriteNumberValue((block.Epochs[i] - block.Epochs[0]).TotalSeconds);
            _json.WriteNumberValue(p.X);
            _json.WriteNumberValue(p.Y);
            _json.WriteNumberValue(p.Z);
        }

        _json.WriteEndArray();
    }

    /// <summary>One revolution, half of it behind the satellite and half before; drawn at every sample, at least every 10 min.</summary>
    private void Path(EphemerisBlock[] blocks, byte[] color)
    {
        double radius = blocks[0].Positions[0].Norm, halfRevolution = Math.PI * Math.Sqrt(radius * radius * radius / PhysicalConstants.EarthGravitationalParameter);
        double sample = blocks[0].Epochs.Length > 1 ? (blocks[0].Epochs[1] - blocks[0].Epochs[0]).TotalSeconds : 600;
        _json.WriteStartObject("path");
        _json.WriteNumber("leadTime", Math.Round(halfRevolution));
        _json.WriteNumber("trailTime", Math.Round(halfRevolution));
        _json.WriteNumber("resolution", Math.Min(sample, 600));
        _json.WriteNumber("width", 1);
        _json.WriteStartObject("material");
        _json.WriteStartObject("solidColor");
        Color("color", color, 160);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Color(string name, byte[] rgb, int alpha)
    {
        _json.WriteStartObject(name);
        Numbers("rgba", [rgb[0], rgb[1], rgb[2], alpha]);
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
