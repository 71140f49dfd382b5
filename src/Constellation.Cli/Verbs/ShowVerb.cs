using System.CommandLine;
using System.Text;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>show NAME</c>: the TOML of an entry of the library; <c>--schema</c>, <c>--manual</c>: what a scenario may hold.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        Argument<string?> name = new("name") { Description = "Name of an entry ('list' shows them), or KIND/NAME where a name fits two kinds: scenario/gps", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> schema = new("--schema") { Description = "The JSON Schema of scenarios" }, manual = new("--manual") { Description = "The manual of scenarios: every key with unit, bounds and default (Markdown)" };
        Option<string?> output = Options.Output("Write to FILE instead of standard output");
        Command command = new("show", "Print an entry of the library as its TOML file") { name, schema, manual, output };
        command.Validators.Add(r =>
        {
            int asked = (r.GetValue(name) is null ? 0 : 1) + (r.GetValue(schema) ? 1 : 0) + (r.GetValue(manual) ? 1 : 0);
            if (asked != 1)
            {
                r.AddError("give a NAME, --schema or --manual, one of them");
            }
        });
        command.SetAction(parsed =>
        {
            string text = parsed.GetValue(schema) ? ScenarioSchema.Json()
                : parsed.GetValue(manual) ? ScenarioManual.Markdown()
                : LibraryNames.Text(parsed.GetValue(name)!, EphemerisLibrary.BuiltIn);
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            if (parsed.GetValue(output) is { } path and not "-")
            {
                AtomicFile.Write(path, stream => stream.Write(bytes));
            }
            else
            {
                using Stream stdout = Console.OpenStandardOutput();
                stdout.Write(bytes);
            }

            return ExitCode.Done;
        });
        return command.WithExamples("constellation show scenario/beidou-3", "constellation show PHM-BDS3", "constellation show --schema -o scenario.schema.json");
    }
}
