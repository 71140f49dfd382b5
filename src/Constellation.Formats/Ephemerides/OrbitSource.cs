using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Formats;

/// <summary>Orbits from what a user names: files of one kind, or constellations of the library or of a TOML file by mean motion with J2 secular rates.</summary>
/// <param name="Ephemeris">The states.</param>
/// <param name="Satellites">Those chosen, in order; at first all of a file, and of a constellation those that are active.</param>
public sealed record OrbitSource(EphemerisSource Ephemeris, IReadOnlyList<SatelliteId> Satellites)
{
    /// <summary>Plane, class and equipment of the satellites of a constellation, spares too; empty for files.</summary>
    public IReadOnlyDictionary<SatelliteId, SatelliteDefinition> Definitions { get; init; } = new Dictionary<SatelliteId, SatelliteDefinition>();

    /// <summary>The constellations, in the order of their names; empty for files.</summary>
    public IReadOnlyList<ConstellationDefinition> Constellations { get; init; } = [];

    /// <summary>Whether a word is taken for a constellation: a name of the library, or a TOML file.</summary>
    public static bool IsConstellation(string source, EphemerisLibrary library)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(library);
        source = Bare(source);
        return source.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) || library.Find(LibraryKind.Constellation, source) is not null;
    }

    /// <summary><c>constellation/NAME</c> is written where a name fits two kinds; here it can mean one only.</summary>
    private static string Bare(string source)
    {
        string kind = EphemerisLibrary.WordFor(LibraryKind.Constellation) + "/";
        return source.StartsWith(kind, StringComparison.Ordinal) && !Path.Exists(source) ? source[kind.Length..] : source;
    }

    /// <summary>Opens files of one kind, or constellations.</summary>
    /// <param name="sources">Files of one kind, or names of constellations.</param>
    /// <param name="rules">What problems of files do; null: errors end the work.</param>
    /// <param name="names">Satellite numbers of objects that do not tell theirs.</param>
    /// <param name="library">Where names are looked up; null: beside the program.</param>
    /// <exception cref="InputException">CN3000 a word that is neither, CN3006 both at once, and what the readers say.</exception>
    public static OrbitSource Open(IReadOnlyList<string> sources, ReadingRules? rules = null, IReadOnlyDictionary<string, SatelliteId>? names = null, EphemerisLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        EphemerisLibrary known = library ?? EphemerisLibrary.BuiltIn;
        sources = [.. sources.Select(Bare)];
        bool[] named = [.. sources.Select(s => IsConstellation(s, known))];
        if (Array.Exists(named, n => n))
        {
            return Array.TrueForAll(named, n => n)
                ? Of([.. sources.Select(s => known.Constellation(s, new SourceSpan(s)))])
                : throw new InputException(Diagnostic.Error("CN3006", new SourceSpan(sources[Array.IndexOf(named, false)]), "is a file among names of constellations", "give files or constellations, not both"));
        }

        if (sources.Count == 1 && !File.Exists(sources[0]) && !Directory.Exists(sources[0]))
        {
            IReadOnlyList<string> all = known.Names(LibraryKind.Constellation);
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(sources[0]), "is neither a file nor a constellation of the library", "check the path; constellations: " + string.Join(", ", all) + Spelling.Hint(sources[0], all)));
        }

        EphemerisSource source = EphemerisSource.Open(sources, null, rules, names);
        return new OrbitSource(source, source.Satellites);
    }

    /// <summary>Constellations together; of two with one satellite the later holds.</summary>
    public static OrbitSource Of(IReadOnlyList<ConstellationDefinition> constellations)
    {
        ArgumentNullException.ThrowIfNull(constellations);
        SortedDictionary<SatelliteId, SatelliteDefinition> all = [];
        Dictionary<SatelliteId, IOrbit> orbits = [];
        foreach (ConstellationDefinition constellation in constellations)
        {
            foreach (SatelliteDefinition satellite in constellation.Satellites)
            {
                (all[satellite.Id], orbits[satellite.Id]) = (satellite, ConstellationOrbits.Mean(satellite, constellation.Epoch));
            }
        }

        return new OrbitSource(EphemerisSource.Of(orbits), [.. all.Values.Where(s => s.Role == SatelliteRole.Active).Select(s => s.Id)]) { Definitions = all, Constellations = constellations };
    }
}
