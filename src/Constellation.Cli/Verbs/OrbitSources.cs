using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Sources that verbs take for orbits: files, or constellations of the library or of a TOML file by mean motion with J2 secular rates.</summary>
internal static class OrbitSources
{
    public static EphemerisSource Open(IReadOnlyList<string> sources) => Open(sources, SatelliteSelector.All).Ephemeris;

    /// <summary>Opens the sources and chooses satellites; spares of a constellation come only when they are named.</summary>
    /// <param name="sources">Files of one kind, or names of constellations.</param>
    /// <param name="satellites">The choice.</param>
    /// <param name="rules">What problems of files do; null: errors end the work.</param>
    /// <param name="names">Satellite numbers of objects that do not tell theirs.</param>
    public static OrbitSource Open(IReadOnlyList<string> sources, SatelliteSelector satellites, ReadingRules? rules = null, IReadOnlyDictionary<string, SatelliteId>? names = null)
    {
        EphemerisLibrary library = EphemerisLibrary.BuiltIn;
        bool[] named = [.. sources.Select(s => s.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) || library.Find(LibraryKind.Constellation, s) is not null)];
        if (Array.Exists(named, n => n))
        {
            return Array.TrueForAll(named, n => n)
                ? Constellations(sources.Select(s => library.Constellation(s, new SourceSpan(s))), satellites)
                : throw new InputException(Diagnostic.Error("CN3006", new SourceSpan(sources[Array.IndexOf(named, false)]), "is a file among names of constellations", "give files or constellations, not both"));
        }

        if (sources.Count == 1 && !File.Exists(sources[0]) && !Directory.Exists(sources[0]))
        {
            IReadOnlyList<string> known = library.Names(LibraryKind.Constellation);
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(sources[0]), "is neither a file nor a constellation of the library", "check the path; constellations: " + string.Join(", ", known) + Spelling.Hint(sources[0], known)));
        }

        RequireIds(satellites);
        EphemerisSource source = EphemerisSource.Open(sources, null, rules, names);
        source.Tell(rules?.Strict ?? false);
        return new OrbitSource(source, RequireAny(satellites, [.. source.Satellites.Where(satellites.Accepts)], source.Satellites));
    }

    /// <summary>A choice without groups: files do not tell planes and clocks.</summary>
    public static SatelliteSelector RequireIds(SatelliteSelector satellites) => satellites.FirstGroup is { } group
        ? throw new InputException(Diagnostic.Error("CN1006", new SourceSpan("--sat"), $"'{group}' needs the description of a constellation, which files do not have", "name satellites, ranges or systems, such as C19,C32-C37,E"))
        : satellites;

    private static OrbitSource Constellations(IEnumerable<ConstellationDefinition> constellations, SatelliteSelector satellites)
    {
        SortedDictionary<SatelliteId, SatelliteDefinition> all = [];
        Dictionary<SatelliteId, IOrbit> orbits = [];
        foreach (ConstellationDefinition constellation in constellations)
        {
            foreach (SatelliteDefinition satellite in constellation.Satellites)
            {
                (all[satellite.Id], orbits[satellite.Id]) = (satellite, ConstellationOrbits.Mean(satellite, constellation.Epoch));
            }
        }

        bool chosen(SatelliteDefinition s) => s.Role == SatelliteRole.Active ? satellites.Accepts(s) : satellites.Names(s.Id);
        return new OrbitSource(EphemerisSource.Of(orbits), RequireAny(satellites, [.. all.Values.Where(chosen).Select(s => s.Id)], [.. all.Keys]));
    }

    /// <summary>Tells, as a warning, which satellites that were named one by one are not there.</summary>
    public static void TellMissing(SatelliteSelector satellites, IReadOnlyCollection<SatelliteId> offered)
    {
        if (satellites.MissingFrom(offered).ToArray() is { Length: > 0 } missing)
        {
            Console.Error.WriteLine(Diagnostic.Warning("CN4009", new SourceSpan("--sat"), $"the source has no {string.Join(", ", SatelliteSelector.Describe(missing))}", "the others are used"));
        }
    }

    private static SatelliteId[] RequireAny(SatelliteSelector satellites, SatelliteId[] chosen, IReadOnlyList<SatelliteId> offered)
    {
        if (chosen.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the source has no such satellite", offered.Count == 0 ? "it has none with a state" : $"it has {string.Join(", ", SatelliteSelector.Describe(offered))}"));
        }

        TellMissing(satellites, offered);
        return chosen;
    }
}
