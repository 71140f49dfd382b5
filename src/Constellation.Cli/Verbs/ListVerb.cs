using System.CommandLine;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>list KIND</c>: what comes with the program, by name.</summary>
internal static class ListVerb
{
    private const string Header = "name,description";

    public static Command Create()
    {
        Argument<string> kind = new("kind") { Description = "What to list: " + string.Join(", ", LibraryNames.Lists), HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. LibraryNames.Lists]);
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("list", "Names of what comes with the program, each with one line about it; other verbs take these names") { kind, format, output };
        command.SetAction(parsed =>
        {
            IReadOnlyList<(string Name, string Description)> rows = LibraryNames.List(parsed.GetRequiredValue(kind), EphemerisLibrary.BuiltIn);
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header, text: Header.Split(',')), writer =>
            {
                foreach ((string name, string description) in rows)
                {
                    writer.Text(name).Text(description).EndRow();
                }
            });
            return ExitCode.Done;
        });
        return command.WithExamples("constellation list scenarios", "constellation list clocks --format json");
    }
}
