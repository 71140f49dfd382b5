using System.Globalization;
using System.Text;

namespace Constellation.Tests.Formats.Ionex;

/// <summary>A small file: two maps of 5 x 5 nodes, two hours apart, values 10 (row) + column in 0.1 TECU, twice that in the second map; RMS maps of 7.</summary>
internal static class IonexSample
{
    public static string Text(string exponent = "    -1", string maps = "     2", double height2 = 450)
    {
        StringBuilder text = new();
        void Line(string content, string label) => text.Append(content.PadRight(60)).Append(label).Append('\n');
        Line("     1.0            IONOSPHERE MAPS     GPS", "IONEX VERSION / TYPE");
        Line("test                nobody              01-JAN-20 00:00", "PGM / RUN BY / DATE");
        Line("two maps", "DESCRIPTION");
        Line("  2020     1     1     0     0     0", "EPOCH OF FIRST MAP");
        Line("  2020     1     1     2     0     0", "EPOCH OF LAST MAP");
        Line("  7200", "INTERVAL");
        Line(maps, "# OF MAPS IN FILE");
        Line("  COSZ", "MAPPING FUNCTION");
        Line("    10.0", "ELEVATION CUTOFF");
        Line("  6371.0", "BASE RADIUS");
        Line("     2", "MAP DIMENSION");
        Line(string.Create(CultureInfo.InvariantCulture, $"   450.0{height2,6:0.0}   0.0"), "HGT1 / HGT2 / DHGT");
        Line("    40.0 -40.0 -20.0", "LAT1 / LAT2 / DLAT");
        Line("  -180.0 180.0  90.0", "LON1 / LON2 / DLON");
        Line(exponent, "EXPONENT");
        Line("DIFFERENTIAL CODE BIASES", "START OF AUX DATA");
        Line("   G01     1.000     0.010", "PRN / BIAS / RMS");
        Line("DIFFERENTIAL CODE BIASES", "END OF AUX DATA");
        Line("", "END OF HEADER");
        foreach (string kind in new[] { "TEC", "RMS" })
        {
            for (int map = 0; map < 2; map++)
            {
                Line($"{map + 1,6}", $"START OF {kind} MAP");
                Line($"  2020     1     1{2 * map,6}     0     0", "EPOCH OF CURRENT MAP");
                for (int row = 0; row < 5; row++)
                {
                    Line(string.Create(CultureInfo.InvariantCulture, $"  {40 - (20 * row),6:0.0}-180.0 180.0  90.0 450.0"), "LAT/LON1/LON2/DLON/H");
                    for (int column = 0; column < 5; column++)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{(kind == "RMS" ? 7 : ((10 * row) + (column % 4)) * (1 + map)),5}");
                    }

                    text.Append('\n');
                }

                Line($"{map + 1,6}", $"END OF {kind} MAP");
            }
        }

        Line("", "END OF FILE");
        return text.ToString();
    }
}
