using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Sources that verbs take for orbits: files, or the name of a constellation of the library.</summary>
internal static class OrbitSources
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ephemeris", "constellations");

    /// <summary>Names of constellations, in order.</summary>
    public static IEnumerable<string> Names =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.toml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal) : [];

    /// <summary>Files of one kind, merged; or constellations: their active satellites, and the spares that <paramref name="filter"/> names.</summary>
    public static EphemerisSource Open(IReadOnlyList<string> sources, SatelliteFilter filter) =>
        sources.All(s => IsName(s) && !Path.Exists(s))
            ? EphemerisSource.Of(sources.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(s => Orbits(s, filter)).ToDictionary(o => o.Id, o => o.Orbit))
            : EphemerisSource.Open(sources);

    private static bool IsName(string source) => source.Length > 0 && source.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+');

    private static IEnumerable<(SatelliteId Id, IOrbit Orbit)> Orbits(string name, SatelliteFilter filter)
    {
        string path = Path.Combine(Folder, name.ToLowerInvariant() + ".toml");
        if (!File.Exists(path))
        {
            throw new InputException(Diagnostic.Error(
                "CN3008", new SourceSpan(name), "is neither a file nor a constellation of the library", $"known: {string.Join(", ", Names)}{Spelling.Hint(name, Names)}"));
        }

        ConstellationDefinition constellation = ConstellationReader.Read(File.ReadAllText(path), path).ValueOrThrow();
        return constellation.Satellites
            .Where(s => s.Role == SatelliteRole.Active || filter.Names(s.Id))
            .Select(s => (s.Id, (IOrbit)ConstellationOrbits.Mean(s, constellation.Epoch)));
    }
}
