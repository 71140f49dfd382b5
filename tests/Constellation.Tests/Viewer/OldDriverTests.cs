using System.Diagnostics;
using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer;

/// <summary>OpenGL 3.3 without clip control is enough: the same picture in a process where the driver admits to no more.</summary>
[Collection("OpenGL")]
public sealed class OldDriverTests
{
    [Fact]
    public void OpenGL_3_3_without_clip_control_draws_the_same_picture()
    {
        (bool available, string text) = OpenGlProbe.Describe();
        if (!available || !text.Contains("Mesa", StringComparison.Ordinal))
        {
            Assert.Skip(available ? "only Mesa can be told to be old: " + text : text);
        }

        using TemporaryRun run = new(new RunFixture { Epochs = 1, GridStepDeg = 30 });
        string picture = Path.Combine(run.Path, "old.png");
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "constellation"), ["render", run.Path, "-o", picture, "--size", "480x270"]) { RedirectStandardError = true };
        start.Environment["MESA_GL_VERSION_OVERRIDE"] = "3.3";
        start.Environment["MESA_EXTENSION_OVERRIDE"] = "-GL_ARB_clip_control";
        using Process process = Process.Start(start)!;
        string told = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(60_000) && process.ExitCode == 0, told);
        using SKBitmap old = SKBitmap.Decode(picture), now = SKBitmap.Decode(GlobePicture.Render(run.Folder, new GlobeOptions { Width = 480, Height = 270 }));
        int apart = 0;
        for (int y = 0; y < 270; y++)
        {
            for (int x = 0; x < 480; x++)
            {
                SKColor a = old.GetPixel(x, y), b = now.GetPixel(x, y);
                apart += Math.Abs(a.Red - b.Red) > 4 || Math.Abs(a.Green - b.Green) > 4 || Math.Abs(a.Blue - b.Blue) > 4 ? 1 : 0;
            }
        }

        // Other paths of the driver may round an edge differently.
        Assert.True(apart < 480 * 270 / 500, $"{apart} pixels differ");
    }
}
