using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Reads scenarios strictly: every diagnostic of a file in one pass, each with its place and its remedy.</summary>
/// <remarks>
/// Keys: <see cref="ScenarioKeys"/>. Codes besides those of TOML and of the library: CN2200 no such scenario, CN2201 to CN2203 sources, CN2204 and CN2205
/// satellites, CN2206 start, CN2207 step, CN2208 size, CN2209 constellation, CN2210 control segment, CN2211 faults, CN2212 sites, CN2213 clock
/// replacement, CN2214 interval, CN2215 text, CN2216 grid.
/// </remarks>
public static class ScenarioReader
{
    /// <param name="nameOrPath">A scenario of the library, or the path of a TOML file.</param>
    /// <param name="overrides">Settings from outside, <c>path=value</c>; the last of a path holds.</param>
    /// <param name="library">Where names are looked up; null: beside the program.</param>
    public static ReadResult<ScenarioDefinition> Read(string nameOrPath, IReadOnlyList<string> overrides, EphemerisLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        library ??= EphemerisLibrary.BuiltIn;
        try
        {
            string path = PathOf(nameOrPath, library);
            return Read(TomlText.Read(path), path, overrides, library);
        }
        catch (InputException e)
        {
            return new ReadResult<ScenarioDefinition>(null, e.Diagnostics);
        }
    }

    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Its name: for diagnostics, the scenario's name, and the folder that relative paths start from.</param>
    /// <param name="overrides">Settings from outside.</param>
    /// <param name="library">Where names are looked up; null: beside the program.</param>
    public static ReadResult<ScenarioDefinition> Read(string text, string fileName, IReadOnlyList<string> overrides, EphemerisLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        TomlDocument document = TomlDocument.Parse(text, fileName);
        if (document.HasErrors)
        {
            return document.Finish<ScenarioDefinition>(() => throw new InvalidOperationException("a document with errors builds nothing"));
        }

        // What is wrong with settings is told together with what is wrong in the file.
        Override(document, overrides);
        ScenarioDefinition? scenario = new ScenarioBinder(document, library ?? EphemerisLibrary.BuiltIn).Bind();
        return document.Finish(() => FilesGiveTheStart(overrides) ? scenario! with { Start = null } : scenario!);
    }

    /// <summary>Every file that a scenario is made of besides its own text: those it names, and those that the library has under the names in it.</summary>
    /// <inheritdoc cref="Read(string, string, IReadOnlyList{string}, EphemerisLibrary?)"/>
    internal static IReadOnlyCollection<string> FilesOf(string text, string fileName, IReadOnlyList<string> overrides, EphemerisLibrary? library = null)
    {
        HashSet<string> files = [];
        TomlDocument document = TomlDocument.Parse(text, fileName);
        if (!document.HasErrors)
        {
            Override(document, overrides);
            new ScenarioBinder(document, (library ?? EphemerisLibrary.BuiltIn).Telling(f => files.Add(f))).Bind();
            files.UnionWith(document.Files);
        }

        return files;
    }

    private static void Override(TomlDocument document, IReadOnlyList<string> settings)
    {
        foreach (string setting in settings)
        {
            document.Override(setting);
        }
    }

    /// <summary>Files given from outside take the place of the scenario's own start, unless that is given from outside as well.</summary>
    private static bool FilesGiveTheStart(IReadOnlyList<string> overrides)
    {
        string[][] settings = [.. overrides.Select(o => o.Split('=', 2, StringSplitOptions.TrimEntries))];
        bool start = settings.Any(s => s[0] == $"{ScenarioKeys.Time.Path}.{ScenarioKeys.Start.Name}");
        return !start && settings.Any(s => s is [var path, var value] && path.EndsWith(".source", StringComparison.Ordinal) && value.Trim('"').Contains(':'));
    }

    private static string PathOf(string nameOrPath, EphemerisLibrary library)
    {
        if (library.Find(LibraryKind.Scenario, nameOrPath) is { } builtIn)
        {
            return builtIn;
        }

        if (File.Exists(nameOrPath))
        {
            return nameOrPath;
        }

        IReadOnlyList<string> names = library.Names(LibraryKind.Scenario), sweeps = library.Names(LibraryKind.Sweep);
        throw new InputException(sweeps.Contains(nameOrPath)
            ? Diagnostic.Error("CN2200", new SourceSpan(nameOrPath), "is a sweep, not a scenario", $"run it with 'constellation batch {nameOrPath}'")
            : Diagnostic.Error("CN2200", new SourceSpan(nameOrPath), "is neither a scenario of the library nor a file", "known: " + string.Join(", ", names) + Spelling.Hint(nameOrPath, names)));
    }
}
