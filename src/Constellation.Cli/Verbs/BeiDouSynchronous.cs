using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Satellites of BeiDou that take a sidereal day for a revolution: the inclined and the geostationary ones.</summary>
/// <remarks>A clock file does not tell orbits. BeiDou-3 from the library's constellation; BeiDou-2 by the numbers that its geostationary (C01 to C05) and inclined satellites
/// (C06 to C10, C13, C16) have had since 2018, and the two inclined test satellites of BeiDou-3 (C31, C56).</remarks>
internal static class BeiDouSynchronous
{
    private static readonly HashSet<int> s_numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16, 31, 56];

    private static readonly Lazy<HashSet<SatelliteId>> s_library = new(() =>
        [.. EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3")).Satellites.Where(s => s.OrbitClass != OrbitClass.Meo).Select(s => s.Id)]);

    public static bool Contains(SatelliteId id) => id.System == GnssSystem.BeiDou && (s_library.Value.Contains(id) || s_numbers.Contains(id.Number));
}
