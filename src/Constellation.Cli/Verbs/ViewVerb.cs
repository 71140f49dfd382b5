using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary><c>view SOURCE...</c>: the globe of a run or of orbits in a window; a scenario is run behind it.</summary>
internal static class ViewVerb
{
    private const string Runs = "runs";

    public static Command Create()
    {
        SourceArguments sources = new(fallback: "the newest run in runs/");
        GlobeArguments globe = new("1280x800", "to begin with");
        Command command = new("view", "The globe of a run, or of orbits, in a window: turn it, let time run, pick satellites, drop files on it; a scenario is run behind it; 'render' draws the same without a window");
        sources.AddTo(command);
        globe.AddTo(command);
        WindowArguments window = new();
        window.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            Show(sources.Sources(parsed), sources.Read(parsed), source => sources.Pick(parsed, globe.Read(parsed, source.StandardMap), source), window.Read(parsed), cancel);
            return Task.FromResult(ExitCode.Done);
        });
        IEnumerable<string> lines = ViewerCommand.Mouse.Concat(ViewerCommand.All.Where(c => c.Text.Length > 0).Select(c => (c.Label, c.Text))).Select(c => $"{c.Label,-11} {c.Text}");
        return command.WithNotes("Mouse and keys (F1 shows them in the window):\n" + string.Join('\n', lines)).WithExamples(
            "constellation view runs/beidou-3",
            "constellation view scenario/beidou-3 --layer pdop no-links",
            "constellation view constellation/gps constellation/galileo --start 2024-09-20T00:00:00GPST",
            "constellation view final.sp3.gz catalogue.tle --select C34",
            "constellation view runs/with-links runs/without --difference",
            "constellation view --size 1920x1080 --frame gcrf",
            "constellation view --panel layers,sky --ui-scale 1.25");
    }

    private static void Show(string[] names, SourceOptions options, Func<ISceneSource, GlobeOptions> globe, ViewerSettings settings, CancellationToken cancel)
    {
        try
        {
            ISceneSource source = SceneSources.Open(names.Length > 0 ? names : [Newest()], options);
            GlobeOptions first = globe(source);
            // A run of a minute is not begun for a window that cannot open.
            GlobeWindow.Require();
            GlobeWindow.Show(
                WithRun(source, cancel), first, () => Epoch.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime, TimeScale.Utc), Console.Error.WriteLine,
                dropped => WithRun(SceneSources.Open(dropped, options with { Start = null, Stop = null, Step = null, Satellites = SatelliteSelector.All, Difference = false }), cancel), cancel, settings);
        }
        catch (WindowUnavailableException e)
        {
            string code = e.Problem switch { WindowProblem.NoDisplay => "CN4420", WindowProblem.NoLibrary => "CN4421", _ => "CN4422" };
            throw new InputException(Diagnostic.Error(code, new SourceSpan("constellation"), $"no window: {e.Message}"));
        }
        catch (OpenGlUnavailableException e)
        {
            throw new InputException(Diagnostic.Error("CN4422", new SourceSpan("constellation"), $"no window: {e.Message}"));
        }
    }

    /// <summary>A scenario that has no run yet is run while it is looked at.</summary>
    private static ISceneSource WithRun(ISceneSource source, CancellationToken cancel) =>
        source is PlannedScenes plan ? new RunningScenes(plan, (observer, stop) => Run(plan, observer, stop), cancel) : source;

    private static RunFolder Run(PlannedScenes plan, IRunObserver observer, CancellationToken cancel)
    {
        RunVerb.RequireReplaceable(plan.Target);
        using RunFolderWriter writer = RunFolderWriter.Begin(plan.Target);
        // One processor is left to the window.
        RunResult result = RunPipeline.ExecuteWatched(plan.Scenario, Math.Max(1, Environment.ProcessorCount - 1), observer, cancel);
        RunOutputs.Write(result, writer, observer.Progress, cancel);
        return RunFolder.Open(plan.Target);
    }

    private static string Newest() => (!Directory.Exists(Runs) ? null : Directory.GetDirectories(Runs)
        .Where(d => File.Exists(Path.Combine(d, RunFolder.ManifestFile)))
        .OrderByDescending(d => File.GetLastWriteTimeUtc(Path.Combine(d, RunFolder.ManifestFile))).ThenBy(d => d, StringComparer.Ordinal).FirstOrDefault())
        ?? throw new InputException(Diagnostic.Error(
            "CN4423", new SourceSpan("SOURCE"), $"no source is named, and there is no run in '{Runs}'", "make one with 'constellation run beidou-3', or name a scenario, a constellation or files with orbits"));
}
