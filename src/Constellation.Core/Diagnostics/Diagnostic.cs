namespace Constellation.Core;

/// <summary>One thing that is wrong with an input: a stable code, its place, the problem, and how to mend it.</summary>
/// <remarks>Codes: CN1xxx command line, CN2xxx scenario and catalogue files, CN3xxx GNSS files, CN4xxx data coverage.</remarks>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Where, string Problem, string Remedy)
{
    /// <summary><c>file(line,column): error CN1234: problem; remedy</c></summary>
    public override string ToString()
    {
        string severity = Severity == Severity.Error ? "error" : "warning";
        string remedy = Remedy.Length == 0 ? "" : "; " + Remedy;
        return $"{Where}: {severity} {Code}: {Problem}{remedy}";
    }

    public static Diagnostic Error(string code, SourceSpan where, string problem, string remedy = "") =>
        new(code, Severity.Error, where, problem, remedy);

    public static Diagnostic Warning(string code, SourceSpan where, string problem, string remedy = "") =>
        new(code, Severity.Warning, where, problem, remedy);
}
