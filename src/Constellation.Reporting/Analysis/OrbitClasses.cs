using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The classes of orbit that take part in a run, in the order in which every figure and table lists them.</summary>
internal static class OrbitClasses
{
    private static readonly string[] s_order = ["meo", "igso", "geo"];

    public static IReadOnlyList<string> Of(IEnumerable<RunSatellite> satellites) =>
        [.. satellites.Select(s => s.OrbitClass).Distinct().OrderBy(Rank).ThenBy(c => c, StringComparer.Ordinal)];

    /// <summary>For people: <c>MEO</c>.</summary>
    public static string Label(string orbitClass) => orbitClass.ToUpperInvariant();

    public static OrbitClass Parse(string orbitClass) =>
        Enum.TryParse(orbitClass, ignoreCase: true, out OrbitClass value) ? value : OrbitClass.Meo;

    private static int Rank(string orbitClass) => Array.IndexOf(s_order, orbitClass) is >= 0 and int i ? i : s_order.Length;
}
