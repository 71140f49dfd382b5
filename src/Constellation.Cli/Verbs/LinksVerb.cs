using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;
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
        Option<Duration?> step = Options.Duration("--step", "Time between epochs, or between rounds of measurements; that of the scenario if not given");
        Option<bool> anchors = new("--anchors") { Description = "Also the links to anchor stations, under their names in sat_b" };
        Option<int?> days = new("--days") { Description = "Days without the ground, for autonomy; those of the scenario if not given", HelpName = "N" };
        Option<double?> grazing = Options.Length("--grazing-height", "Least height of rays between satellites above the ellipsoid, such as 0km or 1000km; that of the payload if not given", 0, 1e8);
        Option<string> estimator = new("--estimator") { Description = "Who estimates the solution. " + string.Join("; ", LinkEstimator.All.Select(e => $"{e.Name}: {e.Description}")), HelpName = string.Join('|', LinkEstimator.All.Select(e => e.Name)), DefaultValueFactory = _ => LinkEstimator.All[0].Name };
        Option<int> threads = Options.Threads();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output(), plot = new("--plot") { Description = "Also draw the table to FILE (.png or .svg): visibility as partners over time, statistics as a matrix of pairs, budget as C/N0 over range, schedule as slots (up to three rounds) or as a matrix of pairs, routes as a map of message ages, ladder and autonomy as errors, observability as what is not seen", HelpName = "FILE" };
        Command command = new("links", "Crosslinks of a scenario. Orbits by mean motion with J2 secular rates (1 to 2 km, some km a day), or from the scenario's files")
        {
            scenario, what, settings, start, stop, step, anchors, days, grazing, estimator, threads, format, output, plot, LinkRangesVerb.Create(),
        };
        command.SetAction((parsed, cancel) =>
        {
            LinkTableKind kind = Named(parsed.GetRequiredValue(what));
            string[] all = [.. parsed.GetRequiredValue(settings), .. parsed.GetValue(days) is { } n ? [$"autonomy.days={n}"] : Array.Empty<string>()];
            ScenarioDefinition read = Scenarios.Read(parsed.GetRequiredValue(scenario), all);
            ILinkTable table = kind.Open(new(read, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step), parsed.GetValue(anchors), parsed.GetValue(threads)) { Cancel = cancel, GrazingHeight = parsed.GetValue(grazing), Estimator = parsed.GetRequiredValue(estimator) });
            IPlottable? picture = parsed.GetValue(plot) is { } path ? Drawable(table, kind, path) : null;
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(kind.Header, text: [.. kind.Text], integer: [.. kind.Integer]), writer => table.Write(writer, cancel));
            table.Report(Console.Error);
            Draw(picture, parsed.GetValue(plot));
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation links beidou-3 --what visibility --stop 2024-09-20T06:00:00GPST -o visibility.csv",
            "constellation links beidou-3 --what statistics -o pairs.csv --plot pairs.png",
            "constellation links beidou-3 --what budget --anchors --plot cn0.svg -o budget.parquet --format parquet",
            "constellation links beidou-3 --what schedule --stop 2024-09-20T00:02:00GPST --plot slots.svg",
            "constellation links beidou-3 --what routes --set network.mode=on-demand -o routes.csv",
            "constellation links beidou-3 --what measurements --stop 2024-09-20T06:00:00GPST -o pairs.parquet --format parquet",
            "constellation links beidou-3 --what reduction --set clocks.noise_scale=0",
            "constellation links beidou-3 --what solution --estimator batch -o solution.csv",
            "constellation links beidou-3 --what observability --set control.segment=isl-only --plot unseen.png",
            "constellation links beidou-3 --what visibility --step 1min --set constellation.satellites=C@plane-A --anchors",
            "constellation links isl+anchor --what autonomy --days 85 --set control.orientation=bulletin-a -o autonomy.csv --plot autonomy.png",
            "constellation links ladder --what ladder");
    }

    private static IPlottable Drawable(ILinkTable table, LinkTableKind kind, string path) => !PlotFile.IsPicture(path)
        ? throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--plot"), $"'{path}' is no picture's name", "end it in .png or .svg"))
        : table as IPlottable ?? throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--plot"), $"the table '{kind.Name}' has no picture", "leave the option out"));

    private static void Draw(IPlottable? picture, string? path)
    {
        if (picture?.Plot() is not { } plot)
        {
            return;
        }

        if (!plot.HasData)
        {
            throw new InputException(Diagnostic.Error("CN4006", new SourceSpan("--plot"), "there is nothing to draw", "choose epochs, satellites and a payload with usable links"));
        }

        PlotOutput.Write(path!, plot);
        Console.Error.WriteLine($"links: {plot.AltText}");
    }

    private static LinkTableKind Named(string name)
    {
        string[] names = [.. LinkTableKind.All.Select(t => t.Name)];
        return LinkTableKind.All.FirstOrDefault(t => t.Name == name)
            ?? throw new InputException(Diagnostic.Error("CN1009", new SourceSpan("--what"), $"there is no table '{name}'", "known: " + string.Join(", ", names) + Spelling.Hint(name, names)));
    }
}
