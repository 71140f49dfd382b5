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

    /// <summary>Blue below zero, orange above, pale between: differences.</summary>
    public static ColourMap BlueOrange { get; } = new("blue_orange", 0x0b3c8c, 0x3d7fc4, 0x9cc4e4, 0xf2f2f0, 0xf2b98c, 0xd9662c, 0x8c2a04);

    public string Name { get; }

    /// <summary>Colour at a share of the scale; beyond its ends the end colours.</summary>
    public Rgb At(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (_stops.Length - 1);
        int below = Math.Min((int)place, _stops.Length - 2);
        return _stops[below].Mix(_stops[below + 1], (float)(place - below));
    }
}
