using System.Diagnostics;
using System.Text;

namespace Constellation.Tests.Cli;

/// <summary>The program run as a person runs it: its own process, its standard output and error.</summary>
internal sealed record ProgramRun(int Status, string Output, string Error)
{
    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "constellation.exe" : "constellation");

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static ProgramRun Of(params string[] arguments) => Start(Executable, arguments);

    /// <summary>With a folder at hand.</summary>
    public static ProgramRun In(string folder, params string[] arguments) => Start(Executable, arguments, folder);

    /// <summary>With variables of the environment.</summary>
    public static ProgramRun With(IReadOnlyDictionary<string, string> variables, params string[] arguments) => Start(Executable, arguments, variables: variables);

    /// <summary>A line of a shell in whose search path the program lies.</summary>
    public static ProgramRun InShell(string shell, string script) => Start(shell, ["-c", script]);

    private static ProgramRun Start(string file, string[] arguments, string folder = "", IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = folder };
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        start.Environment["PATH"] = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
