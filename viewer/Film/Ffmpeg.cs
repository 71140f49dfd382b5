using System.Diagnostics;

namespace Constellation.Viewer;

/// <summary>The encoder of films that may be on this machine: the program ffmpeg, on the path or where <c>CONSTELLATION_FFMPEG</c> says.</summary>
public static class Ffmpeg
{
    /// <summary>What to do without it.</summary>
    public const string Remedy = "write an animated WebP instead (-o film.webp), or numbered pictures (-o frames/%04d.png); or install it: on Debian and Ubuntu 'apt-get install ffmpeg'";

    private const string Variable = "CONSTELLATION_FFMPEG";

    /// <summary>Whether it is here, and its version or why not.</summary>
    public static (bool Available, string Text) Describe()
    {
        if (Find() is not { } path)
        {
            return (false, "ffmpeg is not on the path");
        }

        try
        {
            using Process process = Process.Start(new ProcessStartInfo(path, ["-hide_banner", "-version"]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string text = process.StandardOutput.ReadToEnd().Split('\n')[0].Split(" Copyright")[0].Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && text.Length > 0 ? (true, text) : (false, $"{path} ends with status {process.ExitCode}");
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            return (false, $"{path} does not run: {e.Message}");
        }
    }

    /// <summary>Its path; null where there is none.</summary>
    internal static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        string name = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
