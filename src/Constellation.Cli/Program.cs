using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;

namespace Constellation.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        using InterruptHandling interrupts = new();
        return Run(args, interrupts.Token);
    }

    /// <summary>Parses, invokes, and maps every failure to an exit code of the contract.</summary>
    internal static int Run(string[] args, CancellationToken cancel)
    {
        ParseResult parsed = VerbList.Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                Console.Error.WriteLine($"constellation: error CN1001: {error.Message}");
            }

            Console.Error.WriteLine($"see 'constellation {string.Join(' ', VerbsOf(parsed))} --help'".Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.WrongInput;
        }

        try
        {
            OutputCheck.Require(parsed);
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return parsed.InvokeAsync(configuration, cancel).GetAwaiter().GetResult();
        }
        catch (InputException e)
        {
            foreach (Diagnostic diagnostic in e.Diagnostics)
            {
                Console.Error.WriteLine(diagnostic);
            }

            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("interrupted");
            return InterruptHandling.ExitStatus;
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"constellation: error CN1002: {e.Message}");
            return ExitCode.WrongInput;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"constellation: internal error CN9001: {e.GetType().Name}: {e.Message}; please report it with the command line and the input files");
            if (Environment.GetEnvironmentVariable("CONSTELLATION_DEBUG") is not null)
            {
                Console.Error.WriteLine(e);
            }

            return ExitCode.Internal;
        }
    }

    /// <summary>The reader of our standard output went away (<c>| head</c>): not an error of ours.</summary>
    private static bool IsBrokenPipe(IOException e) => e.HResult == 32 || e.Message.Contains("Broken pipe", StringComparison.Ordinal);

    private static List<string> VerbsOf(ParseResult parsed)
    {
        List<string> names = [];
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: not RootCommand } command; result = result.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return names;
    }
}
