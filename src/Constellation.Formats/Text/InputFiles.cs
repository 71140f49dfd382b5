using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Several files of one kind, read together.</summary>
public static class InputFiles
{
    /// <summary>Reads all files before it gives up, so that the problems of all are told at once.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="read">Their reader.</param>
    /// <param name="warn">Told every warning; null: warnings are for someone else to ask.</param>
    /// <exception cref="InputException">All errors of all files.</exception>
    public static List<T> ReadAll<T>(IReadOnlyList<string> paths, Func<string, ReadResult<T>> read, Action<Diagnostic>? warn = null)
        where T : class
    {
        List<ReadResult<T>> results = [.. paths.Select(read)];
        Diagnostic[] errors = [.. results.Where(r => !r.Succeeded).SelectMany(r => r.Diagnostics)];
        if (errors.Length > 0)
        {
            throw new InputException(errors);
        }

        foreach (Diagnostic warning in results.SelectMany(r => r.Diagnostics))
        {
            warn?.Invoke(warning);
        }

        return results.ConvertAll(r => r.Value!);
    }

    /// <summary>Reads all files and goes on with what could be read of them: every problem is told, and at the end how many there were.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="read">Their reader.</param>
    /// <param name="rules">Where problems are told, and whether any of them ends the work.</param>
    /// <exception cref="InputException">Nothing of a file could be read, or <paramref name="rules"/> are strict and there is a problem.</exception>
    public static List<T> ReadUsable<T>(IReadOnlyList<string> paths, Func<string, ReadResult<T>> read, ReadingRules rules)
        where T : class
    {
        List<ReadResult<T>> results = [.. paths.Select(read)];
        Diagnostic[] all = [.. results.SelectMany(r => r.Diagnostics)];
        if (results.Exists(r => !r.Usable) || (rules.Strict && all.Length > 0))
        {
            throw new InputException(all);
        }

        foreach (Diagnostic diagnostic in all)
        {
            rules.Tell(diagnostic);
        }

        return results.ConvertAll(r => r.Value!);
    }

    /// <summary>What can be read by the rules; without rules all or nothing, and warnings are not told.</summary>
    internal static List<T> Read<T>(IReadOnlyList<string> paths, Func<string, ReadResult<T>> read, ReadingRules? rules)
        where T : class => rules is null ? ReadAll(paths, read) : ReadUsable(paths, read, rules);
}
