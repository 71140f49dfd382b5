namespace Constellation.Viewer;

/// <summary>A layer that is on or off; <c>no-</c> before its name turns it off.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Text">For people.</param>
/// <param name="Get">Whether it is on.</param>
/// <param name="Set">The layers with it on or off.</param>
public sealed record LayerSwitch(string Name, string Text, Func<GlobeLayers, bool> Get, Func<GlobeLayers, bool, GlobeLayers> Set)
{
    /// <summary>A layer of the selected satellite and one of all satellites.</summary>
    internal static LayerSwitch[] Pair(string one, string all, string text, Func<GlobeLayers, Extent> get, Func<GlobeLayers, Extent, GlobeLayers> set) =>
    [
        new(one, $"{text} of the selected satellite", l => get(l) == Extent.Selected, (l, on) => set(l, on ? Extent.Selected : Extent.None)),
        new(all, $"{text} of all satellites", l => get(l) == Extent.All, (l, on) => set(l, on ? Extent.All : Extent.None)),
    ];
}
