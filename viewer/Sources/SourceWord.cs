using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>A word that names a source of scenes, and what it means.</summary>
/// <remarks>
/// What lies on the disk goes before names. <c>KIND/NAME</c> always works; a bare name that fits a scenario and a constellation is an error that lists both.
/// </remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Path, or name in the library.</param>
internal sealed record SourceWord(SourceWordKind Kind, string Text)
{
    /// <summary>A file larger than this holds more than a scene can use, bytes.</summary>
    private const long MostBytes = 1L << 28;

    /// <summary>What a bare name can mean.</summary>
    private static readonly LibraryKind[] s_kinds = [LibraryKind.Constellation, LibraryKind.Scenario];

    /// <exception cref="InputException">CN1008 two kinds, CN5001 no run, CN5050 nothing of that name, CN5051 another kind of the library, CN5052 too large or no file.</exception>
    public static SourceWord Of(string word, EphemerisLibrary library, string runs)
    {
        if (Directory.Exists(word))
        {
            return new(SourceWordKind.Run, word);
        }

        if (File.Exists(word))
        {
            return OfFile(word);
        }

        int slash = word.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && EphemerisLibrary.KindOf(word[..slash]) is { } kind)
        {
            return OfKind(word, kind, word[(slash + 1)..], library);
        }

        LibraryKind[] fits = [.. s_kinds.Where(k => library.Find(k, word) is not null)];
        return fits switch
        {
            [var only] => OfKind(word, only, word, library),
            [] => Unknown(word, library, runs),
            _ => throw new InputException(Diagnostic.Error("CN1008", new SourceSpan(word), $"fits {fits.Length} kinds", "write one of " + string.Join(", ", fits.Select(k => $"{EphemerisLibrary.WordFor(k)}/{word}")))),
        };
    }

    private static SourceWord OfFile(string path)
    {
        FileInfo file = new(path);
        if (file.Attributes.HasFlag(FileAttributes.Device) || (!OperatingSystem.IsWindows() && file.UnixFileMode == UnixFileMode.None && file.Length == 0))
        {
            throw new InputException(Diagnostic.Error("CN5052", new SourceSpan(path), "is not a regular file", "give a file"));
        }

        if (file.Length > MostBytes)
        {
            throw new InputException(Diagnostic.Error("CN5052", new SourceSpan(path), $"is larger than {MostBytes >> 20} MiB", "cut it to the days and satellites that are to be seen"));
        }

        if (file.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN5053", new SourceSpan(path), "is empty", "give a file with orbits"));
        }

        return !path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? new(SourceWordKind.File, path)
            : LibraryCheck.KindOf(path) is LibraryKind.Constellation ? new(SourceWordKind.Constellation, path)
            : new(SourceWordKind.Scenario, path);
    }

    private static SourceWord OfKind(string word, LibraryKind kind, string name, EphemerisLibrary library)
    {
        SourceWordKind means = kind switch
        {
            LibraryKind.Constellation => SourceWordKind.Constellation,
            LibraryKind.Scenario => SourceWordKind.Scenario,
            _ => throw new InputException(Diagnostic.Error("CN5051", new SourceSpan(word), $"{EphemerisLibrary.WordFor(kind)} cannot be seen on the globe", "give a run, a scenario, a constellation, or files with orbits")),
        };
        library.PathOf(kind, name, new SourceSpan(word));
        return new(means, name);
    }

    private static SourceWord Unknown(string word, EphemerisLibrary library, string runs)
    {
        string target = Path.Combine(runs, word);
        if (word.Length > 0 && Directory.Exists(target))
        {
            return new(SourceWordKind.Run, target);
        }

        // A path without an ending can only be meant as the folder of a run.
        if (word.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.HasExtension(word))
        {
            return new(SourceWordKind.Run, word);
        }

        string[] known = [.. library.Names(LibraryKind.Constellation).Concat(library.Names(LibraryKind.Scenario)).Distinct().Order(StringComparer.Ordinal)];
        throw new InputException(Diagnostic.Error(
            "CN5050", new SourceSpan(word.Length > 0 ? word : "''"), "is neither a run folder nor a file, and neither a scenario nor a constellation of the library", "check the path; known names: " + string.Join(", ", known) + Spelling.Hint(word, known)));
    }
}
