using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Lessons;

public class LessonTests
{
    private const string Good = """
        title = "a"
        [source]
        orbits = ["gps"]
        start = "2024-09-20T00:00:00GPST"
        duration = "6h"
        [[step]]
        title = "one"
        caption = "First. Second."
        seconds = 6
        elapsed = "1h"
        speed = 600
        camera = { latitude_deg = 10, longitude_deg = 20, distance_km = 150000 }
        layers = ["none"]
        [[step]]
        title = "two"
        caption = "Third. Fourth."
        seconds = 8
        camera = { latitude_deg = 40, longitude_deg = 80, distance_km = 150000 }
        selected = "G05"
        """;

    public static TheoryData<string> Names => [.. EphemerisLibrary.BuiltIn.Names(LibraryKind.Lesson)];

    [Fact]
    public void There_are_five() => Assert.Equal(["geo-igso-asia", "links-and-schedule", "nanosecond-to-metres", "walker-pattern", "why-meo"], EphemerisLibrary.BuiltIn.Names(LibraryKind.Lesson));

    /// <summary>Two to four sentences a step, and no more letters than a person reads aloud in the time (15 in a second, and as much again to look).</summary>
    [Theory, MemberData(nameof(Names))]
    public void Each_says_little_and_leaves_time_to_look(string name)
    {
        Lesson lesson = LessonSources.Read(name);
        Assert.InRange(lesson.Steps.Count, 5, 8);
        Assert.All(lesson.Steps, step =>
        {
            int sentences = step.Caption.Split(['.', '?', '!', ':'], StringSplitOptions.RemoveEmptyEntries).Count(s => s.Length > 4 && s.Trim().Length > 0);
            Assert.InRange(sentences, 2, 6);
            Assert.InRange(step.Caption.Length, 60, 300);
            Assert.True(step.Caption.Length < 25 * step.Seconds, $"{step.Title}: {step.Caption.Length} letters in {step.Seconds} s");
        });
    }

    /// <summary>Epochs and satellites of lessons about orbits are there; the other two run their scenario first.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Its_steps_can_be_shown(string name)
    {
        Lesson lesson = LessonSources.Read(name);
        if (lesson.Source.Scenario is { } scenario)
        {
            Scenarios.Read(scenario, lesson.Source.Settings);
            return;
        }

        ISceneSource source = LessonSources.Open(lesson, TestContext.Current.CancellationToken);
        FilmTrack track = FilmTrack.Of(lesson.Path(source), source, new GlobeOptions { Width = 320, Height = 200, Layers = new GlobeLayers { Map = MapKind.None } });
        for (int i = 0; i < lesson.Steps.Count; i++)
        {
            FilmMoment moment = track.At(lesson.StartOf(i) + (0.5 * lesson.Steps[i].Seconds));
            Assert.Equal((lesson.Steps[i].Title, $"{i + 1} of {lesson.Steps.Count}"), (moment.Caption!.Title, moment.Caption.Note));
            Assert.NotEmpty(source.At(moment.Epoch, moment.Request).Satellites);
        }
    }

    [Theory]
    [InlineData("orbits = [\"gps\"]", "orbits = [\"gps\"]\nscenario = \"gps\"", "CN5079")]
    [InlineData("orbits = [\"gps\"]", "", "CN5079")]
    [InlineData("caption = \"First. Second.\"", "caption = \"\"", "CN5080")]
    [InlineData("caption = \"First. Second.\"", "", "CN2004")]
    [InlineData("camera = { latitude_deg = 10, longitude_deg = 20, distance_km = 150000 }", "", "CN5080")]
    [InlineData("elapsed = \"1h\"", "elapsed = \"1h\"\nepoch = \"2024-09-20T00:00:00GPST\"", "CN5083")]
    [InlineData("speed = 600", "speed = -1", "CN2005")]
    [InlineData("seconds = 6", "secs = 6", "CN2002")]
    [InlineData("layers = [\"none\"]", "layers = [\"fog\"]", "CN5081")]
    public void What_is_wrong_is_told(string right, string wrong, string code) =>
        Assert.Contains(LessonReader.Read(Good.Replace(right, wrong, StringComparison.Ordinal), "a.toml").Diagnostics, d => d.Code == code);

    [Fact]
    public void A_lesson_without_steps_is_none() =>
        Assert.Contains(LessonReader.Read("title = \"a\"\n[source]\norbits = [\"gps\"]", "a.toml").Diagnostics, d => d.Code == "CN5080");

    [Fact]
    public void A_player_goes_through_the_steps_and_waits_at_their_ends()
    {
        (LessonPlayer player, ISceneSource source) = Player();
        Epoch start = source.Grid.Start;
        Assert.Equal((0, "one", start + Duration.FromHours(1)), (player.Index, player.Moment.Caption!.Title, player.Moment.Epoch));
        Assert.False(player.Previous());
        Pass(player, 3);
        // Half of six seconds at 600: half an hour.
        Assert.Equal(start + Duration.FromMinutes(90), player.Moment.Epoch);
        Assert.Equal(10, player.Moment.Camera(source.At(player.Moment.Epoch, player.Moment.Request)).LatitudeDeg, 9);
        Pass(player, 60);
        Assert.False(player.Moving);
        Assert.Equal((0, start + Duration.FromHours(2)), (player.Index, player.Moment.Epoch));
        Assert.False(player.Advance(TimeSpan.FromSeconds(1)));
        Assert.True(player.Next());
        Assert.Equal((1, true, "two", SatelliteId.Parse("G05")), (player.Index, player.AtLast, player.Moment.Caption!.Title, player.Moment.Selected));
        // The camera sets off from where it was.
        Assert.Equal(10, player.Moment.Camera(source.At(player.Moment.Epoch, player.Moment.Request)).LatitudeDeg, 9);
        Pass(player, 8);
        Assert.Equal(40, player.Moment.Camera(source.At(player.Moment.Epoch, player.Moment.Request)).LatitudeDeg, 9);
        Assert.False(player.Next());
        Assert.True(player.Previous());
        Assert.Equal(1, player.Index);
        Assert.True(player.Previous());
        Assert.Equal(0, player.Index);
    }

    /// <summary>A step that asks for more than the source has ends at its last epoch.</summary>
    [Fact]
    public void Time_ends_with_the_source()
    {
        (LessonPlayer player, ISceneSource source) = Player("speed = 600", "speed = 86400");
        Pass(player, 60);
        Assert.Equal(source.Grid.Last, player.Moment.Epoch);
    }

    private static (LessonPlayer Player, ISceneSource Source) Player(string right = "a", string wrong = "a")
    {
        Lesson lesson = LessonReader.Read(Good.Replace(right, wrong, StringComparison.Ordinal), "a.toml").ValueOrThrow();
        ISceneSource source = LessonSources.Open(lesson, TestContext.Current.CancellationToken);
        return (new LessonPlayer(lesson, source, new GlobeOptions { Width = 320, Height = 200, Layers = new GlobeLayers { Map = MapKind.None } }), source);
    }

    private static void Pass(LessonPlayer player, double seconds)
    {
        for (int i = 0; i < seconds * 10; i++)
        {
            player.Advance(TimeSpan.FromSeconds(0.1));
        }
    }
}
