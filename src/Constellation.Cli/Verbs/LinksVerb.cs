using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>links SCENARIO --what visibility</c>: what the crosslinks of a scenario see.</summary>
internal static class LinksVerb
{
    private const string Header = "epoch_gpst,sat_a,sat_b,range_m,grazing_height_m,angle_a_deg,angle_b_deg,usable";

    private static readonly string[] s_tables = ["visibility"];

    public static Command Create()
    {
        Argument<string> scenario = new("scenario") { Description = "A scenario of the library ('list scenarios') or a TOML file", HelpName = "SCENARIO" };
        Option<string> what = new("--what") { Description = "Which table: visibility (every pair of satellites: range, height of the ray above the ellipsoid, angles off nadir, whether the terminals can use it)", HelpName = string.Join('|', s_tables), Required = true };
        Option<string[]> settings = Options.Settings();
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; that of the scenario if not given"), stop = Options.Epoch("--stop", "Last epoch; that of the scenario if not given");
        Option<Duration?> step = Options.Duration("--step", "Time between epochs; that of the scenario if not given");
        Option<bool> anchors = new("--anchors") { Description = "Also the links to anchor stations, under their names in sat_b" };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("links", "Crosslinks of a scenario. Orbits by mean motion with J2 secular rates (1 to 2 km, some km a day), or from the scenario's files")
        {
            scenario, what, settings, start, stop, step, anchors, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            RequireTable(parsed.GetRequiredValue(what));
            ScenarioDefinition read = Scenarios.Read(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(settings));
            VisibilityTable table = VisibilityTable.Of(read, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step), parsed.GetValue(anchors));
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header, integer: ["usable"]), writer => table.Write(writer, cancel));
            table.Report(Console.Error);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation links beidou-3 --what visibility --stop 2024-09-20T06:00:00GPST -o visibility.csv",
            "constellation links beidou-3 --what visibility --step 1min --set constellation.satellites=C@plane-A --anchors");
    }

    private static void RequireTable(string what)
    {
        if (!s_tables.Contains(what))
        {
            throw new InputException(Diagnostic.Error("CN1009", new SourceSpan("--what"), $"there is no table '{what}'", "known: " + string.Join(", ", s_tables) + Spelling.Hint(what, s_tables)));
        }
    }
}
