using System.Text.RegularExpressions;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary>What <c>query</c> runs: one statement that selects. Statements that write (<c>COPY</c>, <c>ATTACH</c>, <c>EXPORT</c>) are turned away, also behind another one or an <c>EXPLAIN ANALYZE</c>.</summary>
internal static partial class SelectStatement
{
    private static readonly string[] s_first = ["SELECT", "WITH", "FROM", "DESCRIBE", "SUMMARIZE", "VALUES", "SHOW", "PIVOT", "UNPIVOT"];

    /// <exception cref="InputException">CN6052: it does not select, or it is more than one.</exception>
    public static void Require(string sql)
    {
        string bare = Ignored().Replace(sql, m => m.Value[0] is '-' or '/' ? " " : "''").Trim().TrimEnd(';', ' ', '\n', '\r', '\t');
        string first = Explained().Replace(bare, "").TrimStart(' ', '\n', '\r', '\t', '(');
        string? problem = bare.Contains(';', StringComparison.Ordinal) ? "there is more than one statement"
            : !s_first.Any(w => Regex.IsMatch(first, $@"^{w}\b", RegexOptions.IgnoreCase)) ? "the statement does not begin with SELECT"
            : null;
        if (problem is not null)
        {
            throw new InputException(Diagnostic.Error("CN6052", new SourceSpan("query"), problem, "one statement that selects is run; nothing is changed"));
        }
    }

    /// <summary>A statement that was found to be one, without comments and without its end: it fits into another.</summary>
    public static string Body(string sql) => Ignored().Replace(sql, m => m.Value[0] is '-' or '/' ? " " : m.Value).Trim().TrimEnd(';', ' ', '\n', '\r', '\t');

    /// <summary>Comments, and texts and names in quotes, in which a semicolon ends nothing.</summary>
    [GeneratedRegex(@"--[^\n\r]*|/\*.*?\*/|(?<!\w)[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|""(?:[^""]|"""")*""|(?<![\w$])\$(\w*)\$.*?\$\1\$", RegexOptions.Singleline)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^\s*EXPLAIN\b(?:\s+ANALYZE\b)?(?:\s*\([^)]*\))?", RegexOptions.IgnoreCase)]
    private static partial Regex Explained();
}
