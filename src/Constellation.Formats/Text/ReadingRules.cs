using Constellation.Core;

namespace Constellation.Formats;

/// <summary>What happens to the problems of input files: each is told and the work goes on with the rest, or the first file with one ends it.</summary>
/// <param name="strict">Any problem, also a warning, ends the work.</param>
/// <param name="tell">Told every problem.</param>
public sealed class ReadingRules(bool strict, Action<Diagnostic> tell)
{
    public bool Strict => strict;

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>Strict, as verbs are that have no choice.</summary>
    public static ReadingRules ErrorsEnd { get; } = new(true, _ => { });

    /// <exception cref="InputException">The rules are strict.</exception>
    public void Tell(Diagnostic diagnostic)
    {
        if (strict)
        {
            throw new InputException(diagnostic);
        }

        (Errors, Warnings) = diagnostic.Severity == Severity.Error ? (Errors + 1, Warnings) : (Errors, Warnings + 1);
        tell(diagnostic);
    }

    /// <summary>The last line for people; empty where nothing was wrong.</summary>
    public string Summary(string verb) => Errors + Warnings == 0
        ? ""
        : $"{verb}: {Errors} errors and {Warnings} warnings in the input, told above; the rest was used (--strict ends with status 2 instead)";
}
