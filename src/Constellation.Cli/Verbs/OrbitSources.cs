using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Sources that verbs take for orbits: files.</summary>
internal static class OrbitSources
{
    public static EphemerisSource Open(IReadOnlyList<string> sources) => EphemerisSource.Open(sources);
}
