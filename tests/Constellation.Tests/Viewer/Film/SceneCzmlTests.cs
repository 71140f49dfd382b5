using System.Globalization;
using System.Text.Json;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Film;

/// <summary>The structure that Cesium wants of a document; the picture itself needs a browser.</summary>
public sealed class SceneCzmlTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 45 });
    private readonly RunScenes _source;

    public SceneCzmlTests() => _source = new RunScenes(_run.Folder);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Every_packet_has_an_id_of_its_own_and_the_document_comes_first()
    {
        JsonElement[] packets = Packets(new GlobeOptions { Selected = SatelliteId.Parse("C34") });
        string[] ids = [.. packets.Select(p => p.GetProperty("id").GetString()!)];
        Assert.Equal("document", ids[0]);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal("2024-09-19T23:59:42Z/2024-09-20T01:59:42Z", packets[0].GetProperty("clock").GetProperty("interval").GetString());
        Assert.Equal(30, packets.Count(p => p.TryGetProperty("path", out _)));
        Assert.Contains("station/beijing", ids);
        Assert.Contains("user/berlin", ids);
        Assert.Contains("track/C34", ids);
        Assert.Equal(9 * 3, packets.Single(p => p.GetProperty("id").GetString() == "track/C34").GetProperty("polyline").GetProperty("positions").GetProperty("cartographicDegrees").GetArrayLength());
    }

    [Fact]
    public void Links_lead_from_packet_to_packet_at_the_times_of_the_run()
    {
        JsonElement[] packets = Packets(new GlobeOptions());
        HashSet<string> ids = [.. packets.Select(p => p.GetProperty("id").GetString()!)];
        JsonElement[] links = [.. packets.Where(p => p.GetProperty("id").GetString()!.StartsWith("link/", StringComparison.Ordinal))];
        Assert.True(links.Length > 30, $"{links.Length} links");
        foreach (JsonElement link in links)
        {
            string[] ends = [.. link.GetProperty("polyline").GetProperty("positions").GetProperty("references").EnumerateArray().Select(r => r.GetString()!)];
            Assert.Equal(2, ends.Length);
            Assert.All(ends, end => Assert.True(end.EndsWith("#position", StringComparison.Ordinal) && ids.Contains(end[..^9]), end));
            (DateTime First, DateTime Last)[] times = [.. Intervals(link)];
            Assert.All(times, t => Assert.True(t.First < t.Last));
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First.Last < pair.Second.First, "touching or out of order"));
        }

        // At an epoch of the run, the links of the document are those of the scene.
        Epoch at = _source.Grid[3];
        DateTime utc = DateTime.Parse("2024-09-20T00:44:42Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        int shown = links.Count(l => Intervals(l).Any(t => t.First <= utc && utc < t.Last));
        Assert.Equal(_source.At(at, SceneRequest.Of(MapKind.None)).Links.Count, shown);
    }

    [Theory]
    [InlineData(ReferenceFrame.Gcrf, "INERTIAL")]
    [InlineData(ReferenceFrame.Itrf, "FIXED")]
    public void Positions_are_those_of_the_scene_to_a_decimetre(ReferenceFrame frame, string name)
    {
        JsonElement position = Packets(new GlobeOptions(), frame).Single(p => p.GetProperty("id").GetString() == "C34").GetProperty("position");
        Assert.Equal((name, "LAGRANGE"), (position.GetProperty("referenceFrame").GetString(), position.GetProperty("interpolationAlgorithm").GetString()));
        double[] values = [.. position.GetProperty("cartesian").EnumerateArray().Select(v => v.GetDouble())];
        Assert.Equal((9 * 4, 3600.0), (values.Length, values[16]));
        SceneSatellite satellite = _source.At(_source.Grid[4], SceneRequest.Of(MapKind.None)).Satellites.Single(s => s.Id == SatelliteId.Parse("C34"));
        Vector3d expected = frame == ReferenceFrame.Gcrf ? satellite.Gcrf.Vector : satellite.Itrf.Vector;
        Check.Within(Tolerance.Of(0.09, "m", "0.05 m on each axis"), 0, (expected - new Vector3d(values[17], values[18], values[19])).Norm);
    }

    [Fact]
    public void Colours_are_four_numbers_and_those_of_the_picture()
    {
        JsonElement[] packets = Packets(new GlobeOptions());
        List<JsonElement> colours = [];
        foreach (JsonElement packet in packets)
        {
            Collect(packet, colours);
        }

        Assert.True(colours.Count > 100);
        Assert.All(colours, c => Assert.True(c.GetArrayLength() == 4 && c.EnumerateArray().All(v => v.GetInt32() is >= 0 and <= 255)));
        // GEO: 0xe58cc0.
        Assert.Equal([229, 140, 192, 255], packets.Single(p => p.GetProperty("id").GetString() == "C59").GetProperty("point").GetProperty("color").GetProperty("rgba").EnumerateArray().Select(v => v.GetInt32()));
    }

    [Fact]
    public void Layers_that_are_off_are_not_written()
    {
        JsonElement[] packets = Packets(new GlobeOptions { Layers = new GlobeLayers { Links = false, Orbits = false, Stations = false } });
        Assert.Equal(31, packets.Length);
        Assert.DoesNotContain(packets, p => p.TryGetProperty("path", out _));
    }

    private JsonElement[] Packets(GlobeOptions options, ReferenceFrame frame = ReferenceFrame.Gcrf)
    {
        using MemoryStream stream = new();
        SceneCzml.Write(stream, _source, options, frame, null, null, TestContext.Current.CancellationToken);
        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    private static IEnumerable<(DateTime First, DateTime Last)> Intervals(JsonElement packet)
    {
        JsonElement availability = packet.GetProperty("availability");
        foreach (string text in availability.ValueKind == JsonValueKind.String ? [availability.GetString()!] : availability.EnumerateArray().Select(a => a.GetString()!))
        {
            DateTime[] ends = [.. text.Split('/').Select(t => DateTime.Parse(t, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal))];
            yield return (ends[0], ends[1]);
        }
    }

    private static void Collect(JsonElement element, List<JsonElement> colours)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name == "rgba")
                {
                    colours.Add(property.Value);
                }

                Collect(property.Value, colours);
            }
        }
    }
}
