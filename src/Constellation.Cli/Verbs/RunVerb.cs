using System.CommandLine;
using System.Diagnostics;
using Constellation.Core;
using Constellation.Simulation;
using Spectre.Console;

namespace Constellation.Cli;

/// <summary><c>run SCENARIO</c>: the whole chain, a summary, and a run folder with tables, report and globe picture.</summary>
internal static class RunVerb
{
    private const int WidthWithoutTerminal = 160;

    public static Command Create()
    {
        Argument<string> scenario = new("scenario") { Description = "Name of a built-in scenario (see 'list scenarios') or a TOML file", HelpName = "SCENARIO" };
        Option<string[]> set = Options.Settings();
        Option<string?> output = new("--out") { Description = "The run folder; an older run there is replaced. Default: runs/NAME", HelpName = "DIR" };
        Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no summary" };
        Option<int> threads = Options.Threads();
        Option<ulong?> seed = Options.Seed();
        Command command = new("run", "Run a scenario: orbits, clocks, links, messages, positions. Prints a summary and writes a run folder (tables, report.html, globe.png)")
        {
            scenario, set, output, seed, threads, quiet,
        };
        command.SetAction((parsed, cancel) =>
        {
            string[] settings = [.. parsed.GetRequiredValue(set), .. parsed.GetValue(seed) is { } s ? [$"seed={s}"] : Array.Empty<string>()];
            ScenarioDefinition definition = Scenarios.Read(parsed.GetRequiredValue(scenario), settings);
            string target = parsed.GetValue(output) ?? Path.Combine("runs", definition.Name);
            Run(definition, target, parsed.GetValue(threads), parsed.GetValue(quiet), cancel);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation run beidou-3",
            "constellation run beidou-3 --set users.mask_deg=10 --set control.segment=ground-regional --out runs/no-links",
            "constellation run beidou-3 --set orbits.source=sp3:day.sp3.gz --set clocks.source=clk:day.clk.gz",
            "constellation run galileo --set orbits.source=sp3:day.sp3.gz --set clocks.source=sp3:day.sp3.gz --set broadcast.source=nav:brdc.rnx.gz");
    }

    /// <exception cref="InputException">CN1005: something that is not a run lies there.</exception>
    internal static void RequireReplaceable(string target)
    {
        if (!RunFolderWriter.MayReplace(target))
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--out"), $"'{target}' holds something that is not a run", "choose another folder, or remove it"));
        }
    }

    /// <summary>Runs a scenario into a folder.</summary>
    internal static void Run(ScenarioDefinition scenario, string target, int threads, bool quiet, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(target))
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--out"), "the name of the folder is empty", "write one, or leave --out out"));
        }

        RequireReplaceable(target);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        long start = Stopwatch.GetTimestamp();
        RunResult result;
        string? withoutGlobe;
        using (RunDisplay display = new(console, quiet))
        {
            using RunFolderWriter writer = RunFolderWriter.Begin(target);
            result = RunPipeline.Execute(scenario, threads, display.Report, cancel);
            withoutGlobe = RunOutputs.Write(result, writer, display.Report, cancel);
        }

        if (withoutGlobe is not null)
        {
            Console.Error.WriteLine($"no {RunFolder.GlobeFile}: {withoutGlobe}");
        }

        if (!quiet)
        {
            SummaryTables.Write(console, result);
            console.WriteLine($"{Path.Combine(target, RunFolder.ReportFile)}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {Environment.WorkingSet / 1048576.0:0} MiB");
        }
    }
}
