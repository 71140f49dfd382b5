using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Names in navigation files as strings that exist once: a file has tens of thousands.</summary>
internal static class NavNames
{
    private static readonly string[] Kinds = ["EPH", "STO", "EOP", "ION"];
    private static readonly string[] Messages = ["LNAV", "INAV", "FNAV", "D1", "D2", "CNAV", "CNV1", "CNV2", "CNV3", "FDMA", "SBAS", "CNVX", "D1D2", "IFNV"];

    public static string Kind(ReadOnlySpan<byte> field) => Find(Kinds, field);

    public static string Message(ReadOnlySpan<byte> field) => Find(Messages, field);

    public static string Of(MessageType type) => type switch
    {
        MessageType.Lnav => "LNAV",
        MessageType.Cnav => "CNAV",
        MessageType.Cnv2 => "CNV2",
        MessageType.Inav => "INAV",
        MessageType.Fnav => "FNAV",
        MessageType.D1 => "D1",
        MessageType.D2 => "D2",
        MessageType.Cnv1 => "CNV1",
        MessageType.Cnv3 => "CNV3",
        MessageType.Fdma => "FDMA",
        MessageType.Sbas => "SBAS",
        _ => type.ToString().ToUpperInvariant(),
    };

    /// <summary>The satellite of three columns, such as <c>G05</c> or <c>G 5</c>.</summary>
    public static bool TrySatellite(ReadOnlySpan<byte> field, out SatelliteId satellite)
    {
        if (field.Length == 3 && field[0] is (byte)'G' or (byte)'R' or (byte)'E' or (byte)'C' or (byte)'J' or (byte)'I' or (byte)'S')
        {
            int tens = field[1] - '0', ones = field[2] - '0';
            if ((uint)tens <= 9 && (uint)ones <= 9 && tens + ones > 0)
            {
                satellite = new SatelliteId((GnssSystem)field[0], (10 * tens) + ones);
                return true;
            }
        }

        return SatelliteId.TryParse(FixedField.Text(field).AsSpan(), out satellite);
    }

    private static string Find(string[] known, ReadOnlySpan<byte> field)
    {
        field = field.Trim((byte)' ');
        foreach (string name in known)
        {
            if (field.Length == name.Length && System.Text.Ascii.Equals(field, name))
            {
                return name;
            }
        }

        return FixedField.Text(field);
    }
}
