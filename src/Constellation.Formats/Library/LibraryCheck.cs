using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Tells what a TOML file is by the keys at its top, and reads it for <c>check</c>.</summary>
public static class LibraryCheck
{
    /// <summary>Keys and tables that mark each kind of file; names and descriptions are everywhere.</summary>
    private static readonly (LibraryKind Kind, string[] Marks)[] s_marks =
    [
        (LibraryKind.Sweep, ["title", "scenario", "axes", "points", "design", "seeds", "metrics", "scopes", "set"]),
        (LibraryKind.Scenario, ["title", "seed", "time", "constellation", "orbits", "clocks", "links", "control", "broadcast", "users", "faults"]),
        (LibraryKind.Lesson, ["title", "step"]),
        (LibraryKind.Film, ["title", "keyframe"]),
        (LibraryKind.Constellation, ["epoch", "satellite", "walker"]),
        (LibraryKind.Stations, ["station"]),
        (LibraryKind.Payload, ["view", "slots", "ranging", "terminal", "antenna", "acquisition"]),
        (LibraryKind.Signal, ["system", "rinex_code", "code", "power", "group_delay"]),
        (LibraryKind.Clock, ["noise", "unit", "harmonic", "events", "published"]),
    ];

    /// <param name="path">A TOML file.</param>
    /// <param name="library">Where the names in it are looked up.</param>
    /// <param name="scenario">Reads a scenario's text.</param>
    /// <param name="sweep">Reads a sweep's text.</param>
    /// <param name="shown">Reads the text of a film or lesson.</param>
    /// <returns>What was found; null when the file is of no kind known here.</returns>
    public static FileCheck? Read(string path, EphemerisLibrary library, Func<string, FileCheck> scenario, Func<string, FileCheck> sweep, Func<LibraryKind, string, FileCheck>? shown = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(scenario);
        string text = TomlText.Read(path);
        TomlDocument document = TomlDocument.Parse(text, path);
        if (document.HasErrors)
        {
            return new FileCheck(path, "", document.Finish(() => "").Diagnostics);
        }

        return document.Root.Has("block")
            ? Describe(path, AntennaTableReader.Parse(text, path), _ => "antenna offsets of satellites")
            : KindOf(document.Root, path) switch
            {
                LibraryKind.Scenario => scenario(text),
                LibraryKind.Sweep => sweep(text),
                LibraryKind.Constellation => Describe(path, library.ReadConstellation(text, path), c => $"constellation {c.Name}, {c.Active.Count()} active satellites and {c.Satellites.Count - c.Active.Count()} spares"),
                LibraryKind.Clock => Describe(path, ClockModelReader.Read(text, path), c => $"clock {c.Name}, {c.Description}"),
                LibraryKind.Signal => Describe(path, SignalReader.Read(text, path), s => $"signal {s.Name}, {s.Frequency / 1e6:0.###} MHz"),
                LibraryKind.Payload => Describe(path, LinkPayloadReader.Read(text, path), p => $"payload {p.Name}, {p.Description}"),
                LibraryKind.Stations => Describe(path, StationSetReader.Read(text, path), s => $"stations {s.Name}, {s.Sites.Count} sites"),
                LibraryKind.Film => shown?.Invoke(LibraryKind.Film, text),
                LibraryKind.Lesson => shown?.Invoke(LibraryKind.Lesson, text),
                _ => null,
            };
    }

    /// <summary>What a TOML file seems to be; null where neither its keys nor its folder tell, or it is no TOML.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static LibraryKind? KindOf(string path)
    {
        TomlDocument document = TomlDocument.Parse(TomlText.Read(path), path);
        return document.HasErrors ? null : KindOf(document.Root, path);
    }

    /// <summary>The kind that most of the keys at the top belong to, else that of the folder; null where neither tells.</summary>
    private static LibraryKind? KindOf(TomlTable root, string path)
    {
        (LibraryKind Kind, int Hits)[] hits = [.. s_marks.Select(m => (m.Kind, m.Marks.Count(root.Has)))];
        int most = hits.Max(h => h.Hits);
        return most > 0
            ? hits.First(h => h.Hits == most).Kind
            : EphemerisLibrary.KindOfFolder(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "");
    }

    private static FileCheck Describe<T>(string path, ReadResult<T> result, Func<T, string> summary)
        where T : class => new(path, result.Value is { } value ? summary(value) : "", result.Diagnostics);
}
