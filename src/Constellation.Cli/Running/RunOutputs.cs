using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Writes a finished run: tables, report and globe picture, all or nothing.</summary>
internal static class RunOutputs
{
    public static void Write(RunResult result, string target, Action<RunProgress> progress, CancellationToken cancel)
    {
        progress(new("tables", 0));
        using RunFolderWriter writer = result.Timer.Time("tables", () => RunFolderWriter.Begin(result, target));
        cancel.ThrowIfCancellationRequested();
        writer.WriteTimings(result.Timer.Stages);
        writer.Commit();
    }
}
