using Constellation.Core;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;
using Place = Constellation.Core.SourceSpan;

namespace Constellation.Formats;

/// <summary>A TOML file read strictly: every value keeps its place, and a key that nobody asked for is an error.</summary>
/// <remarks>
/// Read values through <see cref="Root"/>, then call <see cref="Finish{T}"/>: it reports what was wrong and what was left unread.
/// The parser is Tomlyn's; strictness and typed access are ours, since Tomlyn ignores unknown keys.
/// </remarks>
public sealed class TomlDocument
{
    /// <summary>What a person can still read.</summary>
    private const int MostDiagnostics = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<string> _files = [];

    private TomlDocument(string fileName) => (FileName, Root) = (fileName, new TomlTable(this, "", new Place(fileName, 1, 1)));

    /// <summary>Name of the file in diagnostics.</summary>
    public string FileName { get; }

    public TomlTable Root { get; }

    /// <summary>Paths of files that the document's values name, as far as they were read.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Whether something was wrong so far.</summary>
    public bool HasErrors => _diagnostics.Exists(d => d.Severity == Severity.Error);

    /// <summary>So much is wrong that more tells nothing new.</summary>
    internal bool IsFull => _diagnostics.Count >= 10 * MostDiagnostics;

    public static TomlDocument Parse(string text, string fileName)
    {
        TomlDocument document = new(fileName);
        DocumentSyntax syntax;
        try
        {
            syntax = SyntaxParser.Parse(text, fileName, true);
        }
        catch (TomlException e)
        {
            // The parser gives up on values nested more than 64 levels deep.
            document.Report("CN2001", document.Root.Where, e.Message.Split('.')[0], "correct the TOML syntax");
            return document;
        }

        foreach (DiagnosticMessage message in syntax.Diagnostics)
        {
            document.Report("CN2001", document.At(message.Span), message.Message, "correct the TOML syntax");
        }

        if (!document.HasErrors)
        {
            TomlTreeBuilder.Build(syntax, document);
        }

        return document;
    }

    /// <summary>Sets one value from outside the file: <c>path=value</c>, the value in TOML or as bare text.</summary>
    public void Override(string setting)
    {
        Place where = new($"--set {setting}");
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        string path = equals < 0 ? "" : setting[..equals].Trim();
        if (path.Length == 0)
        {
            Report("CN1003", where, "no value", "write path=value, such as users.mask_deg=10");
            return;
        }

        string text = setting[(equals + 1)..].Trim();
        DocumentSyntax? syntax = ParseValue(text, where);
        if (syntax is null)
        {
            Report("CN1003", where, "the value is neither TOML nor plain text", "quote it");
            return;
        }

        string[] keys = path.Split('.');
        if (keys.Length > TomlTreeBuilder.DeepestNesting)
        {
            Report("CN1003", where, $"a path of {keys.Length} parts", $"at most {TomlTreeBuilder.DeepestNesting} are read");
            return;
        }

        TomlTable? table = Root;
        foreach (string key in keys[..^1])
        {
            table = table?.OpenTable(key, where, mayExist: true);
        }

        table?.Replace(keys[^1], TomlTreeBuilder.ValueOf(syntax, path, this, where));
    }

    internal void Names(string file) => _files.Add(file);

    /// <summary>Adds an error at a place of this document.</summary>
    public void Report(string code, Place where, string problem, string remedy)
    {
        if (!IsFull)
        {
            _diagnostics.Add(Diagnostic.Error(code, where, problem, remedy));
        }
    }

    /// <summary>Adds what another reader found, such as that of a file which this one names.</summary>
    public void Report(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>All diagnostics, settings from outside first, then in the order of the file, then those of other files, with the value where there was no error.</summary>
    public ReadResult<T> Finish<T>(Func<T> build)
        where T : class
    {
        T? value = HasErrors ? null : build();
        Root.ReportUnreadKeys();
        List<Diagnostic> sorted = [.. _diagnostics.Distinct().OrderBy(d => Rank(d.Where)).ThenBy(d => d.Where.Line).ThenBy(d => d.Where.Column)];
        if (sorted.Count > MostDiagnostics)
        {
            sorted.RemoveRange(MostDiagnostics, sorted.Count - MostDiagnostics);
            sorted.Add(Diagnostic.Error("CN2009", new Place(FileName), $"more than {MostDiagnostics} problems", "mend these first, or check that the file is of the kind you meant"));
        }

        return new ReadResult<T>(HasErrors ? null : value, sorted);
    }

    /// <summary>A value in TOML, else the text itself as a string; null where neither can be.</summary>
    private static DocumentSyntax? ParseValue(string text, Place where)
    {
        string quoted = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        foreach (string candidate in new[] { $"x = {text}", $"x = \"{quoted}\"" })
        {
            try
            {
                DocumentSyntax syntax = SyntaxParser.Parse(candidate, where.File, true);
                if (!syntax.HasErrors && syntax.KeyValues.ChildrenCount == 1 && syntax.Tables.ChildrenCount == 0)
                {
                    return syntax;
                }
            }
            catch (TomlException)
            {
                continue;
            }
        }

        return null;
    }

    private int Rank(Place where) => where.File == FileName ? 1 : where.Line == 0 ? 0 : 2;

    internal Place At(Tomlyn.Syntax.SourceSpan span) => new(Root.Where.File, span.Start.Line + 1, span.Start.Column + 1);
}
