using System.Runtime.InteropServices;

namespace Constellation.Cli;

/// <summary>Programs and libraries that single verbs use when they are there.</summary>
internal static class EngineChecks
{
    private static readonly (string Verb, string Name, string Use, string Package)[] s_programs =
    [
        ("render", "ffmpeg", "films of the globe", "ffmpeg"),
        ("batch", "sbatch", "batches on a Slurm cluster", "slurm-client"),
    ];

    private static readonly (string Verb, string Name, string Use, string Package)[] s_libraries = [("view", "libglfw.so.3", "the globe in a window", "libglfw3")];

    /// <summary>Only engines of verbs that this program has.</summary>
    public static IEnumerable<DoctorFinding> For(IReadOnlyCollection<string> verbs) =>
    [
        .. s_programs.Where(e => verbs.Contains(e.Verb)).Select(e => Finding(e, FindProgram(e.Name))),
        .. s_libraries.Where(e => verbs.Contains(e.Verb)).Select(e => Finding(e, NativeLibrary.TryLoad(e.Name, out _) ? e.Name : null)),
    ];

    /// <summary>First match on the search path, or null.</summary>
    internal static string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
            .FirstOrDefault(File.Exists);

    private static DoctorFinding Finding((string Verb, string Name, string Use, string Package) engine, string? found) =>
        DoctorFinding.Of(
            engine.Name, found is not null, found is null ? $"not found; '{engine.Verb}' uses it for {engine.Use}" : $"{found}, for {engine.Use}",
            DoctorState.Absent, $"on Debian and Ubuntu: apt-get install {engine.Package}");
}
