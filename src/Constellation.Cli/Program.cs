using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.ExceptionServices;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

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
        // Before anything is read: epochs of the command line are UTC, which installed leap seconds count.
        UseData(args);
        ParseResult parsed = VerbList.Root().Parse(args);
        string[] wrong = [.. Swallowed(parsed, args).Select(o => $"unknown option {o}"), .. parsed.Errors.Select(e => OneLine(e.Message))];
        if (wrong.Length > 0)
        {
            foreach (string message in wrong)
            {
                Console.Error.WriteLine($"constellation: error CN1001: {message}");
            }

            Console.Error.WriteLine($"see 'constellation {string.Join(' ', VerbsOf(parsed))} --help'".Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.WrongInput;
        }

        try
        {
            RequireData();
            OutputCheck.Require(parsed);
            return Invoke(parsed, cancel);
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
            Console.Error.WriteLine($"constellation: error CN1002: {e.Message}; see that the place is there, can be written, and has room");
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

    /// <summary>Work on several threads ends with all their exceptions in one: the first that is no mere end of the others is what happened.</summary>
    private static int Invoke(ParseResult parsed, CancellationToken cancel)
    {
        try
        {
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return parsed.InvokeAsync(configuration, cancel).GetAwaiter().GetResult();
        }
        catch (AggregateException e)
        {
            Exception[] all = [.. e.Flatten().InnerExceptions];
            ExceptionDispatchInfo.Throw(all.FirstOrDefault(i => i is not OperationCanceledException) ?? all[0]);
            throw;
        }
    }

    /// <summary>Sets where data are, before anything is read from there.</summary>
    private static void UseData(string[] args)
    {
        const string Option = "--ephemeris";
        string[] own = [.. args.TakeWhile(a => a != "--")];
        int at = Array.FindLastIndex(own, a => a == Option || a.StartsWith(Option + "=", StringComparison.Ordinal));
        EphemerisFolder.Named = at < 0 ? null : own[at].Length > Option.Length ? own[at][(Option.Length + 1)..] : at + 1 < own.Length ? own[at + 1] : null;
        EopTable.Installed = InstalledFile.EarthOrientation;
        LeapSeconds.Installed = InstalledFile.LeapSecondSteps;
    }

    /// <exception cref="InputException">CN6124: there is no such folder.</exception>
    private static void RequireData()
    {
        if (EphemerisFolder.Own is { } own && !Directory.Exists(own))
        {
            throw new InputException(Diagnostic.Error("CN6124", new SourceSpan(own.Length > 0 ? own : "''"), "there is no such folder of data", $"make it, or mend --ephemeris or {EphemerisFolder.Variable}"));
        }
    }

    /// <summary>Options that no verb knows, taken for values by options and arguments that take several; after <c>--</c> everything is a value.</summary>
    private static IEnumerable<string> Swallowed(ParseResult parsed, string[] args) => args.Contains("--")
        ? []
        : parsed.CommandResult.Children.Where(c => c is OptionResult or ArgumentResult).SelectMany(c => c.Tokens).Select(t => t.Value)
            .Where(v => v.Length > 2 && v.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(v[2]) && args.Contains(v)).Distinct();

    /// <summary>A message that lists values on lines of their own, as one line; values that differ in capitals alone are one.</summary>
    internal static string OneLine(string message)
    {
        string[] lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length < 2 ? message : $"{lines[0]} {string.Join(", ", lines[1..].Select(l => l.Trim('\'')).Distinct(StringComparer.OrdinalIgnoreCase))}";
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
