namespace Constellation.Viewer;

/// <summary>A line of the layer panel, made from the lists of <see cref="GlobeLayers"/>.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">What it means, with the word that the command line knows it by.</param>
/// <param name="IsOneOfMany">A choice that ends another, instead of on and off.</param>
/// <param name="IsOn">Whether layers have it.</param>
/// <param name="Choose">Chooses it, or switches it.</param>
internal sealed record LayerChoice(string Label, string Hint, bool IsOneOfMany, Func<GlobeLayers, bool> IsOn, Action<ViewerModel> Choose)
{
    private static readonly Dictionary<string, (string Label, string Hint)> s_words = new()
    {
        ["none"] = ("no map", "the Earth as it is"),
        ["hpe95"] = ("horizontal error", "95 % of the epochs have a smaller horizontal position error"),
        ["vpe95"] = ("vertical error", "95 % of the epochs have a smaller vertical position error"),
        ["pdop"] = ("PDOP", "mean position dilution of precision"),
        ["visible"] = ("satellites in use", "mean number of satellites in use"),
        ["availability"] = ("availability", "share of the epochs with an accepted position"),
        ["links"] = ("links", "crosslinks and links to stations of the slot that is shown"),
        ["orbits"] = ("orbits", "orbits of all satellites"),
        ["labels"] = ("names", "names of satellites, and of stations from near"),
        ["stations"] = ("stations", "ground stations"),
        ["graticule"] = ("grid", "lines of latitude and longitude, 30 degrees apart"),
        ["stars"] = ("stars", "bright stars where they stand at this epoch"),
        ["flat-map"] = ("flat map", "the whole Earth's colour map as a small flat map"),
        ["text"] = ("title, legend", "title, time, legend and credits on the picture"),
    };

    /// <summary>All choices, by heading.</summary>
    public static IEnumerable<(string Heading, LayerChoice[] Choices)> Groups()
    {
        yield return ("Shown", [.. GlobeLayers.Switches.Select(Switch)]);
        yield return ("Colour map", [Map(("none", MapKind.None)), .. MapInfo.All.Select(m => Map((m.Name, m.Kind)))]);
    }

    // A layer is on where switching it on changes nothing: no list of getters is needed beside that of setters.
    private static LayerChoice Switch(LayerSwitch layer)
    {
        bool IsOn(GlobeLayers layers) => layer.Set(layers, true) == layers;
        return Of(layer.Name, oneOfMany: false, IsOn, m => m.Set(l => layer.Set(l, !IsOn(l))));
    }

    private static LayerChoice Map((string Name, MapKind Map) map) => Of(map.Name, oneOfMany: true, l => l.Map == map.Map, m => m.ShowMap(map.Map));

    private static LayerChoice Of(string name, bool oneOfMany, Func<GlobeLayers, bool> isOn, Action<ViewerModel> choose)
    {
        (string label, string hint) = s_words.TryGetValue(name, out (string Label, string Hint) words) ? words : (name.Replace('-', ' '), name.Replace('-', ' '));
        return new LayerChoice(label, $"{hint}  (--layer {name})", oneOfMany, isOn, choose);
    }
}
