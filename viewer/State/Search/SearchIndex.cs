using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Satellites, stations and named users of a scene, found by any of their names.</summary>
internal static class SearchIndex
{
    private const int Most = 60;

    /// <summary>Everything, in the order of the scene: satellites, stations, users.</summary>
    public static IReadOnlyList<SearchEntry> Of(ISceneSource source, GlobeScene scene)
    {
        Dictionary<string, RunSatellite> known = [];
        foreach (RunSatellite satellite in source.Folder?.Manifest.Satellites ?? [])
        {
            known[satellite.Sat] = satellite;
        }

        List<SearchEntry> entries = [];
        foreach (SceneSatellite satellite in scene.Satellites)
        {
            string id = satellite.Id.ToString();
            RunSatellite? more = known.GetValueOrDefault(id);
            string[] words = [id, $"{satellite.Id.Number}", more?.Svn ?? "", satellite.Plane, more?.Slot ?? "", more?.Block ?? "", more?.Clock ?? "", satellite.OrbitClass, satellite.Group.Name];
            string detail = string.Join(", ", new[] { more?.Svn, more?.Block ?? satellite.Group.Name, satellite.Plane.Length > 0 ? $"plane {satellite.Plane}" : null, more?.Clock }.Where(t => !string.IsNullOrEmpty(t)));
            entries.Add(new SearchEntry(id, detail, [.. words.Where(w => w.Length > 0)]) { Satellite = satellite.Id });
        }

        entries.AddRange(scene.Stations.Select(s => new SearchEntry(s.Name, s.Anchor ? "station with a crosslink terminal" : "station", [s.Name, "station"]) { Place = s.Place }));
        entries.AddRange(scene.Sites.Select(s => new SearchEntry(s.Name, "named user", [s.Name, "user"]) { Place = s.Place }));
        return entries;
    }

    /// <summary>What fits every word that was typed: first where a name is that word, then where one begins with it, then where one holds it.</summary>
    public static IReadOnlyList<SearchEntry> Find(IReadOnlyList<SearchEntry> entries, string text)
    {
        string[] typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // "plane A": the word says what the next one is, no more.
        typed = typed.Length > 1 ? [.. typed.Where(t => !t.Equals("plane", StringComparison.OrdinalIgnoreCase))] : typed;
        return typed.Length == 0 ? [] :
        [
            .. entries.Select((entry, order) => (entry, order, rank: typed.Max(t => Rank(entry, t))))
                .Where(e => e.rank < int.MaxValue).OrderBy(e => e.rank).ThenBy(e => e.order).Take(Most).Select(e => e.entry),
        ];
    }

    private static int Rank(SearchEntry entry, string typed) => entry.Words.Min(word =>
        word.Equals(typed, StringComparison.OrdinalIgnoreCase) ? 0
        : word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : word.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 2
        : int.MaxValue);
}
