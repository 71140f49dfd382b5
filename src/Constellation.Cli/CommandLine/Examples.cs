using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

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

        /// <summary>The library shows arguments of a verb before the name of its sub-verb, which never go together.</summary>
        private static string WithoutParents(string help, CommandResult result)
        {
            for (CommandResult? child = result; child?.Parent is CommandResult parent; child = parent)
            {
                foreach (Argument argument in parent.Command.Arguments)
                {
                    string word = $"<{argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
                    help = help.Replace($" {(argument.Arity.MinimumNumberOfValues == 0 ? $"[{word}]" : word)} {child.Command.Name} ", $" {child.Command.Name} ", StringComparison.Ordinal);
                }
            }

            return help;
        }

        public override int Invoke(ParseResult parseResult)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            using StringWriter own = new();
            parseResult.InvocationConfiguration.Output = own;
            int status = before.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(WithoutParents(own.ToString(), parseResult.CommandResult));
            write(output);
            output.WriteLine();
            return status;
        }
    }
}
