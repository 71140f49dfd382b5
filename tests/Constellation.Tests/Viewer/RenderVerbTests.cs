using System.Diagnostics;
using Constellation.Cli;
using Constellation.Tests.Cli;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

[Collection("OpenGL")]
public sealed class RenderVerbTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 3, GridStepDeg = 30 });

    private string Picture => Path.Combine(_run.Path, "picture.png");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Writes_a_picture_of_the_size_asked_for()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        Assert.Equal(0, Run("--size", "320x200", "--at", "2024-09-20T00:20:00GPST", "--layer", "pdop", "no-links", "--camera", "30,100,90000", "--frame", "gcrf"));
        byte[] png = File.ReadAllBytes(Picture);
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], png[..4]);
        Assert.Equal([0, 0, 1, 64, 0, 0, 0, 200], png[16..24]);
    }

    [Theory]
    [InlineData("--size", "1920")]
    [InlineData("--size", "10x10")]
    [InlineData("--size", "99999x1080")]
    [InlineData("--size", "-640x480")]
    [InlineData("--layer", "clouds")]
    [InlineData("--layer", "pdop,hpe95")]
    [InlineData("--at", "2024-09-20T00:00:00")]
    [InlineData("--at", "2024-09-19T23:59:59GPST")]
    [InlineData("--at", "2024-09-21T00:00:00GPST")]
    [InlineData("--camera", "1,2")]
    [InlineData("--camera", "95,2,50000")]
    [InlineData("--camera", "5,2,100")]
    [InlineData("--frame", "teme")]
    public void Wrong_input_is_exit_2_and_leaves_no_picture(string option, string value)
    {
        Assert.Equal(2, Run(option, value));
        Assert.False(File.Exists(Picture));
    }

    /// <summary>What would be passed over silently is told with what to do.</summary>
    [Theory]
    [InlineData("CN6143", "picture.png", "--layer", "log", "--range=-5..-1")]
    [InlineData("CN6143", "picture.png", "--layer", "log", "--range", "0..5")]
    [InlineData("CN1001", "picture.png", "--layer", "none:p95")]
    [InlineData("CN6142", "picture.png", "--layer", "none", "--statistic", "p95")]
    [InlineData("CN6142", "picture.png", "--layer", "none", "--range", "0..5")]
    [InlineData("CN5070", "picture.png", "--fps", "10")]
    [InlineData("CN6144", "scene.czml", "--fps", "10")]
    [InlineData("CN6144", "scene.czml", "--duration", "10s")]
    [InlineData("CN6145", "film.webp", "--window", "sky")]
    [InlineData("CN5037", "sky.png", "--panel", "sky")]
    public void Options_that_would_have_no_effect_are_refused(string code, string name, params string[] args)
    {
        string picture = Path.Combine(_run.Path, name);
        ProgramRun run = ProgramRun.Of(["render", _run.Path, "-o", picture, .. args]);
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(picture));
    }

    /// <summary>Errors and ages are a run's; orbits alone have none.</summary>
    [Theory, InlineData("--lens", "auto"), InlineData("--colour-by", "sisre"), InlineData("--colour-by", "age"), InlineData("--colour-by", "clock-error")]
    public void What_only_runs_have_is_refused_of_orbits(string option, string value)
    {
        ProgramRun run = ProgramRun.Of("render", "constellation/gps", "-o", Picture, option, value);
        Assert.Equal(2, run.Status);
        Assert.StartsWith($"{option}: error CN6141: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Picture));
    }

    /// <summary>The remedy is that of what is missing.</summary>
    [Theory, InlineData("sky", "give --site"), InlineData("satellite", "give --select"), InlineData("links", "give a run folder")]
    public void A_panel_says_what_it_lacks(string panel, string remedy)
    {
        ProgramRun run = ProgramRun.Of("render", "constellation/gps", "--panel", panel, "-o", Picture);
        Assert.Equal(2, run.Status);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
    }

    /// <summary>A film of another kind or a photograph is not promised by its name alone.</summary>
    [Theory, InlineData("orbit.avi"), InlineData("globe.jpg")]
    public void Only_a_png_is_written(string name)
    {
        string picture = Path.Combine(_run.Path, name);
        Assert.Equal(2, Program.Run(["render", _run.Path, "-o", picture], TestContext.Current.CancellationToken));
        Assert.False(File.Exists(picture));
    }

    [Fact]
    public void A_folder_that_is_no_run_is_exit_2() =>
        Assert.Equal(2, Program.Run(["render", Path.GetTempPath(), "-o", Picture], TestContext.Current.CancellationToken));

    /// <summary>In a process of its own, since the library is chosen by its environment.</summary>
    [Fact]
    public void Without_OpenGL_it_says_what_to_install()
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "constellation.exe" : "constellation"), ["render", _run.Path, "-o", Picture]) { RedirectStandardError = true };
        start.Environment["CONSTELLATION_EGL"] = "libNoSuchEgl.so.9";
        using Process process = Process.Start(start)!;
        string told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("constellation: error CN1010: no OpenGL for pictures: ", told, StringComparison.Ordinal);
        Assert.Contains("libegl1", told, StringComparison.Ordinal);
        Assert.False(File.Exists(Picture));
    }

    private int Run(params string[] args) => Program.Run(["render", _run.Path, "-o", Picture, .. args], TestContext.Current.CancellationToken);
}
