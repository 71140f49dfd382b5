namespace Constellation.Viewer;

/// <summary>The colour of the ground from afar, as soft patches: deserts, forests, ice. From general knowledge, good to some hundred kilometres; the coasts are those of the map.</summary>
internal static class LandCover
{
    private static readonly Rgb s_desert = Rgb.FromHex(0xb09a6e), s_dune = Rgb.FromHex(0xc0a878), s_red = Rgb.FromHex(0xa07a54), s_steppe = Rgb.FromHex(0x8d8a62), s_forest = Rgb.FromHex(0x3a5a36),
        s_high = Rgb.FromHex(0x8f8578), s_ice = Rgb.FromHex(0xe4ebf0), s_tundra = Rgb.FromHex(0x7f8472), s_field = Rgb.FromHex(0x5d7046), s_savanna = Rgb.FromHex(0x7d7d4c);

    /// <summary>Centre and half axes of a patch (degrees), its colour, and how much of the ground it covers in its middle. Later ones lie over earlier ones.</summary>
    private static readonly (double Latitude, double Longitude, double North, double East, Rgb Colour, float Share)[] s_patches =
    [
        // Forests of the tropics and of the north.
        (-5, -62, 11, 14, s_forest, 1), (1, 20, 6, 11, s_forest, 1), (6, -5, 4, 9, s_forest, 0.7f), (1, 113, 6, 9, s_forest, 1), (-5, 141, 5, 9, s_forest, 1), (15, 102, 8, 7, s_forest, 0.7f), (-1, 102, 5, 5, s_forest, 1),
        (52, -85, 8, 25, s_forest, 0.75f), (60, 100, 7, 45, s_forest, 0.75f), (61, 40, 6, 25, s_forest, 0.7f), (47, -123, 8, 4, s_forest, 0.8f), (35, -83, 6, 8, s_forest, 0.5f), (27, 113, 6, 9, s_forest, 0.5f),
        // Grass between them.
        (13, 10, 4, 26, s_savanna, 0.9f), (-10, 25, 8, 14, s_savanna, 0.7f), (-14, -48, 8, 8, s_savanna, 0.7f), (49, 75, 5, 28, s_steppe, 0.9f), (47, 105, 5, 14, s_steppe, 0.9f), (41, -102, 9, 6, s_steppe, 0.8f), (-34, -64, 7, 5, s_steppe, 0.6f), (20, 77, 8, 6, s_savanna, 0.6f), (-30, 25, 5, 7, s_savanna, 0.8f),
        // Deserts.
        (23, 2, 8.5, 20, s_dune, 1), (23, 24, 8.5, 15, s_dune, 1), (22, 46, 9, 11, s_dune, 1), (31, 57, 6, 9, s_desert, 0.95f), (27, 70, 4, 4, s_desert, 0.9f), (41, 61, 6, 10, s_desert, 0.9f), (39.5, 83, 3.5, 9, s_dune, 1), (42, 104, 3.5, 9, s_desert, 0.9f),
        (-25, 130, 8, 14, s_red, 1), (-23, 18, 6, 5, s_desert, 0.9f), (-22, -69, 9, 2.5, s_desert, 0.9f), (-46, -69, 7, 3.5, s_steppe, 0.9f), (34, -113, 6, 6, s_desert, 0.9f), (28, -104, 5, 5, s_desert, 0.7f), (7, 46, 5, 5, s_desert, 0.8f), (40, -115, 4, 5, s_steppe, 0.9f),
        // High mountains.
        (33, 88, 4, 12, s_high, 1), (37, 73, 3, 5, s_high, 0.9f), (-15, -71, 8, 2.5, s_high, 0.8f), (44, -110, 8, 3, s_high, 0.7f), (46.5, 10, 1.2, 4, s_high, 0.8f), (42.5, 44, 1.2, 5, s_high, 0.7f), (9, 39, 4, 3, s_high, 0.5f), (29.5, 85, 1.2, 9, s_ice, 0.5f),
        // Tundra and ice.
        (70, -100, 7, 30, s_tundra, 1), (70, 110, 5, 60, s_tundra, 0.95f), (66, -155, 4, 14, s_tundra, 0.9f), (65, -18.5, 1.5, 4, s_tundra, 1), (72.5, -40, 9, 12, s_ice, 1), (79, -40, 5, 22, s_ice, 1), (79.5, -85, 4.5, 20, s_ice, 0.85f), (79, 20, 2.5, 12, s_ice, 0.9f), (75, 60, 4, 8, s_ice, 0.6f), (80.5, 58, 2, 12, s_ice, 0.9f), (79, 98, 2, 8, s_ice, 0.7f),
    ];

    /// <summary>The colour of land at a place.</summary>
    public static Rgb At(double latitudeDeg, double longitudeDeg)
    {
        double away = Math.Abs(latitudeDeg);
        Rgb colour = s_forest.Mix(s_field, (float)Smooth((away - 8) / 20)).Mix(s_tundra, (float)Smooth((away - 52) / 18));
        foreach ((double latitude, double longitude, double north, double east, Rgb over, float share) in s_patches)
        {
            double y = (latitudeDeg - latitude) / north;
            if (Math.Abs(y) > 1.6)
            {
                continue;
            }

            double x = Math.IEEERemainder(longitudeDeg - longitude, 360) / east, square = (x * x) + (y * y);
            if (square < 2.56)
            {
                // Whole in the middle, gone 1.6 half axes out.
                colour = colour.Mix(over, share * (float)Smooth((1.6 - Math.Sqrt(square)) / 1.1));
            }
        }

        return colour.Mix(s_ice, (float)Smooth((-latitudeDeg - 60) / 4));
    }

    private static double Smooth(double share)
    {
        double s = Math.Clamp(share, 0, 1);
        return s * s * (3 - (2 * s));
    }
}
