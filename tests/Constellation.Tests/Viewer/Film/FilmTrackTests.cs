using Constellation.Core;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Film;

public sealed class FilmTrackTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 45 });
    private readonly RunScenes _source;

    public FilmTrackTests() => _source = new RunScenes(_run.Folder);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_a_keyframe_leaves_out_is_as_before_and_time_goes_on_evenly()
    {
        FilmTrack track = Track("""
            [[keyframe]]
            time_s = 0
            elapsed = "0h"
            camera = { latitude_deg = 0, longitude_deg = 0, distance_km = 50000 }
            selected = "C34"
            caption = "one"
            move = "steady"
            [[keyframe]]
            time_s = 4
            elapsed = "1h"
            camera = { latitude_deg = 0, longitude_deg = 40, distance_km = 50000 }
            layers = ["none"]
            [[keyframe]]
            time_s = 6
            elapsed = "2h"
            """);
        FilmMoment quarter = track.At(1), late = track.At(5);
        Assert.Equal(_source.Grid.Start + Duration.FromMinutes(15), quarter.Epoch);
        Assert.Equal((0.25, SatelliteId.Parse("C34"), "one", 1.0, MapKind.Hpe95), (quarter.Share, quarter.Selected, quarter.Caption!.Text, quarter.CaptionOpacity, quarter.Layers.Map));
        Assert.Equal(_source.Grid.Start + Duration.FromMinutes(90), late.Epoch);
        Assert.Equal((MapKind.None, SatelliteId.Parse("C34"), null, 40.0), (late.Layers.Map, late.Selected, late.Caption, late.From.LongitudeDeg));
        Assert.Equal(_source.Grid.Start + Duration.FromHours(2), track.At(99).Epoch);
        Assert.Equal(_source.Grid.Start, track.At(-1).Epoch);
    }

    [Theory]
    [InlineData("smooth", 0.15625)]
    [InlineData("steady", 0.25)]
    [InlineData("cut", 0)]
    public void Moves_are_as_they_are_called(string move, double expected)
    {
        // A smooth move has gone s^2 (3 - 2 s) of its way: 5/32 after a quarter of the time.
        FilmTrack track = Track($"[[keyframe]]\ntime_s = 0\nmove = \"{move}\"\n[[keyframe]]\ntime_s = 4\ncamera = {{ latitude_deg = 0, longitude_deg = 40, distance_km = 50000 }}");
        Assert.Equal(expected, track.At(1).Share, 12);
    }

    [Theory]
    [InlineData("elapsed = \"9h\"")]
    [InlineData("epoch = \"2023-09-20T00:00:00GPST\"")]
    [InlineData("selected = \"G01\"")]
    public void What_the_source_lacks_is_told(string line)
    {
        InputException e = Assert.Throws<InputException>(() => Track($"[[keyframe]]\ntime_s = 0\n[[keyframe]]\ntime_s = 4\n{line}"));
        Assert.Equal(("CN5076", 3), (e.Diagnostics[0].Code, e.Diagnostics[0].Where.Line));
    }

    [Fact]
    public void The_film_without_a_path_is_the_span_and_the_picture_is_its_middle()
    {
        GlobeOptions options = new() { Width = 320, Height = 200 };
        CameraPath path = DayPath.Of(_source, options, null, null, 10);
        FilmTrack track = FilmTrack.Of(path, _source, options);
        GlobeCamera picture = GlobePicture.CameraOf(_source.At(null, options.Request), options);
        Assert.Equal((_source.Grid.Start, _source.Grid.Last, 10.0), (track.At(0).Epoch, track.At(10).Epoch, track.Seconds));
        Assert.Equal(picture.LongitudeDeg, track.At(5).From.LongitudeDeg);
        Assert.Equal(picture.DistanceKm, track.At(5).From.DistanceKm);
    }

    [Fact]
    public void A_span_outside_or_upside_down_is_told()
    {
        Epoch first = _source.Grid.Start;
        foreach ((Epoch? from, Epoch? to) in new (Epoch?, Epoch?)[] { (first - Duration.FromSeconds(1), null), (null, first + Duration.FromHours(3)), (first + Duration.FromHours(2), first) })
        {
            Assert.Equal("CN5073", Assert.Throws<InputException>(() => DayPath.Span(_source.Grid, from, to)).Diagnostics[0].Code);
        }
    }

    [Theory]
    [InlineData(12, 25, 300)]
    [InlineData(0.01, 25, 1)]
    [InlineData(2, 1, 2)]
    public void Both_ends_of_a_film_are_shown(double seconds, int rate, int count)
    {
        double[] times = Constellation.Viewer.Film.Times(seconds, rate);
        Assert.Equal(count, times.Length);
        Assert.Equal((0.0, count > 1 ? seconds : 0), (times[0], times[^1]));
    }

    [Fact]
    public void A_film_without_end_is_refused() => Assert.Equal("CN5074", Assert.Throws<InputException>(() => Constellation.Viewer.Film.Times(1e9, 25)).Diagnostics[0].Code);

    private FilmTrack Track(string text) => FilmTrack.Of(CameraPathReader.Read(text, "a.toml").ValueOrThrow(), _source, new GlobeOptions { Width = 320, Height = 200 });
}
