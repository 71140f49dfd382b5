using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Reads sweeps strictly: every diagnostic of a file in one pass, each with its place, those of the settings it gives to its scenario included.</summary>
/// <remarks>Codes besides those of TOML: CN6000 no such sweep, CN6001 and CN6002 axes and ranges, CN6003 an axis that matches no key, CN6004 a value that the
/// scenario refuses, CN6005 an axis that changes nothing, CN6006 too many points, CN6007 metrics and scopes, CN6008 designs, CN6009 names given twice.</remarks>
public static class SweepReader
{
    /// <param name="nameOrPath">A sweep of the library, or the path of a TOML file.</param>
    /// <param name="library">Where names are looked up; null: beside the program.</param>
    public static ReadResult<SweepDefinition> Read(string nameOrPath, EphemerisLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        library ??= EphemerisLibrary.BuiltIn;
        try
        {
            string path = PathOf(nameOrPath, library);
            return Read(TomlText.Read(path), path, library);
        }
        catch (InputException e)
        {
            return new ReadResult<SweepDefinition>(null, e.Diagnostics);
        }
    }

    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Its name: for diagnostics, the sweep's name, and the folder that a scenario's path starts from.</param>
    /// <param name="library">Where names are looked up; null: beside the program.</param>
    public static ReadResult<SweepDefinition> Read(string text, string fileName, EphemerisLibrary? library = null)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        if (document.HasErrors)
        {
            return document.Finish<SweepDefinition>(() => throw new InvalidOperationException("a document with errors builds nothing"));
        }

        SweepDefinition? sweep = new SweepBinder(document, library ?? EphemerisLibrary.BuiltIn).Bind();
        return document.Finish(() => sweep!);
    }

    /// <summary>Whether a name is that of a sweep rather than of a scenario.</summary>
    public static bool IsSweep(string name, EphemerisLibrary? library = null) => (library ?? EphemerisLibrary.BuiltIn).Find(LibraryKind.Sweep, name) is not null;

    private static string PathOf(string nameOrPath, EphemerisLibrary library)
    {
        if (library.Find(LibraryKind.Sweep, nameOrPath) is { } builtIn)
        {
            return builtIn;
        }

        if (File.Exists(nameOrPath))
        {
            return nameOrPath;
        }

        IReadOnlyList<string> names = library.Names(LibraryKind.Sweep);
        throw new InputException(library.Names(LibraryKind.Scenario).Contains(nameOrPath)
            ? Diagnostic.Error("CN6000", new SourceSpan(nameOrPath), "is a scenario, not a sweep", $"run it with 'constellation run {nameOrPath}', or write a sweep file that begins with scenario = \"{nameOrPath}\"")
            : Diagnostic.Error("CN6000", new SourceSpan(nameOrPath), "is neither a sweep of the library nor a file", "known: " + string.Join(", ", names) + Spelling.Hint(nameOrPath, names)));
    }
}
