using System.Diagnostics;
using System.Text;

namespace Constellation.Tests.Cli;

/// <summary>The program run as a person runs it: its own process, its standard output and error.</summary>
internal sealed record ProgramRun(int Status, string Output, string Error)
{
    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "constellation.exe" : "constellation");

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static ProgramRun Of(params string[] arguments) => Start(Executable, arguments);

    /// <summary>A line of a shell in whose search path the program lies.</summary>
    public static ProgramRun InShell(string shell, string script) => Start(shell, ["-c", script]);

    private static ProgramRun Start(string file, string[] arguments)
    {
        ProcessStartInfo start = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["PATH"] = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
