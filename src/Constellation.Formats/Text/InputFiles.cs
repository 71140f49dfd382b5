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
}
