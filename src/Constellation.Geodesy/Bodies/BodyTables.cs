using System.Buffers.Binary;
using System.Text;

namespace Constellation.Geodesy;

/// <summary>The polynomials built into this assembly, <c>bodies/bodies.bin</c>; <c>make_bodies.py</c> there made them and tells the layout.</summary>
internal static class BodyTables
{
    private const int HeaderBytes = 12, EntryBytes = 40;
    private const double MjdOfJ2000 = 51544.5;
    private static readonly Dictionary<string, ChebyshevTable> s_tables = Load();

    /// <summary>From the geocentre.</summary>
    public static ChebyshevTable Moon { get; } = s_tables["moon"];

    /// <summary>From the barycentre of Earth and Moon.</summary>
    public static ChebyshevTable Sun { get; } = s_tables["sun"];

    private static readonly ChebyshevTable[] s_planets = [.. Enum.GetValues<Planet>().Select(p => s_tables[p.ToString().ToLowerInvariant()])];

    /// <summary>From the Sun.</summary>
    public static ChebyshevTable Of(Planet planet) => s_planets[(int)planet];

    private static Dictionary<string, ChebyshevTable> Load()
    {
        using Stream stream = typeof(BodyTables).Assembly.GetManifestResourceStream("bodies/bodies.bin")
            ?? throw new InvalidOperationException("resource bodies/bodies.bin is not in the assembly");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Dictionary<string, ChebyshevTable> tables = [];
        int bodies = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)), at = HeaderBytes;
        for (int body = 0; body < bodies; body++)
        {
            ReadOnlySpan<byte> entry = bytes.AsSpan(at, EntryBytes);
            string name = Encoding.ASCII.GetString(entry[..8]).TrimEnd('\0');
            double first = BinaryPrimitives.ReadDoubleLittleEndian(entry[8..]), days = BinaryPrimitives.ReadDoubleLittleEndian(entry[16..]);
            double unit = BinaryPrimitives.ReadDoubleLittleEndian(entry[24..]);
            int blocks = BinaryPrimitives.ReadInt32LittleEndian(entry[32..]), terms = BinaryPrimitives.ReadInt32LittleEndian(entry[36..]);
            int length = 12 * blocks * terms;
            tables.Add(name, new((first - MjdOfJ2000) * 86400, days * 86400, unit, blocks, terms, bytes.AsMemory(at + EntryBytes, length)));
            at += EntryBytes + length;
        }

        return tables;
    }
}
