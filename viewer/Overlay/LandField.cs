namespace Constellation.Viewer;

/// <summary>How far it is to the nearest coast, as an equirectangular picture: coasts stay sharp when it is enlarged, and the shallows can be coloured.</summary>
internal static class LandField
{
    /// <summary>Distances at which the two channels end, km: the first for the line of the coast, the second for shading.</summary>
    public const double Fine = 60, Coarse = 500;

    private const double KmADegree = 111.2;

    /// <summary>Steps of distance in a pixel of latitude.</summary>
    private const int Unit = 32;

    /// <summary>Columns repeated on either side, so that what lies beyond the date line counts.</summary>
    private const int Around = 64;

    /// <summary>Two bytes a pixel, 128 on the coast, more on land: <see cref="Fine"/> and <see cref="Coarse"/>; rows from the north, columns from 180 degrees west.</summary>
    public static byte[] Of(byte[] coverage, int width)
    {
        int height = width / 2, wide = width + (2 * Around);
        ushort[] distance = new ushort[wide * height];
        Parallel.For(0, height, row => Edge(coverage, distance, width, height, row));
        Sweep(distance, wide, height);
        double km = KmADegree * 180 / height / Unit;
        byte[] field = new byte[2 * width * height];
        Parallel.For(0, height, row =>
        {
            for (int column = 0; column < width; column++)
            {
                int at = (row * width) + column;
                double signed = distance[(row * wide) + Around + column] * (coverage[at] >= 128 ? km : -km);
                (field[2 * at], field[(2 * at) + 1]) = (Byte(signed / Fine), Byte(signed / Coarse));
            }
        });
        return field;

        static byte Byte(double share) => (byte)Math.Round(127.5 + (127.5 * Math.Clamp(share, -1, 1)));
    }

    /// <summary>Pixels on the coast, where a neighbour is on its other side: their share of land says how far the coast is from their centre.</summary>
    private static void Edge(byte[] coverage, ushort[] distance, int width, int height, int row)
    {
        for (int column = -Around; column < width + Around; column++)
        {
            int x = (column + width) % width, here = coverage[(row * width) + x];
            bool land = here >= 128;
            bool edge = coverage[(row * width) + ((x + 1) % width)] >= 128 != land || coverage[(row * width) + ((x + width - 1) % width)] >= 128 != land
                || (row > 0 && coverage[((row - 1) * width) + x] >= 128 != land) || (row + 1 < height && coverage[((row + 1) * width) + x] >= 128 != land);
            distance[(row * (width + (2 * Around))) + Around + column] = edge ? (ushort)Math.Round(Unit * Math.Abs(here - 127.5) / 255) : ushort.MaxValue;
        }
    }

    /// <summary>Distances spread from neighbour to neighbour, down and up again: at most 8 % too long, which a shade does not show.</summary>
    private static void Sweep(ushort[] distance, int wide, int height)
    {
        for (int row = 0; row < height; row++)
        {
            (int across, int slant) = Steps(row, height);
            int start = row * wide;
            for (int x = 1; x < wide - 1; x++)
            {
                int least = Math.Min(distance[start + x], distance[start + x - 1] + across);
                if (row > 0)
                {
                    int above = start - wide + x;
                    least = Math.Min(Math.Min(least, distance[above] + Unit), Math.Min(distance[above - 1], distance[above + 1]) + slant);
                }

                distance[start + x] = (ushort)Math.Min(least, ushort.MaxValue);
            }
        }

        for (int row = height - 1; row >= 0; row--)
        {
            (int across, int slant) = Steps(row, height);
            int start = row * wide;
            for (int x = wide - 2; x > 0; x--)
            {
                int least = Math.Min(distance[start + x], distance[start + x + 1] + across);
                if (row + 1 < height)
                {
                    int below = start + wide + x;
                    least = Math.Min(Math.Min(least, distance[below] + Unit), Math.Min(distance[below - 1], distance[below + 1]) + slant);
                }

                distance[start + x] = (ushort)Math.Min(least, ushort.MaxValue);
            }
        }
    }

    /// <summary>A step along the row and one aslant: meridians draw together toward the poles.</summary>
    private static (int Across, int Slant) Steps(int row, int height)
    {
        double cosine = Math.Cos(Math.PI * (((row + 0.5) / height) - 0.5));
        return ((int)Math.Round(Unit * cosine), (int)Math.Round(Unit * Math.Sqrt(1 + (cosine * cosine))));
    }
}
