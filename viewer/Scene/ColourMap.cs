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

    /// <summary>For points on a dark sky: viridis from its bright end on, no darker than a violet that still shines; bright is low.</summary>
    public static ColourMap Sky { get; } = new(
        "sky", 0xfde725, 0xd2e21b, 0xa5db36, 0x7ad151, 0x54c568, 0x35b779, 0x2aa5a0, 0x3d92bf, 0x5580cc, 0x6a6fd0, 0x7a5fca);

    /// <summary>The diverging map without its dark ends.</summary>
    public static ColourMap DivergingSky { get; } = new(
        "diverging_sky", 0x3f86d0, 0x6aa5de, 0x93bfe2, 0xcfe1f0, 0xf2f0ea, 0xf7d9b5, 0xeeb070, 0xe39250, 0xd87a2c);

    public string Name { get; }

    /// <summary>Colour at a share of the scale; beyond its ends the end colours.</summary>
    public Rgb At(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (_stops.Length - 1);
        int below = Math.Min((int)place, _stops.Length - 2);
        return _stops[below].Mix(_stops[below + 1], (float)(place - below));
    }
}
