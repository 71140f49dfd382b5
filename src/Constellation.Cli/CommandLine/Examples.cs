using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Constellation.Cli;

/// <summary>Adds examples below a command's <c>--help</c>.</summary>
internal static class Examples
{
    public static Command WithExamples(this Command command, params string[] examples)
    {
        HelpOption help = new();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        command.Options.Add(help);
        return command;
    }

    private sealed class HelpWithExamples(HelpAction standard, string[] examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int status = standard.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
            return status;
        }
    }
}
