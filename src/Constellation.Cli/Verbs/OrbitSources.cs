using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Sources that verbs take for orbits (<see cref="OrbitSource"/>), with the choice of satellites.</summary>
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
        OrbitSource source = OrbitSource.Open(sources, rules, names);
        if (source.Constellations.Count > 0)
        {
            bool chosen(SatelliteDefinition s) => s.Role == SatelliteRole.Active ? satellites.Accepts(s) : satellites.Names(s.Id);
            return source with { Satellites = RequireAny(satellites, [.. source.Definitions.Values.Where(chosen).Select(s => s.Id)], [.. source.Definitions.Keys]) };
        }

        RequireIds(satellites);
        source.Ephemeris.Tell(rules?.Strict ?? false);
        return source with { Satellites = RequireAny(satellites, [.. source.Satellites.Where(satellites.Accepts)], source.Satellites) };
    }

    /// <summary>A choice without groups: files do not tell planes and clocks.</summary>
    public static SatelliteSelector RequireIds(SatelliteSelector satellites) => satellites.FirstGroup is { } group
        ? throw new InputException(Diagnostic.Error("CN1006", new SourceSpan("--sat"), $"'{group}' needs the description of a constellation, which files do not have", "name satellites, ranges or systems, such as C19,C32-C37,E"))
        : satellites;

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
