using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Film;

public class CameraPathReaderTests
{
    private const string Good = """
        title = "a"
        [[keyframe]]
        time_s = 0
        epoch = "2024-09-20T00:00:00GPST"
        camera = { latitude_deg = 10, longitude_deg = 20, distance_km = 50000 }
        layers = ["pdop", "no-stars"]
        selected = "C34"
        [[keyframe]]
        time_s = 4
        elapsed = "2h"
        caption = "b"
        move = "steady"
        selected = ""
        [keyframe.camera]
        satellite = "C34"
        azimuth_deg = 30
        """;

    [Fact]
    public void Reads_what_the_manual_shows()
    {
        CameraPath path = CameraPathReader.Read(Good, "a.toml").ValueOrThrow();
        Assert.Equal(("a", 2, 4.0), (path.Title, path.Keyframes.Count, path.Seconds));
        FilmKeyframe first = path.Keyframes[0], last = path.Keyframes[1];
        Assert.Equal(Epoch.Parse("2024-09-20T00:00:00GPST"), first.At);
        Assert.Equal((10.0, 20.0, 50_000.0, 16.0), (first.Camera!.LatitudeDeg, first.Camera.LongitudeDeg, first.Camera.DistanceKm, first.Camera.FieldOfViewDeg));
        Assert.Equal((MapKind.Pdop, false, SatelliteId.Parse("C34")), (first.Layers!.Map, first.Layers.Stars, first.Selected));
        Assert.Equal((Duration.FromHours(2), true, "b", CameraMove.Steady), (last.Elapsed, last.SelectsNone, last.Caption!.Text, last.Move));
        // North over east 30 is east over north 60.
        Assert.Equal((CameraTarget.Satellite(SatelliteId.Parse("C34")), 60.0), (last.Camera!.Target, last.Camera.LongitudeDeg));
        Assert.Equal(8, path.Lasting(8).Seconds);
    }

    [Theory]
    [InlineData("time_s = 0", "time_s = 1", "CN5074")]
    [InlineData("time_s = 4", "time_s = 0", "CN5074")]
    [InlineData("time_s = 4", "time_s = -1", "CN2005")]
    [InlineData("time_s = 4", "time_s = 1e9", "CN2005")]
    [InlineData("elapsed = \"2h\"", "elapsed = \"2h\"\nepoch = \"2024-09-20T00:00:00GPST\"", "CN5083")]
    [InlineData("satellite = \"C34\"", "satellite = \"C34\"\nplace = [1, 2]", "CN5075")]
    [InlineData("satellite = \"C34\"", "satellite = \"moon\"", "CN5076")]
    [InlineData("satellite = \"C34\"", "place = [1]", "CN5082")]
    [InlineData("selected = \"C34\"", "selected = \"X\"", "CN5076")]
    [InlineData("\"pdop\"", "\"clouds\"", "CN5081")]
    [InlineData("distance_km = 50000", "distance_km = 100", "CN2005")]
    [InlineData("distance_km = 50000", "distance_km = 50000, zoom = 3", "CN2002")]
    [InlineData("move = \"steady\"", "move = \"jump\"", "CN2005")]
    [InlineData("title = \"a\"", "titel = \"a\"", "CN2002")]
    public void What_is_wrong_is_told_with_its_place(string right, string wrong, string code)
    {
        ReadResult<CameraPath> read = CameraPathReader.Read(Good.Replace(right, wrong, StringComparison.Ordinal), "a.toml");
        Diagnostic told = Assert.Single(read.Diagnostics, d => d.Code == code);
        Assert.True(told.Where.Line > 0);
        Assert.False(read.Succeeded);
    }

    [Fact]
    public void A_film_of_one_keyframe_is_none() =>
        Assert.Contains(CameraPathReader.Read("[[keyframe]]\ntime_s = 0", "a.toml").Diagnostics, d => d.Code == "CN5074");
}
