using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>Groups of satellites that share a receiver clock: systems, and the two generations of BeiDou, whose receivers' delays and products' datums differ.</summary>
internal static class ClockGroup
{
    public const int Count = 7;

    public static IReadOnlyList<string> Names { get; } = ["G", "R", "E", "C2", "C3", "J", "I"];

    /// <summary>-1 for a system that is not used.</summary>
    public static int Of(SatelliteId satellite) => satellite.System switch
    {
        GnssSystem.Gps => 0,
        GnssSystem.Glonass => 1,
        GnssSystem.Galileo => 2,
        GnssSystem.BeiDou => ClockColumns.IsBeiDou2(satellite) ? 3 : 4,
        GnssSystem.Qzss => 5,
        GnssSystem.NavIc => 6,
        _ => -1,
    };
}
