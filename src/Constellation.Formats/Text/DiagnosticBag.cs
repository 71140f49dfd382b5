using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Gathers the diagnostics of one file, up to a number that a person can still read.</summary>
internal sealed class DiagnosticBag(string file)
{
    private const int Most = 100;
    private readonly List<Diagnostic> _diagnostics = [];

    public string File => file;

    /// <summary>So many errors that reading on tells nothing new.</summary>
    public bool Full => _diagnostics.Count >= Most;

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Error(string code, int line, int column, string problem, string remedy)
    {
        HasErrors = true;
        if (Full)
        {
            return;
        }

        _diagnostics.Add(Diagnostic.Error(code, new SourceSpan(file, line, column), problem, remedy));
        if (Full)
        {
            _diagnostics.Add(Diagnostic.Error("CN3004", new SourceSpan(file, line), $"more than {Most - 1} problems; the rest of the file was not read", "mend these first, or check that the file is of the kind you meant"));
        }
    }

    public void Warning(string code, int line, int column, string problem, string remedy)
    {
        if (!Full)
        {
            _diagnostics.Add(Diagnostic.Warning(code, new SourceSpan(file, line, column), problem, remedy));
        }
    }

    /// <summary>The value if there were no errors, with all diagnostics.</summary>
    public ReadResult<T> Result<T>(T value)
        where T : class => new(HasErrors ? null : value, _diagnostics);
}
