using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary>Whether what a verb is to write can be written, asked before it computes.</summary>
internal static class OutputCheck
{
    private static readonly string[] s_options = ["--output", "--out", "--plot"];

    /// <exception cref="InputException">CN1005: a name leads through a file, or into a folder in which nothing can be written.</exception>
    public static void Require(ParseResult parsed)
    {
        foreach (OptionResult given in parsed.CommandResult.Children.OfType<OptionResult>().Where(o => !o.Implicit && s_options.Contains(o.Option.Name) && o.Tokens.Count > 0))
        {
            string path = given.Tokens[^1].Value;
            if (path.Length > 0 && path != "-" && !File.Exists(path))
            {
                RequirePlace(given.Option.Name, path, folder: given.Option.HelpName == "DIR");
            }
        }
    }

    private static void RequirePlace(string option, string path, bool folder)
    {
        string? place = folder ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path));
        while (place is not null && !Directory.Exists(place))
        {
            if (File.Exists(place))
            {
                throw new InputException(Diagnostic.Error("CN1005", new SourceSpan(option), $"'{path}' cannot be written: '{place}' is a file, not a folder", "name a place in a folder"));
            }

            place = Path.GetDirectoryName(place);
        }

        try
        {
            using FileStream probe = new(Path.Combine(place ?? ".", $".{Environment.ProcessId}.probe.tmp"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan(option), $"'{path}' cannot be written: no file can be made in the folder '{place}'", "name a place in a folder in which you may write, on a disk with room"));
        }
    }
}
