using System.Diagnostics;
using Constellation.Cli;
using Constellation.Core;
using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer.Film;

[Collection("OpenGL")]
public sealed class FilmVerbTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 3, GridStepDeg = 45 });

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_run_becomes_a_film_the_same_each_time()
    {
        RequireOpenGl();
        string first = Path.Combine(_run.Path, "a.webp"), second = Path.Combine(_run.Path, "b.webp");
        string[] options = ["--size", "160x90", "--duration", "1s", "--fps", "4", "--layer", "none"];
        Assert.Equal((0, 0), (Render(first, options), Render(second, options)));
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        using SKCodec codec = SKCodec.Create(first);
        Assert.Equal((160, 90, 4), (codec.Info.Width, codec.Info.Height, codec.FrameCount));
    }

    [Fact]
    public void Numbered_pictures_follow_a_path()
    {
        RequireOpenGl();
        string path = Path.Combine(_run.Path, "path.toml"), folder = Path.Combine(_run.Path, "frames");
        File.WriteAllText(path, """
            [[keyframe]]
            time_s = 0
            camera = { latitude_deg = 0, longitude_deg = 0, distance_km = 50000 }
            caption = "from here"
            [[keyframe]]
            time_s = 1
            camera = { latitude_deg = 40, longitude_deg = 100, distance_km = 20000 }
            """);
        Assert.Equal(0, Render(Path.Combine(folder, "%03d.png"), ["--size", "120x80", "--fps", "3", "--path", path]));
        Assert.Equal(["001.png", "002.png", "003.png"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(folder, "001.png")), File.ReadAllBytes(Path.Combine(folder, "003.png")));
    }

    [Theory, InlineData("a.mp4"), InlineData("a.gif")]
    public void With_ffmpeg_there_are_mp4_and_gif(string name)
    {
        RequireOpenGl();
        if (Ffmpeg.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        string film = Path.Combine(_run.Path, name);
        // An odd size: H.264 wants even ones.
        Assert.Equal(0, Render(film, ["--size", "161x91", "--duration", "1s", "--fps", "3", "--layer", "none"]));
        byte[] bytes = File.ReadAllBytes(film);
        Assert.Equal(name.EndsWith("gif", StringComparison.Ordinal) ? "GIF89a" : "ftyp", System.Text.Encoding.ASCII.GetString(name.EndsWith("gif", StringComparison.Ordinal) ? bytes[..6] : bytes[4..8]));
        Assert.Empty(Directory.GetFiles(_run.Path, ".*.tmp"));
    }

    /// <summary>In a process of its own, since its environment says where ffmpeg is.</summary>
    [Fact]
    public void Without_ffmpeg_it_names_what_can_be_written()
    {
        (int status, string told) = Apart("CONSTELLATION_FFMPEG", "/no/such/ffmpeg", Path.Combine(_run.Path, "a.mp4"));
        Assert.Equal(2, status);
        Assert.StartsWith("--output: error CN5071: ", told, StringComparison.Ordinal);
        Assert.Contains("film.webp", told, StringComparison.Ordinal);
        Assert.Contains("%04d.png", told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ffmpeg_that_fails_is_told_and_leaves_no_file()
    {
        RequireOpenGl();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script in place of ffmpeg");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string program = Path.Combine(_run.Path, "ffmpeg"), film = Path.Combine(_run.Path, "a.mp4");
        File.WriteAllText(program, "#!/bin/sh\n[ \"$2\" = -version ] && { echo ffmpeg version 0; exit 0; }\necho 'Unknown encoder' >&2\nexit 1\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (int status, string told) = Apart("CONSTELLATION_FFMPEG", program, film);
        Assert.Equal(2, status);
        Assert.Contains("error CN5072: ffmpeg gave up: Unknown encoder", told, StringComparison.Ordinal);
        Assert.False(File.Exists(film));
        Assert.Empty(Directory.GetFiles(_run.Path, ".*.tmp"));
    }

    [Fact]
    public void A_film_that_is_broken_off_leaves_no_file()
    {
        RequireOpenGl();
        using CancellationTokenSource source = new();
        string film = Path.Combine(_run.Path, "a.webp");
        RunScenes scenes = new(_run.Folder);
        GlobeOptions options = new() { Width = 96, Height = 64 };
        FilmTrack track = FilmTrack.Of(DayPath.Of(scenes, options, null, null, 10), scenes, options);
        Assert.Throws<OperationCanceledException>(() => Constellation.Viewer.Film.Write(
            scenes, track, new FilmOptions { Width = 96, Height = 64 }, film, (done, _) => CancelAt(done), source.Token));
        Assert.False(File.Exists(film));
        Assert.Empty(Directory.GetFiles(_run.Path, ".*.tmp"));

        void CancelAt(int done)
        {
            if (done == 2)
            {
                source.Cancel();
            }
        }
    }

    [Theory]
    [InlineData("a.webp", "--fps", "0")]
    [InlineData("a.webp", "--fps", "61")]
    [InlineData("a.webp", "--duration", "0s")]
    [InlineData("a.webp", "--duration", "9d")]
    [InlineData("a.webp", "--from", "2024-09-19T00:00:00GPST")]
    [InlineData("a.webp", "--path", "none.toml")]
    [InlineData("a.webp", "--path", "nine")]
    [InlineData("a.png", "--duration", "5s")]
    [InlineData("a.czml", "--lesson", "why-meo")]
    [InlineData("a.webp", "--lesson", "why-not")]
    [InlineData("a.czml", "--to", "2024-09-29T00:00:00GPST")]
    public void Wrong_input_is_exit_2_and_leaves_nothing(string name, string option, string value)
    {
        string file = Path.Combine(_run.Path, name);
        Assert.Equal(2, Render(file, [option, value]));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void What_does_not_go_together_is_told()
    {
        FilmRequest plain = new(null, 25, null, null, null, null);
        Assert.Equal("CN5070", Code("a.png", plain with { Seconds = 5 }));
        Assert.Equal("CN5070", Code("a.png", plain with { Path = "tour" }));
        Assert.Equal("CN5077", Code("a.png", plain with { Lesson = "why-meo" }));
        Assert.Equal("CN5077", Code("a.czml", plain with { Lesson = "why-meo" }));

        static string Code(string path, FilmRequest request) => Assert.Throws<InputException>(() => FilmOutput.Require(path, request)).Diagnostics[0].Code;
    }

    [Theory]
    [InlineData("%04d.png", 7, "0007.png")]
    [InlineData("a/step-%02d.png", 12, "a/step-12.png")]
    [InlineData("%d.png", 3, "3.png")]
    public void Numbers_stand_where_the_name_says(string pattern, int number, string expected)
    {
        Assert.True(NumberedPictures.IsPattern(pattern));
        Assert.Equal(expected, NumberedPictures.NameOf(pattern, number));
    }

    [Theory, InlineData("a.png"), InlineData("%d-%d.png"), InlineData("%04d.jpg")]
    public void Other_names_are_none_of_rows(string name) => Assert.False(NumberedPictures.IsPattern(name));

    private int Render(string file, string[] options) => Program.Run(["render", _run.Path, "-o", file, .. options], TestContext.Current.CancellationToken);

    private (int Status, string Told) Apart(string variable, string value, string file, params string[] options)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "constellation.exe" : "constellation"), ["render", _run.Path, "-o", file, "--size", "96x64", .. options]) { RedirectStandardError = true };
        start.Environment[variable] = value;
        using Process process = Process.Start(start)!;
        string told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told);
    }

    private static void RequireOpenGl()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }
    }
}
