using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Writes a finished run: tables, report and globe picture, all or nothing.</summary>
internal static class RunOutputs
{
    /// <summary>Returns why there is no globe picture, or null where there is one.</summary>
    public static string? Write(RunResult result, RunFolderWriter writer, Action<RunProgress> progress, CancellationToken cancel)
    {
        progress(new("tables", 0));
        result.Timer.Time("tables", () => writer.WriteTables(result));
        cancel.ThrowIfCancellationRequested();
        RunFolder folder = RunFolder.Open(writer.Staging);
        progress(new("report", 0));
        result.Timer.Time("report", () => RunReport.Write(folder, Path.Combine(folder.Path, RunFolder.ReportFile)));
        cancel.ThrowIfCancellationRequested();
        progress(new("globe", 0));
        string? withoutGlobe = result.Timer.Time("globe", () => Globe(folder));
        cancel.ThrowIfCancellationRequested();
        writer.WriteTimings(result.Timer.Stages);
        writer.Commit();
        return withoutGlobe;
    }

    private static string? Globe(RunFolder folder)
    {
        try
        {
            GlobePicture.Write(folder, Path.Combine(folder.Path, RunFolder.GlobeFile), new GlobeOptions());
            return null;
        }
        catch (OpenGlUnavailableException e)
        {
            return e.Message;
        }
    }
}
