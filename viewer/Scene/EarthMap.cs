using System.Buffers.Binary;

namespace Constellation.Viewer;

/// <summary>Outlines of land or lakes as rings of longitude and latitude. Format and origin: <c>ephemeris/earth-map/README.md</c>.</summary>
public sealed class EarthMap
{
    private static readonly Lazy<EarthMap> s_land110 = new(() => Read("land-110m.map")), s_land50 = new(() => Read("land-50m.map")), s_lakes = new(() => Read("lakes-110m.map")),
        s_borders110 = new(() => Read("borders-110m.map")), s_borders50 = new(() => Read("borders-50m.map"));

    private EarthMap(IReadOnlyList<MapPoint[]> rings) => Rings = rings;

    /// <summary>Land at 1:110 million: for a globe of some hundred pixels.</summary>
    public static EarthMap Land110 => s_land110.Value;

    /// <summary>Land at 1:50 million.</summary>
    public static EarthMap Land50 => s_land50.Value;

    /// <summary>Large lakes at 1:110 million.</summary>
    public static EarthMap Lakes => s_lakes.Value;

    /// <summary>Borders between countries at 1:110 million, as open lines in <see cref="Rings"/>.</summary>
    public static EarthMap Borders110 => s_borders110.Value;

    /// <summary>The same at 1:50 million.</summary>
    public static EarthMap Borders50 => s_borders50.Value;

    /// <summary>Closed: the last vertex is joined to the first, which is not repeated.</summary>
    public IReadOnlyList<MapPoint[]> Rings { get; }

    /// <summary>Even-odd rule over all rings.</summary>
    public bool Contains(double latitudeDeg, double longitudeDeg)
    {
        bool inside = false;
        foreach (MapPoint[] ring in Rings)
        {
            MapPoint b = ring[^1];
            foreach (MapPoint a in ring)
            {
                if (a.LatitudeDeg > latitudeDeg != b.LatitudeDeg > latitudeDeg
                    && longitudeDeg < a.LongitudeDeg + ((b.LongitudeDeg - a.LongitudeDeg) * (latitudeDeg - a.LatitudeDeg) / (b.LatitudeDeg - a.LatitudeDeg)))
                {
                    inside = !inside;
                }

                b = a;
            }
        }

        return inside;
    }

    /// <summary>The rings as open lines: without the edges that only close a ring at the date line or over the pole.</summary>
    public IEnumerable<IReadOnlyList<MapPoint>> Coasts()
    {
        foreach (MapPoint[] ring in Rings)
        {
            List<MapPoint> line = [];
            for (int i = 0; i <= ring.Length; i++)
            {
                MapPoint point = ring[i % ring.Length];
                if (line.Count > 0 && IsCut(line[^1], point))
                {
                    if (line.Count > 1)
                    {
                        yield return line;
                    }

                    line = [];
                }

                line.Add(point);
            }

            if (line.Count > 1)
            {
                yield return line;
            }
        }
    }

    private static bool IsCut(MapPoint a, MapPoint b) =>
        (Math.Abs(a.LongitudeDeg) > 179.99 && Math.Abs(b.LongitudeDeg) > 179.99) || (a.LatitudeDeg < -89.9 && b.LatitudeDeg < -89.9)
        || (a.LatitudeDeg < -89.9 != b.LatitudeDeg < -89.9 && Math.Abs(a.LongitudeDeg) > 179.99);

    private static EarthMap Read(string name)
    {
        using Stream stream = BuiltInData.Open("earth-map/" + name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (!bytes.AsSpan().StartsWith("CNMAP1\0\0"u8))
        {
            throw new InvalidDataException($"{name} is not a map file");
        }

        double unit = 1.0 / BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8));
        MapPoint[][] rings = new MapPoint[BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12))][];
        int at = 16;
        for (int r = 0; r < rings.Length; r++)
        {
            rings[r] = new MapPoint[Number(bytes, ref at)];
            (int x, int y) = (0, 0);
            for (int i = 0; i < rings[r].Length; i++)
            {
                x += Number(bytes, ref at);
                y += Number(bytes, ref at);
                rings[r][i] = new MapPoint(x * unit, y * unit);
            }
        }

        return new EarthMap(rings);
    }

    /// <summary>A zigzag variable-length integer.</summary>
    private static int Number(byte[] bytes, ref int at)
    {
        uint value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (uint)(next & 127) << shift;
            if (next < 128)
            {
                return (int)(value >> 1) ^ -(int)(value & 1);
            }
        }
    }
}
