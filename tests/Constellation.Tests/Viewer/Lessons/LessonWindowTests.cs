using System.Diagnostics;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Lessons;

/// <summary>A lesson in a real window on a display in memory, led by its keys.</summary>
[Collection("OpenGL")]
public sealed class LessonWindowTests
{
    private const string Lesson = """
        title = "a"
        [source]
        orbits = ["gps"]
        start = "2024-09-20T00:00:00GPST"
        duration = "6h"
        [[step]]
        title = "one"
        caption = "First. Second."
        seconds = 2
        elapsed = "1h"
        camera = { latitude_deg = 10, longitude_deg = 20, distance_km = 150000 }
        layers = ["none"]
        [[step]]
        title = "two"
        caption = "Third. Fourth."
        seconds = 2
        elapsed = "3h"
        camera = { latitude_deg = 40, longitude_deg = 80, distance_km = 150000 }
        selected = "G05"
        panels = ["satellite"]
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Keys_lead_through_its_steps()
    {
        (bool available, string text) = OpenGlProbe.Describe();
        if (!available)
        {
            Assert.Skip($"no OpenGL: {text}");
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("lesson-window");
        using XvfbDisplay display = new();
        string file = Path.Combine(folder.FullName, "mine.toml");
        File.WriteAllText(file, Lesson);
        using Process program = display.Start(Path.Combine(AppContext.BaseDirectory, "constellation"), folder.FullName, "view", "--lesson", file, "--size", "900x640");
        try
        {
            string window = "";
            Await(() => program.HasExited || (window = display.Do("search", "--name", " GPST [|] ")).Length > 0, "a window appears");
            if (program.HasExited)
            {
                string told = program.StandardError.ReadToEnd();
                Assert.True(told.Contains("CN4421", StringComparison.Ordinal) || told.Contains("CN4422", StringComparison.Ordinal), told);
                Assert.Skip(told.Trim());
            }

            window = window.Split('\n')[0];
            display.Do("windowfocus", window);
            // The first step shows its epoch and nothing selected, the second one its satellite.
            Await(() => display.Do("getwindowname", window).Contains("2024-09-20 01:00:00 GPST | paused", StringComparison.Ordinal), "the first step is shown");
            display.Do("key", "bracketright");
            Await(() => display.Do("getwindowname", window).EndsWith("2024-09-20 03:00:00 GPST | paused | G05", StringComparison.Ordinal), "the second step is shown");
            // The step opened a panel, which can be written.
            display.Do("key", "shift+p");
            Await(() => File.Exists(Path.Combine(folder.FullName, "panel-satellite-001.svg")), "the panel of the step is written");
            display.Do("key", "bracketright");
            Assert.EndsWith("| G05", display.Do("getwindowname", window), StringComparison.Ordinal);
            // Once for the begin of this step, once more for the one before.
            display.Do("key", "bracketleft");
            display.Do("key", "bracketleft");
            Await(() => display.Do("getwindowname", window).EndsWith("2024-09-20 01:00:00 GPST | paused", StringComparison.Ordinal), "the first step is shown again");
            display.Do("key", "ctrl+q");
            Assert.True(program.WaitForExit(s_patience));
            Assert.Equal(0, program.ExitCode);
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill();
                program.WaitForExit();
            }

            folder.Delete(recursive: true);
        }
    }

    private static void Await(Func<bool> condition, string what)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); !condition(); Thread.Sleep(50))
        {
            Assert.True(clock.Elapsed < s_patience, $"{what}: not within {s_patience.TotalSeconds} s");
        }
    }
}
