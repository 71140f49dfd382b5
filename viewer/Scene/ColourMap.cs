namespace Constellation.Viewer;

/// <summary>Colours of a scale from 0 to 1: what the globe, the flat map and the legend share.</summary>
public sealed class ColourMap
{
    private readonly Rgb[] _stops;

    private ColourMap(string name, params int[] stops) => (Name, _stops) = (name, Array.ConvertAll(stops, Rgb.FromHex));

    /// <summary>Matplotlib's default (released under CC0), eleven of its 256 colours: lightness grows evenly, distinct under every colour blindness.</summary>
    public static ColourMap Viridis { get; } = new(
        "viridis", 0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151, 0xbddf26, 0xfde725);

    /// <summary>The same from its other end: bright is low.</summary>
    public static ColourMap ViridisReversed { get; } = new(
        "viridis_r", 0xfde725, 0xbddf26, 0x7ad151, 0x44bf70, 0x22a884, 0x21918c, 0x2a788e, 0x355f8d, 0x414487, 0x482475, 0x440154);

    /// <summary>Blue below, orange above, pale in the middle: hues that no colour blindness confuses, lightness even on both sides.</summary>
    public static ColourMap Diverging { get; } = new(
        "diverging", 0x0b3c6f, 0x1f62a6, 0x4f8fc9, 0x93bfe2, 0xcfe1f0, 0xf2f0ea, 0xf7d9b5, 0xeeb070, 0xd9843a, 0xb35a14, 0x7a3806);

    public string Name { get; }

    /// <summary>Colour at a share of the scale; beyond its ends the end colours.</summary>
    public Rgb At(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (_stops.Length - 1);
        int below = Math.Min((int)place, _stops.Length - 2);
        return _stops[below].Mix(_stops[below + 1], (float)(place - below));
    }
}
