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
        ["hdop"] = ("HDOP", "mean horizontal dilution of precision"),
        ["vdop"] = ("VDOP", "mean vertical dilution of precision"),
        ["hpl"] = ("HPL", "horizontal protection level of Advanced RAIM, 95 % of the epochs"),
        ["vpl"] = ("VPL", "vertical protection level of Advanced RAIM, 95 % of the epochs"),
        ["sisre"] = ("signal in space", "signal-in-space error met, root mean square of the satellites in view"),
        ["sisre-worst"] = ("worst in view", "signal-in-space error of the worst satellite in view"),
        ["age"] = ("age of data", "mean age of the data behind the messages in view"),
        ["age-worst"] = ("oldest data", "oldest data behind the messages in view"),
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
        yield return ("Shown", [.. GlobeLayers.Switches.Select(Switch), Lens]);
        yield return ("Colour map", [Map(("none", MapKind.None)), .. MapInfo.All.Select(m => Map((m.Name, m.Kind)))]);
        yield return ("Epochs of the map", [.. MapInfo.Statistics.Select(Statistic)]);
        yield return ("Colours of satellites", [.. GlobeLayers.Colourings.Select(Colours)]);
    }

    private static LayerChoice Lens { get; } = new("errors enlarged", "orbit errors and claimed ellipsoids times a power of ten  (--lens auto)", false, l => l.Lens is not null, m => m.Set(l => l with { Lens = l.Lens is null ? -1 : null }));

    private static LayerChoice Switch(LayerSwitch layer)
    {
        LayerChoice choice = Of(layer.Name, oneOfMany: false, layer.Get, m => m.Set(l => layer.Set(l, !layer.Get(l))));
        return s_words.ContainsKey(layer.Name) ? choice : choice with { Hint = $"{layer.Text}  (--layer {layer.Name})" };
    }

    private static LayerChoice Statistic((string Name, MapStatistic Statistic) one) =>
        new(one.Name == "own" ? "what fits it" : one.Name == "now" ? "this epoch" : one.Name, $"epochs that the map is of  (--statistic {one.Name})", true, l => l.Statistic == one.Statistic, m => m.Set(l => l with { Statistic = one.Statistic }));

    private static LayerChoice Colours((string Name, string Text, Colouring Colouring) one) =>
        new(one.Name.Replace('-', ' '), $"{one.Text}  (--colour-by {one.Name})", true, l => l.ColourBy == one.Colouring, m => m.Set(l => l with { ColourBy = one.Colouring }));

    private static LayerChoice Map((string Name, MapKind Map) map) => Of(map.Name, oneOfMany: true, l => l.Map == map.Map, m => m.ShowMap(map.Map));

    private static LayerChoice Of(string name, bool oneOfMany, Func<GlobeLayers, bool> isOn, Action<ViewerModel> choose)
    {
        (string label, string hint) = s_words.TryGetValue(name, out (string Label, string Hint) words) ? words : (name.Replace('-', ' '), name.Replace('-', ' '));
        return new LayerChoice(label, $"{hint}  (--layer {name})", oneOfMany, isOn, choose);
    }
}
