using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Gathers the diagnostics of one file, up to a number that a person can still read.</summary>
internal sealed class DiagnosticBag(string file)
{
    private const int Most = 100;

    /// <summary>A file with so many errors is not of the kind that it seems to be.</summary>
    private const int Endless = 20_000;

    private int _untoldErrors;
    private int _untoldWarnings;
    private readonly List<Diagnostic> _diagnostics = [];

    public string File => file;

    /// <summary>So many errors that reading on is of no use.</summary>
    public bool Full => _untoldErrors >= Endless;

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Error(string code, int line, int column, string problem, string remedy)
    {
        HasErrors = true;
        Add(Diagnostic.Error(code, new SourceSpan(file, line, column), problem, remedy));
    }

    public void Warning(string code, int line, int column, string problem, string remedy) =>
        Add(Diagnostic.Warning(code, new SourceSpan(file, line, column), problem, remedy));

    /// <summary>The value if there were no errors, with all diagnostics.</summary>
    public ReadResult<T> Result<T>(T value)
        where T : class => new(HasErrors ? null : value, Told());

    /// <summary>What could be read, with all diagnostics; null where it is nothing.</summary>
    public ReadResult<T> Remaining<T>(T? value)
        where T : class => new(value, Told());

    private void Add(Diagnostic diagnostic)
    {
        if (_diagnostics.Count < Most)
        {
            _diagnostics.Add(diagnostic);
        }
        else if (diagnostic.Severity == Severity.Error)
        {
            _untoldErrors++;
        }
        else
        {
            _untoldWarnings++;
        }
    }

    private List<Diagnostic> Told()
    {
        int more = _untoldErrors + _untoldWarnings;
        if (more > 0)
        {
            string problem = $"{more} more problems{(Full ? "; the rest of the file was not read" : "")}", remedy = "mend these first, or check that the file is of the kind you meant";
            _diagnostics.Add(_untoldErrors > 0 ? Diagnostic.Error("CN3004", new SourceSpan(file), problem, remedy) : Diagnostic.Warning("CN3004", new SourceSpan(file), problem, remedy));
            (_untoldErrors, _untoldWarnings) = (0, 0);
        }

        return _diagnostics;
    }
}
