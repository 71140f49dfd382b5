using System.CommandLine;
using System.Text;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary><c>reproduce ID</c>: makes the numbers of the validation pages anew.</summary>
internal static class ReproduceVerb
{
    public static Command Create()
    {
        Argument<string> id = new("id") { Description = "What to reproduce: orbits (fits and predictions of every SP3 file of the data folder)", HelpName = "ID", DefaultValueFactory = _ => "orbits" };
        id.AcceptOnlyFromAmong("orbits");
        Option<string> data = new("--data") { Description = "Folder with the data; SP3 files are sought in it and in its folder sp3", HelpName = "DIR", DefaultValueFactory = _ => "../shared/data" };
        Option<int> threads = Options.Threads();
        Option<string?> output = Options.Output("Write the page to FILE instead of standard output, as in docs/validation/orbits.md");
        Command command = new("reproduce", "Make the numbers of a validation page anew from data; exit 1 where a requirement is not met") { id, data, threads, output };
        command.SetAction((parsed, cancel) =>
        {
            OrbitValidation validation = new(parsed.GetRequiredValue(data), FitModel.Default, parsed.GetValue(threads), cancel);
            string page = validation.Write();
            if (parsed.GetValue(output) is { } path and not "-")
            {
                AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
            }
            else
            {
                Console.Out.Write(page);
            }

            return Task.FromResult(validation.Met ? ExitCode.Done : ExitCode.CriterionFailed);
        });
        return command.WithExamples("constellation reproduce orbits --data ../shared/data -o docs/validation/orbits.md");
    }
}
