using Constellation.Core;

namespace Constellation.Formats;

/// <summary>How many lines a record has and what its values are called. [RINEX-4] appendix A8-A33; RINEX 3 has the same ephemerides under no name.</summary>
internal static class NavRecordLayout
{
    private static readonly string[] Clock = ["clock bias", "clock drift", "clock drift rate"];
    private static readonly string[] Kepler =
    [
        "issue or A-dot", "Crs", "delta n", "M0", "Cuc", "eccentricity", "Cus", "sqrt(A)", "toe or top", "Cic", "Omega0", "Cis",
        "i0", "Crc", "argument of perigee", "Omega-dot", "i-dot",
    ];

    private static readonly string[] State =
        ["X", "X velocity", "X acceleration", "health", "Y", "Y velocity", "Y acceleration", "frequency number or accuracy", "Z", "Z velocity", "Z acceleration", "age or issue"];

    /// <summary>Fewest lines of a complete record; 0 for kinds that are passed over.</summary>
    public static int Lines(string kind, SatelliteId satellite, string message) => (kind, message) switch
    {
        ("EPH", "SBAS" or "") when satellite.System == GnssSystem.Sbas => 4,
        ("EPH", _) when satellite.System == GnssSystem.Sbas => 0,
        ("STO", _) => 2,
        ("EOP", _) => 3,
        ("ION", "IFNV") => 2,
        ("ION", _) => 3,
        ("EPH", "CNV1" or "CNV2" or "CNAV") => satellite.System == GnssSystem.BeiDou || message == "CNV2" ? 10 : 9,
        ("EPH", "CNV3") => 9,
        ("EPH", "LNAV" or "INAV" or "FNAV" or "D1" or "D2") => 8,
        ("EPH", "FDMA") => 4,
        ("EPH", "") => satellite.System == GnssSystem.Glonass ? 4 : 8,
        _ => 0,
    };

    /// <summary>Name of the value with this index (0-2 on the first line) for a diagnostic.</summary>
    public static string NameOf(NavRecord record, int index)
    {
        if (record.Kind != "EPH")
        {
            return $"value {index + 1}";
        }

        string[] names = record.Satellite.System is GnssSystem.Glonass or GnssSystem.Sbas ? State : Kepler;
        return index < 3 ? Clock[index] : index - 3 < names.Length ? names[index - 3] : $"value {((index - 3) % 4) + 1} of orbit line {((index - 3) / 4) + 1}";
    }
}
