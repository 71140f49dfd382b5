using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Constellation.Cli;

/// <summary>Adds notes and examples below a command's <c>--help</c>.</summary>
internal static class Examples
{
    public static Command WithExamples(this Command command, params string[] examples) =>
        command.WithText(output =>
        {
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  {example}");
            }
        });

    /// <summary>What a user of the command should know beyond its options: conventions, definitions of columns.</summary>
    public static Command WithNotes(this Command command, string notes) =>
        command.WithText(output =>
        {
            output.WriteLine("Notes:");
            foreach (string line in notes.Split('\n'))
            {
                output.WriteLine(line.Length == 0 ? "" : $"  {line}");
            }
        });

    /// <summary>Appends to what the command's help says already.</summary>
    private static Command WithText(this Command command, Action<TextWriter> write)
    {
        if (command.Options.OfType<HelpOption>().FirstOrDefault() is not { } help)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new HelpWithText((SynchronousCommandLineAction)help.Action!, write);
        return command;
    }

    private sealed class HelpWithText(SynchronousCommandLineAction before, Action<TextWriter> write) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int status = before.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            write(output);
            output.WriteLine();
            return status;
        }
    }
}
