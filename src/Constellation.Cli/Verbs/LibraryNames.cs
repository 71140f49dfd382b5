using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Names as <c>list</c> and <c>show</c> use them: kinds in singular and plural, entries with or without their kind.</summary>
internal static class LibraryNames
{
    public const string Models = "models", Forces = "forces";

    private const string Model = "model";

    private static readonly LibraryKind[] s_kinds = Enum.GetValues<LibraryKind>();

    /// <summary>What can be listed.</summary>
    public static IReadOnlyList<string> Lists { get; } = [.. s_kinds.Select(EphemerisLibrary.PluralFor), Models, Forces];

    /// <summary>Names and one-line descriptions of a list.</summary>
    public static IReadOnlyList<(string Name, string Description)> List(string plural, EphemerisLibrary library) => plural switch
    {
        Models => [.. PhysicalModel.All.Select(m => (m.Name, $"{m.Description}; error: {m.Error}"))],
        Forces =>
        [
            .. ForceCatalog.Sets.Select(s => (s.Name, $"{s.Description}: {string.Join(", ", s.Forces)}")),
            .. ForceCatalog.Forces.Select(f => (f.Name, f.Description)),
        ],
        _ => [.. library.List(EphemerisLibrary.KindOf(plural)!.Value).Select(e => (e.Name, e.Description))],
    };

    /// <summary>The TOML text of <c>NAME</c> or <c>KIND/NAME</c>.</summary>
    /// <exception cref="InputException">There is no such entry, or a bare name fits two kinds.</exception>
    public static string Text(string name, EphemerisLibrary library)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        string entry = name[(slash + 1)..];
        string[] kinds = [.. s_kinds.Select(EphemerisLibrary.WordFor), Model];
        string? kind = slash < 0 ? null : Singular(name[..slash]);
        if (slash >= 0 && kind is null)
        {
            throw Unknown(name, $"'{name[..slash]}' is not a kind", "known: " + string.Join(", ", kinds) + Spelling.Hint(name[..slash], kinds));
        }

        string[] found = [.. kinds.Where(k => (kind ?? k) == k && Find(k, entry, library) is not null)];
        return found.Length switch
        {
            1 => Find(found[0], entry, library)!,
            0 => throw NotThere(name, entry, kind is null ? kinds : [kind], library),
            _ => throw new InputException(Diagnostic.Error("CN1008", new SourceSpan(name), $"fits {found.Length} kinds", "write one of " + string.Join(", ", found.Select(k => $"{k}/{entry}")))),
        };
    }

    private static string? Singular(string word) => word is Model or Models ? Model : EphemerisLibrary.KindOf(word) is { } kind ? EphemerisLibrary.WordFor(kind) : null;

    private static string? Find(string kind, string entry, EphemerisLibrary library) => kind == Model
        ? PhysicalModel.All.FirstOrDefault(m => string.Equals(m.Name, entry, StringComparison.OrdinalIgnoreCase))?.ToToml()
        : library.Find(EphemerisLibrary.KindOf(kind)!.Value, entry) is { } path ? TomlText.Read(path) : null;

    private static InputException NotThere(string name, string entry, string[] kinds, EphemerisLibrary library)
    {
        string[] known = [.. kinds.SelectMany(k => k == Model ? PhysicalModel.All.Select(m => m.Name) : library.Names(EphemerisLibrary.KindOf(k)!.Value)).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        string remedy = kinds.Length == 1 ? "known: " + string.Join(", ", known) : "'constellation list' shows what is";
        return Unknown(name, "is not in the library", remedy + Spelling.Hint(entry, known));
    }

    private static InputException Unknown(string name, string problem, string remedy) => new(Diagnostic.Error("CN1007", new SourceSpan(name), problem, remedy));
}
