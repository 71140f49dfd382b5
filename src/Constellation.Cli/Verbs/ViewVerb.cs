using System.CommandLine;
using System.CommandLine.Completions;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary><c>view RUN</c>: the globe of a run in a window.</summary>
internal static class ViewVerb
{
    private const string Runs = "runs";

    public static Command Create()
    {
        Argument<string?> run = new("run")
        {
            Description = "Run folder, or the name of a built-in scenario: it is run first where there is no runs/NAME. Default: the newest run in runs/",
            HelpName = "RUN",
            Arity = ArgumentArity.ZeroOrOne,
        };
        run.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Scenario).Select(n => new CompletionItem(n)));
        GlobeArguments globe = new("1280x800", "to begin with");
        Command command = new("view", "The globe of a run in a window: turn it, let time run, pick satellites; 'render' draws the same without a window") { run };
        globe.AddTo(command);
        WindowArguments window = new();
        window.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            Show(parsed.GetValue(run), globe.Read(parsed), window.Read(parsed), cancel);
            return Task.FromResult(ExitCode.Done);
        });
        IEnumerable<string> lines = ViewerCommand.Mouse.Concat(ViewerCommand.All.Where(c => c.Text.Length > 0).Select(c => (c.Label, c.Text))).Select(c => $"{c.Label,-11} {c.Text}");
        return command.WithNotes("Mouse and keys (F1 shows them in the window):\n" + string.Join('\n', lines)).WithExamples(
            "constellation view runs/beidou-3",
            "constellation view beidou-3 --layer pdop no-links --at 2024-09-20T06:00:00GPST",
            "constellation view --size 1920x1080 --frame gcrf",
            "constellation view --panel layers,events --ui-scale 1.25");
    }

    private static void Show(string? run, GlobeOptions options, ViewerSettings settings, CancellationToken cancel)
    {
        try
        {
            RunFolder? folder = Find(run);
            // A run of a minute is not begun for a window that cannot open.
            GlobeWindow.Require();
            GlobeWindow.Show(new RunScenes(folder ?? RunFirst(run!, cancel)), options, () => Epoch.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime, TimeScale.Utc), Console.Error.WriteLine, cancel, settings);
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

    /// <summary>The folder meant; null: a built-in scenario that has to be run first.</summary>
    private static RunFolder? Find(string? run)
    {
        if (run is null)
        {
            return RunFolder.Open(Newest() ?? throw new InputException(Diagnostic.Error(
                "CN4423", new SourceSpan("RUN"), $"no run is named, and there is none in '{Runs}'", "make one with 'constellation run beidou-3', or write the folder of one")));
        }

        if (Directory.Exists(run) || !EphemerisLibrary.BuiltIn.Names(LibraryKind.Scenario).Contains(run))
        {
            return RunFolder.Open(run);
        }

        string target = Path.Combine(Runs, run);
        return Directory.Exists(target) ? RunFolder.Open(target) : null;
    }

    private static string? Newest() => !Directory.Exists(Runs) ? null : Directory.GetDirectories(Runs)
        .Where(d => File.Exists(Path.Combine(d, RunFolder.ManifestFile)))
        .OrderByDescending(d => File.GetLastWriteTimeUtc(Path.Combine(d, RunFolder.ManifestFile))).ThenBy(d => d, StringComparer.Ordinal).FirstOrDefault();

    private static RunFolder RunFirst(string scenario, CancellationToken cancel)
    {
        string target = Path.Combine(Runs, scenario);
        RunVerb.Run(Scenarios.Read(scenario, []), target, Environment.ProcessorCount, quiet: false, cancel);
        return RunFolder.Open(target);
    }
}
