using System.Diagnostics;

namespace Constellation.Tests.Viewer;

/// <summary>What <c>view</c> says where it cannot show a window. In processes of their own, since their environment decides.</summary>
public sealed class ViewVerbTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 2, GridStepDeg = 45 });

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Without_a_display_it_says_so_and_names_render()
    {
        (int status, string told) = View([("DISPLAY", null), ("WAYLAND_DISPLAY", null)], _run.Path);
        Assert.Equal(2, status);
        Assert.StartsWith("constellation: error CN4420: no window: there is no display", told, StringComparison.Ordinal);
        Assert.Contains("constellation render", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_window_library_it_says_what_to_install()
    {
        (int status, string told) = View([("DISPLAY", ":0"), ("CONSTELLATION_GLFW", "libNoSuchGlfw.so.9")], _run.Path);
        Assert.Equal(2, status);
        Assert.StartsWith("constellation: error CN4421: no window: ", told, StringComparison.Ordinal);
        Assert.Contains("libglfw3", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_exit_2()
    {
        (int status, string told) = View([], Path.Combine(_run.Path, "none"));
        Assert.Equal(2, status);
        Assert.Contains("error CN5001", told, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_run.Path, "manifest.json"), "{ half");
        (status, told) = View([], _run.Path);
        Assert.Equal(2, status);
        Assert.Contains("error CN5002", told, StringComparison.Ordinal);
    }

    /// <summary>Without a name the newest run in runs/ is meant; here there is none.</summary>
    [Fact]
    public void Without_any_run_it_says_how_to_make_one()
    {
        (int status, string told) = View([]);
        Assert.Equal(2, status);
        Assert.Contains("error CN4423", told, StringComparison.Ordinal);
        Assert.Contains("constellation run beidou-3", told, StringComparison.Ordinal);
    }

    private (int Status, string Told) View((string Name, string? Value)[] environment, params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "constellation.exe" : "constellation"), ["view", .. arguments]) { RedirectStandardError = true, WorkingDirectory = _run.Path };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told);
    }
}
