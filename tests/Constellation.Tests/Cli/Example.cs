using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary>A command line as help texts and pages show it.</summary>
/// <param name="Line">From <c>constellation</c> on.</param>
/// <param name="Place">Where it stands.</param>
internal sealed partial record Example(string Line, string Place)
{
    /// <summary>Those of <c>--help</c> of every verb.</summary>
    public static IEnumerable<Example> OfHelp() => Commands(VerbList.Root(), "").SelectMany(c =>
    {
        using StringWriter output = new();
        VerbList.Root().Parse([.. c.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Invoke(new InvocationConfiguration { Output = output });
        return output.ToString().Split('\n').SkipWhile(l => l.TrimEnd() != "Examples:").Where(l => l.StartsWith("  constellation ", StringComparison.Ordinal)).Select(l => new Example(l.Trim(), $"{c} --help"));
    });

    /// <summary>Those of a page: in blocks and in line.</summary>
    public static IEnumerable<Example> OfPage(string path) => Lines().Matches(File.ReadAllText(path).Replace("\\\n", " ", StringComparison.Ordinal))
        .Select(m => m.Groups[1].Value + m.Groups[2].Value).Select(l => new Example(l.Split("  #")[0].Trim(), Path.GetFileName(path)));

    /// <summary>Words as a shell would hand them over, without <c>constellation</c>; what follows a pipe or a redirection is the shell's.</summary>
    public string[] Words()
    {
        List<string> words = [];
        StringBuilder word = new();
        char quote = '\0';
        bool begun = false;
        foreach (char c in Line + " ")
        {
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                word.Append(quote == '\0' ? "" : c.ToString());
            }
            else if (c is '\'' or '"')
            {
                (quote, begun) = (c, true);
            }
            else if (c is not ' ')
            {
                word.Append(c);
                begun = true;
            }
            else if (begun)
            {
                words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }

        return [.. words.Skip(1).TakeWhile(w => w is not ("|" or ">" or "&&"))];
    }

    private static IEnumerable<string> Commands(Command command, string name) =>
        command.Subcommands.SelectMany(s => Commands(s, $"{name} {s.Name}".Trim())).Prepend(name);

    [GeneratedRegex("^(constellation [^\n]*)$|`(constellation [^`\n]*)`", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
