using System.Text.Json;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes orbits as CZML, which Cesium opens: a clock, and for each satellite its positions, path, point and label. [CZML]</summary>
/// <remarks>
/// Cesium interpolates between samples itself: Lagrange polynomials of the degree written here, the lower ones where a table is short. Earth-fixed
/// positions are FIXED, celestial ones INERTIAL: Cesium turns the latter by an Earth orientation of its own, which without its own data is up to 60 km off on the ground
/// at navigation satellites, while their paths are drawn as ellipses; FIXED positions are right on the ground to the last digit and draw ground-fixed paths.
/// </remarks>
public static class CzmlWriter
{
    /// <summary>Within 1 m between samples of navigation satellites up to 15 min apart (<c>CzmlTests</c>).</summary>
    public const int Degree = 9;

    /// <summary>Decimals of metres in scenes, which are looked at: a tenth of the file's size is saved by each two.</summary>
    private const int SceneDecimals = 1;

    private static readonly Dictionary<GnssSystem, CzmlColor> s_colors = new()
    {
        [GnssSystem.Gps] = new(0, 158, 115),
        [GnssSystem.Glonass] = new(213, 94, 0),
        [GnssSystem.Galileo] = new(0, 114, 178),
        [GnssSystem.BeiDou] = new(230, 159, 0),
        [GnssSystem.Qzss] = new(204, 121, 167),
        [GnssSystem.NavIc] = new(240, 228, 66),
    };

    /// <summary>Writes the blocks; all of one satellite must be in one frame, ITRF or GCRF. The stream stays open.</summary>
    public static void Write(Stream stream, IReadOnlyList<EphemerisBlock> blocks, string name)
    {
        ArgumentOutOfRangeException.ThrowIfZero(blocks.Count);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = false });
        CzmlPackets writer = new(json, decimals: null);
        EpochSpan all = new(blocks.Min(b => b.Span.First), blocks.Max(b => b.Span.Last));
        json.WriteStartArray();
        writer.Document(all, name);
        foreach (IGrouping<SatelliteId, EphemerisBlock> satellite in blocks.GroupBy(b => b.Satellite).OrderBy(g => g.Key))
        {
            writer.Satellite(new CzmlSatellite(satellite.Key, [.. satellite.OrderBy(b => b.Epochs[0])], s_colors.GetValueOrDefault(satellite.Key.System, new CzmlColor(200, 200, 200)), "", HasPath: true));
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a scene: satellites, places, lines between them that come and go, lines on the ground. The stream stays open.</summary>
    /// <exception cref="ArgumentException">Two things have one id, or a link ends at none.</exception>
    public static void Write(Stream stream, CzmlScene scene)
    {
        HashSet<string> ids = ["document"];
        foreach (string id in scene.Satellites.Select(s => s.Id.ToString()).Concat(scene.Places.Select(p => p.Id)).Concat(scene.Links.Select(CzmlPackets.LinkId)).Concat(scene.Tracks.Select(t => t.Id)))
        {
            if (!ids.Add(id))
            {
                throw new ArgumentException($"'{id}' is given twice", nameof(scene));
            }
        }

        if (scene.Links.FirstOrDefault(l => !ids.Contains(l.A) || !ids.Contains(l.B)) is { } loose)
        {
            throw new ArgumentException($"the link of {loose.A} and {loose.B} ends at nothing", nameof(scene));
        }

        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = false });
        CzmlPackets writer = new(json, SceneDecimals);
        json.WriteStartArray();
        writer.Document(scene.Span, scene.Name);
        foreach (CzmlSatellite satellite in scene.Satellites)
        {
            writer.Satellite(satellite);
        }

        foreach (CzmlPlace place in scene.Places)
        {
            writer.Place(place);
        }

        foreach (CzmlLink link in scene.Links)
        {
            writer.Link(link);
        }

        foreach (CzmlTrack track in scene.Tracks)
        {
            writer.Track(track);
        }

        json.WriteEndArray();
    }
}
