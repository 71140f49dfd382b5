using System.CommandLine;
using System.Text;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>reproduce ID</c>: makes the numbers of the validation pages anew.</summary>
internal static class ReproduceVerb
{
    public static Command Create()
    {
        IReadOnlyList<ReproduciblePage> pages = ReproduciblePage.All;
        Argument<string> id = new("id")
        {
            Description = "What to reproduce: " + string.Join("; ", pages.Select(p => $"{p.Name} ({p.Description})")),
            HelpName = "ID",
            DefaultValueFactory = _ => pages[0].Name,
        };
        id.AcceptOnlyFromAmong([.. pages.Select(p => p.Name)]);
        Option<string> data = new("--data") { Description = "Folder with the data; files are sought in it and in its folders sp3, clk, ...", HelpName = "DIR", DefaultValueFactory = _ => "../shared/data" };
        Option<int> threads = Options.Threads();
        Option<string?> output = Options.Output("Write the page to FILE instead of standard output, as in docs/validation");
        Command command = new("reproduce", "Make the numbers of a validation page anew from data; exit 1 where a requirement is not met") { id, data, threads, output };
        command.SetAction((parsed, cancel) =>
        {
            string name = parsed.GetRequiredValue(id);
            ReproducedPage page = pages.First(p => p.Name == name).Make(new(parsed.GetRequiredValue(data), parsed.GetValue(threads), cancel));
            if (parsed.GetValue(output) is { } path and not "-")
            {
                AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page.Text)));
            }
            else
            {
                Console.Out.Write(page.Text);
            }

            return Task.FromResult(page.Met ? ExitCode.Done : ExitCode.CriterionFailed);
        });
        return command.WithExamples([.. pages.Select(p => $"constellation reproduce {p.Name} --data ../shared/data -o docs/validation/{p.Name}.md")]);
    }
}
