using System.Diagnostics.CodeAnalysis;

namespace Constellation.Viewer;

/// <summary>What is drawn: one colour map, and layers that are on or off.</summary>
public sealed record GlobeLayers
{
    private static readonly (string Name, MapKind Map)[] s_maps =
    [
        ("hpe95", MapKind.Hpe95), ("vpe95", MapKind.Vpe95), ("pdop", MapKind.Pdop), ("visible", MapKind.Visible), ("availability", MapKind.Availability), ("none", MapKind.None),
    ];

    private static readonly (string Name, Func<GlobeLayers, bool, GlobeLayers> Set)[] s_switches =
    [
        ("links", (l, on) => l with { Links = on }),
        ("orbits", (l, on) => l with { Orbits = on }),
        ("labels", (l, on) => l with { Labels = on }),
        ("stations", (l, on) => l with { Stations = on }),
        ("graticule", (l, on) => l with { Graticule = on }),
        ("stars", (l, on) => l with { Stars = on }),
        ("flat-map", (l, on) => l with { FlatMap = on }),
        ("text", (l, on) => l with { Text = on }),
    ];

    public MapKind Map { get; init; } = MapKind.Hpe95;

    public bool Links { get; init; } = true;

    public bool Orbits { get; init; } = true;

    /// <summary>Names of satellites.</summary>
    public bool Labels { get; init; } = true;

    public bool Stations { get; init; } = true;

    public bool Graticule { get; init; } = true;

    public bool Stars { get; init; } = true;

    /// <summary>The whole Earth's colour map as a small flat map, where there is a colour map.</summary>
    public bool FlatMap { get; init; } = true;

    /// <summary>Title, time, legend, credits.</summary>
    public bool Text { get; init; } = true;

    /// <summary>Every name that <see cref="TryParse"/> knows; layers can also be written with <c>no-</c> before them.</summary>
    public static string Known => $"{string.Join(", ", s_maps.Select(m => m.Name))} (the colour map); {string.Join(", ", s_switches.Select(s => s.Name))} (on unless written no-...)";

    /// <summary>Reads names: one colour map at most, layers by name or, to leave them out, with <c>no-</c> before it.</summary>
    public static bool TryParse(IEnumerable<string> names, [NotNullWhen(true)] out GlobeLayers? layers, out string problem, MapKind standard = MapKind.Hpe95)
    {
        layers = new GlobeLayers { Map = standard };
        problem = "";
        string? map = null;
        foreach (string name in names)
        {
            if (Array.Find(s_maps, m => m.Name == name) is { Name: not null } chosen)
            {
                problem = map is null || map == name ? problem : $"'{map}' and '{name}' are both colour maps: one at a time";
                (map, layers) = (name, layers with { Map = chosen.Map });
                continue;
            }

            bool on = !name.StartsWith("no-", StringComparison.Ordinal);
            string bare = on ? name : name[3..];
            if (Array.Find(s_switches, s => s.Name == bare) is { Name: not null } found)
            {
                layers = found.Set(layers, on);
                continue;
            }

            problem = $"there is no layer '{name}'; known: {Known}";
            break;
        }

        layers = problem.Length == 0 ? layers : null;
        return layers is not null;
    }
}
