using System.Diagnostics;

namespace Constellation.Tests.Viewer;

/// <summary>A display in memory with hands on mouse and keys: Xvfb and xdotool. Tests are skipped where they or the window library are not installed.</summary>
internal sealed class XvfbDisplay : IDisposable
{
    private readonly Process _server;

    public XvfbDisplay()
    {
        foreach (string program in new[] { "Xvfb", "xdotool" })
        {
            if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(d => File.Exists(Path.Combine(d, program))))
            {
                Assert.Skip($"{program} is not installed");
            }
        }

        // The server writes the number of the display it found free. Without -noreset it begins anew whenever its last client leaves, and whoever knocks just then is refused:
        // xdotool, asked whether there is a window yet, may be that last client.
        ProcessStartInfo start = new("Xvfb", ["-displayfd", "1", "-noreset", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        string? number = _server.StandardOutput.ReadLine();
        if (string.IsNullOrEmpty(number))
        {
            Dispose();
            Assert.Skip("Xvfb does not start");
        }

        Name = ":" + number;
    }

    /// <summary>Such as <c>:1</c>.</summary>
    public string Name { get; } = "";

    public Process Start(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = Name;
        return Process.Start(start)!;
    }

    /// <summary>Runs xdotool; its output.</summary>
    public string Do(params string[] arguments)
    {
        using Process process = Start("xdotool", Path.GetTempPath(), arguments);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
    }

    /// <summary>Ends the display as a crash of it would.</summary>
    public void Kill()
    {
        _server.Kill();
        _server.WaitForExit();
    }

    public void Dispose()
    {
        if (!_server.HasExited)
        {
            _server.Kill();
            _server.WaitForExit();
        }

        _server.Dispose();
    }
}
