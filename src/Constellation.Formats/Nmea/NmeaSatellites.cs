using System.Globalization;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>How NMEA 0183 names systems and satellites. [NMEA0183] version 4.11, table of system and signal identifiers.</summary>
internal static class NmeaSatellites
{
    /// <summary>SBAS is told beside GPS.</summary>
    private static GnssSystem Told(GnssSystem system) => system == GnssSystem.Sbas ? GnssSystem.Gps : system;

    public static string TalkerOf(GnssSystem system) => system switch
    {
        GnssSystem.Glonass => "GL",
        GnssSystem.Galileo => "GA",
        GnssSystem.BeiDou => "GB",
        GnssSystem.Qzss => "GQ",
        GnssSystem.NavIc => "GI",
        _ => "GP",
    };

    /// <summary>GN for several systems, and where none is known.</summary>
    public static string TalkerOf(IReadOnlyCollection<GnssSystem> systems) =>
        systems.Select(Told).Distinct().ToArray() is [GnssSystem one] ? TalkerOf(one) : "GN";

    public static int SystemNumber(GnssSystem system) => system switch
    {
        GnssSystem.Glonass => 2,
        GnssSystem.Galileo => 3,
        GnssSystem.BeiDou => 4,
        GnssSystem.Qzss => 5,
        GnssSystem.NavIc => 6,
        _ => 1,
    };

    /// <summary>GLONASS slots count from 65, geostationary satellites of augmentations from 33 (PRN 120).</summary>
    public static string NumberOf(SatelliteId satellite)
    {
        int number = satellite.System switch
        {
            GnssSystem.Glonass => satellite.Number + 64,
            GnssSystem.Sbas => satellite.Number + 13,       // RINEX writes the PRN less 100, NMEA less 87
            _ => satellite.Number,
        };
        return number.ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>Groups in the order of the system numbers.</summary>
    public static IEnumerable<IGrouping<GnssSystem, SatelliteId>> BySystem(IEnumerable<SatelliteId> satellites) =>
        satellites.Distinct().Order().GroupBy(s => Told(s.System)).OrderBy(g => SystemNumber(g.Key));
}
