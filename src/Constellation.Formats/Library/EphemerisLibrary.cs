using Constellation.Clocks;
using Constellation.Core;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>The data folder <c>ephemeris</c>: constellations, clocks, signals, payloads, stations and scenarios by name, one TOML file each.</summary>
/// <remarks>Codes: CN2104 a name that is not there, CN2122 a file that is not there; besides those of the readers.</remarks>
public sealed class EphemerisLibrary(string folder, string? own = null)
{
    private static EphemerisLibrary? s_builtIn;
    private Action<string>? _opened;

    /// <summary>The one beside the program, and before it the folder of one's own (<see cref="EphemerisFolder"/>).</summary>
    public static EphemerisLibrary BuiltIn => s_builtIn is { } known && known.Own == EphemerisFolder.Own ? known : s_builtIn = new(EphemerisFolder.BesideProgram, EphemerisFolder.Own);

    public string Folder { get; } = folder;

    /// <summary>Looked through first; null: none.</summary>
    public string? Own { get; } = own;

    /// <summary>The same library, which tells of every file that it reads.</summary>
    public EphemerisLibrary Telling(Action<string> opened) => new(Folder, Own) { _opened = opened };

    /// <summary>The word for one entry: <c>constellation</c>, <c>clock</c>, <c>signal</c>, <c>payload</c>, <c>stations</c>, <c>scenario</c>, <c>sweep</c>, <c>film</c>, <c>lesson</c>.</summary>
    public static string WordFor(LibraryKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The plural of <see cref="WordFor"/>, as <c>list</c> takes it.</summary>
    public static string PluralFor(LibraryKind kind) => kind == LibraryKind.Stations ? WordFor(kind) : WordFor(kind) + "s";

    /// <summary>The kind that a word in singular or plural means; null where it means none.</summary>
    public static LibraryKind? KindOf(string word) => Enum.GetValues<LibraryKind>().Cast<LibraryKind?>()
        .FirstOrDefault(k => word == WordFor(k!.Value) || word == PluralFor(k.Value) || (k == LibraryKind.Stations && word == "station"));

    /// <summary>Names in alphabetical order; those of clocks and signals in upper case.</summary>
    public IReadOnlyList<string> Names(LibraryKind kind) => [.. Files(kind).Select(f => NameOf(kind, f)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The file of an entry, whatever the case of the name; null where there is none.</summary>
    public string? Find(LibraryKind kind, string name) => Files(kind).FirstOrDefault(f => string.Equals(NameOf(kind, f), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>One's own first.</summary>
    private IEnumerable<string> Files(LibraryKind kind) => new[] { Own, Folder }.OfType<string>().Select(f => Path.Combine(f, FolderName(kind))).Where(Directory.Exists)
        .SelectMany(f => Directory.GetFiles(f, "*.toml").Order(StringComparer.Ordinal));

    /// <summary>The file of an entry, or of one's own.</summary>
    /// <param name="kind">What is looked for.</param>
    /// <param name="nameOrFile">Name in any case, or a path that ends in <c>.toml</c>.</param>
    /// <param name="where">Where the name was written, for the message.</param>
    /// <exception cref="InputException">There is no such entry or file.</exception>
    public string PathOf(LibraryKind kind, string nameOrFile, SourceSpan where)
    {
        string word = WordFor(kind);
        if (nameOrFile.EndsWith(".toml", StringComparison.OrdinalIgnoreCase))
        {
            return File.Exists(nameOrFile)
                ? nameOrFile
                : throw new InputException(Diagnostic.Error("CN2122", where, $"no {word} file '{nameOrFile}'", "check the path, or give a name of the library ('constellation list' shows them)"));
        }

        IReadOnlyList<string> names = Names(kind);
        return Find(kind, nameOrFile) ?? throw new InputException(Diagnostic.Error(
            "CN2104", where, $"{word} '{nameOrFile}' is not in the library", names.Count == 0 ? $"the folder {FolderOf(kind)} is empty or missing" : "known: " + string.Join(", ", names) + Spelling.Hint(nameOrFile, names)));
    }

    public ClockModel Clock(string nameOrFile, SourceSpan where) => Read(LibraryKind.Clock, nameOrFile, where, ClockModelReader.Read);

    public LinkPayload Payload(string nameOrFile, SourceSpan where) => Read(LibraryKind.Payload, nameOrFile, where, LinkPayloadReader.Read);

    public StationSet Stations(string nameOrFile, SourceSpan where) => Read(LibraryKind.Stations, nameOrFile, where, StationSetReader.Read);

    public SignalDefinition Signal(string nameOrFile, SourceSpan where) => Read(LibraryKind.Signal, nameOrFile, where, SignalReader.Read);

    /// <summary>Every signal of the library.</summary>
    public SignalCatalogue Signals() => new(Names(LibraryKind.Signal).Select(n => Signal(n, new SourceSpan(n))));

    /// <summary>A constellation whose clocks are all in the library.</summary>
    public ConstellationDefinition Constellation(string nameOrFile, SourceSpan where) => Read(LibraryKind.Constellation, nameOrFile, where, ReadConstellation);

    /// <summary>Reads a constellation's text; a clock that the library does not hold is an error.</summary>
    public ReadResult<ConstellationDefinition> ReadConstellation(string text, string fileName) => ConstellationReader.Read(text, fileName, Names(LibraryKind.Clock));

    /// <summary>Every entry of a kind with its description, the title for scenarios; a file that cannot be read says so in its place.</summary>
    public IReadOnlyList<LibraryEntry> List(LibraryKind kind) =>
        [.. Names(kind).Select(n => new LibraryEntry(kind, n, DescriptionOf(Find(kind, n)!)))];

    private static string DescriptionOf(string path)
    {
        try
        {
            TomlDocument document = TomlDocument.Parse(TomlText.Read(path), path);
            return document.HasErrors
                ? document.Finish(() => "").Diagnostics[0].ToString()
                : document.Root.String("title", document.Root.String("description", ""));
        }
        catch (InputException e)
        {
            return e.Diagnostics[0].ToString();
        }
    }

    private T Read<T>(LibraryKind kind, string nameOrFile, SourceSpan where, Func<string, string, ReadResult<T>> read)
        where T : class
    {
        string path = PathOf(kind, nameOrFile, where);
        _opened?.Invoke(path);
        return read(TomlText.Read(path), path).ValueOrThrow();
    }

    internal static LibraryKind? KindOfFolder(string name) => Enum.GetValues<LibraryKind>().Cast<LibraryKind?>().FirstOrDefault(k => FolderName(k!.Value) == name);

    private string FolderOf(LibraryKind kind) => Path.Combine(Folder, FolderName(kind));

    private static string FolderName(LibraryKind kind) => kind switch
    {
        LibraryKind.Constellation => "constellations",
        LibraryKind.Clock => "clocks",
        LibraryKind.Signal => "signals",
        LibraryKind.Payload => "links",
        LibraryKind.Stations => "stations",
        LibraryKind.Scenario => "scenarios",
        LibraryKind.Film => "films",
        LibraryKind.Lesson => "lessons",
        _ => "sweeps",
    };

    private static string NameOf(LibraryKind kind, string path)
    {
        string stem = Path.GetFileNameWithoutExtension(path);
        return kind is LibraryKind.Clock or LibraryKind.Signal ? stem.ToUpperInvariant() : stem;
    }
}
