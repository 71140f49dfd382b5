namespace Constellation.Viewer;

/// <summary>An opaque colour, sRGB components from 0 to 1.</summary>
public readonly record struct Rgb(float Red, float Green, float Blue)
{
    /// <summary>From <c>0xRRGGBB</c>.</summary>
    public static Rgb FromHex(int rgb) => new((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);

    /// <summary>Straight line between two colours; <paramref name="share"/> 0 is this one.</summary>
    public Rgb Mix(Rgb other, float share) =>
        new(Red + (share * (other.Red - Red)), Green + (share * (other.Green - Green)), Blue + (share * (other.Blue - Blue)));

    /// <summary>Relative luminance, 0 to 1. [WCAG21] definition of relative luminance.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(double component) => component <= 0.04045 ? component / 12.92 : Math.Pow((component + 0.055) / 1.055, 2.4);
}
