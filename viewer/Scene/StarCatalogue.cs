using System.Globalization;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Stars to magnitude 6, brightest first. Origin: <c>ephemeris/earth-map/README.md</c>.</summary>
public static class StarCatalogue
{
    private static readonly Rgb s_blue = Rgb.FromHex(0xaac4ff), s_white = Rgb.FromHex(0xfdfbff), s_orange = Rgb.FromHex(0xffc489);

    private static readonly Lazy<IReadOnlyList<BrightStar>> s_bright = new(Read);

    public static IReadOnlyList<BrightStar> Bright => s_bright.Value;

    private static List<BrightStar> Read()
    {
        using StreamReader reader = new(BuiltInData.Open("earth-map/stars.csv"));
        List<BrightStar> stars = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            double[] f = Array.ConvertAll(line.Split(','), t => double.Parse(t, CultureInfo.InvariantCulture));
            Vector3d direction = Ellipsoid.Up(GeodeticPoint.FromDegrees(f[1], f[0], 0));
            // Colour index: -0.3 hot and blue, 0.6 white as the Sun, 1.8 cool and orange.
            Rgb colour = f[3] < 0.6 ? s_blue.Mix(s_white, (float)Math.Clamp((f[3] + 0.3) / 0.9, 0, 1)) : s_white.Mix(s_orange, (float)Math.Clamp((f[3] - 0.6) / 1.2, 0, 1));
            stars.Add(new BrightStar(direction, f[2], colour));
        }

        return stars;
    }
}
