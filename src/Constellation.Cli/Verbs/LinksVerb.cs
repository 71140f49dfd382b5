using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>links SCENARIO --what TABLE</c>: the crosslinks of a scenario, from who sees whom to what is known of orbits and clocks.</summary>
internal static class LinksVerb
{
    public static Command Create()
    {
        Argument<string> scenario = new("scenario") { Description = "A scenario of the library ('list scenarios') or a TOML file", HelpName = "SCENARIO" };
        Option<string> what = new("--what") { Description = "Which table. " + string.Join("; ", LinkTableKind.All.Select(t => $"{t.Name}: {t.Description}")), HelpName = string.Join('|', LinkTableKind.All.Select(t => t.Name)), Required = true };
        Option<string[]> settings = Options.Settings();
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; that of the scenario if not given"), stop = Options.Epoch("--stop", "Last epoch; that of the scenario if not given");
        Option<Duration?> step = Options.Duration("--step", "Time between epochs; that of the scenario if not given");
        Option<bool> anchors = new("--anchors") { Description = "Also the links to anchor stations, under their names in sat_b" };
        Option<string> estimator = new("--estimator") { Description = "Who estimates the solution. " + string.Join("; ", LinkEstimator.All.Select(e => $"{e.Name}: {e.Description}")), HelpName = string.Join('|', LinkEstimator.All.Select(e => e.Name)), DefaultValueFactory = _ => LinkEstimator.All[0].Name };
        Option<string?> plot = new("--plot") { Description = "Also draw what can be drawn (observability): FILE.png or FILE.svg", HelpName = "FILE" };
        Option<int> threads = Options.Threads();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("links", "Crosslinks of a scenario. Orbits by mean motion with J2 secular rates (1 to 2 km, some km a day), or from the scenario's files")
        {
            scenario, what, settings, start, stop, step, anchors, estimator, plot, threads, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            LinkTableKind kind = Named(parsed.GetRequiredValue(what));
            ScenarioDefinition read = Scenarios.Read(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(settings));
            ILinkTable table = kind.Open(new(read, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step), parsed.GetValue(anchors), parsed.GetValue(threads)) { Estimator = parsed.GetRequiredValue(estimator), Plot = Picture(kind, parsed.GetValue(plot)) });
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(kind.Header, text: [.. kind.Text], integer: [.. kind.Integer]), writer => table.Write(writer, cancel));
            table.Report(Console.Error);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation links beidou-3 --what visibility --stop 2024-09-20T06:00:00GPST -o visibility.csv",
            "constellation links beidou-3 --what solution --estimator batch -o solution.csv",
            "constellation links beidou-3 --what observability --set control.segment=isl-only --plot unseen.png",
            "constellation links beidou-3 --what visibility --step 1min --set constellation.satellites=C@plane-A --anchors");
    }

    private static string? Picture(LinkTableKind kind, string? file)
    {
        if (file is not null && kind != ObservabilityTable.Kind)
        {
            throw new InputException(Diagnostic.Error("CN1018", new SourceSpan("--plot"), $"the table '{kind.Name}' is not drawn", "leave --plot out, or ask for observability"));
        }

        return file is null || file.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
            ? file
            : throw new InputException(Diagnostic.Error("CN1018", new SourceSpan("--plot"), $"'{file}' is neither a .png nor a .svg file", "let its name end with .png or .svg"));
    }

    private static LinkTableKind Named(string name)
    {
        string[] names = [.. LinkTableKind.All.Select(t => t.Name)];
        return LinkTableKind.All.FirstOrDefault(t => t.Name == name)
            ?? throw new InputException(Diagnostic.Error("CN1009", new SourceSpan("--what"), $"there is no table '{name}'", "known: " + string.Join(", ", names) + Spelling.Hint(name, names)));
    }
}
