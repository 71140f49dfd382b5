using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Numbers of almanacs: GPS counts from 1, QZSS from 193.</summary>
internal static class AlmanacSatellite
{
    private const int QzssBefore = 192;

    public static SatelliteId OfNumber(int number) => number > QzssBefore ? new SatelliteId(GnssSystem.Qzss, number - QzssBefore) : new SatelliteId(GnssSystem.Gps, number);

    /// <summary>Null for systems that have no such almanac.</summary>
    public static int? NumberOf(SatelliteId id) => id.System switch
    {
        GnssSystem.Gps => id.Number,
        GnssSystem.Qzss => QzssBefore + id.Number,
        _ => null,
    };
}
