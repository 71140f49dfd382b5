using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Sets and problems of one file. A bad set is left out with a warning; that nothing is left is an error.</summary>
internal sealed class ElementSetBag(string file)
{
    /// <summary>More than this nobody reads; the summary counts the rest.</summary>
    private const int MostTold = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<MeanElementSet> _sets = [];
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _untold;
    private int _leftOut;

    public string File => file;

    public int Problems { get; private set; }

    public SourceSpan At(int line, int column = 1) => new(file, line, column);

    public void Add(MeanElementSet set) => _sets.Add(set);

    /// <summary>A set is left out; the reason is a word or two for the summary.</summary>
    public void LeaveOut(string code, int line, int column, string problem, string remedy, string reason)
    {
        _leftOut++;
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        Tell(Diagnostic.Warning(code, At(line, column), problem, remedy));
    }

    /// <summary>Something that a person should know, but no set is lost.</summary>
    public void Warn(string code, int line, int column, string problem, string remedy) => Tell(Diagnostic.Warning(code, At(line, column), problem, remedy));

    /// <param name="kind">What the file is.</param>
    /// <param name="errors">Errors of reading it at all.</param>
    public ReadResult<ElementSetFile> Result(string kind, IReadOnlyList<Diagnostic> errors)
    {
        if (_untold > 0)
        {
            _diagnostics.Add(Diagnostic.Warning("CN3208", new SourceSpan(file), $"{_untold} more problems of this kind are not listed", ""));
        }

        string reasons = string.Join(", ", _reasons.Select(r => $"{r.Value} {r.Key}"));
        if (_sets.Count == 0)
        {
            _diagnostics.Add(Diagnostic.Error("CN3201", At(1), _leftOut == 0 ? "there is no element set in the file" : $"none of the {_leftOut} element sets can be used: {reasons}", "give a file of two-line elements or an OMM (KVN, XML, JSON, CSV), plain or gzip"));
        }
        else if (_leftOut > 0)
        {
            _diagnostics.Add(Diagnostic.Warning("CN3208", new SourceSpan(file), $"{_leftOut} of {_sets.Count + _leftOut} element sets are left out: {reasons}", "the others are used"));
        }

        _diagnostics.AddRange(errors);
        return new ReadResult<ElementSetFile>(_sets.Count == 0 ? null : new ElementSetFile(kind, _sets, _leftOut), _diagnostics);
    }

    private void Tell(Diagnostic diagnostic)
    {
        Problems++;
        if (_diagnostics.Count < MostTold)
        {
            _diagnostics.Add(diagnostic);
        }
        else
        {
            _untold++;
        }
    }
}
