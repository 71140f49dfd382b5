using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>The receiver clock of each system: every system has its own time and its own delay in a receiver.</summary>
public static class ClockColumns
{
    public const int Count = 8;

    private const int BeiDou2 = 7, LastOfBeiDou2 = 18;

    /// <summary>Whether it belongs to the second generation: PRN up to 18.</summary>
    public static bool IsBeiDou2(SatelliteId satellite) => satellite.System == GnssSystem.BeiDou && satellite.Number <= LastOfBeiDou2;

    /// <param name="satellite">Which.</param>
    /// <param name="generations">Whether BeiDou-2 has a clock of its own: the clocks of precise products differ by up to 20 ns between the generations, those of messages do not.</param>
    public static int Of(SatelliteId satellite, bool generations) => generations && IsBeiDou2(satellite) ? BeiDou2 : Of(satellite.System);

    public static int Of(GnssSystem system) => system switch
    {
        GnssSystem.Gps => 0,
        GnssSystem.Galileo => 1,
        GnssSystem.BeiDou => 2,
        GnssSystem.Glonass => 3,
        GnssSystem.Qzss => 4,
        GnssSystem.NavIc => 5,
        _ => 6,
    };

    public static GnssSystem System(int column) => column switch
    {
        0 => GnssSystem.Gps,
        1 => GnssSystem.Galileo,
        2 or BeiDou2 => GnssSystem.BeiDou,
        3 => GnssSystem.Glonass,
        4 => GnssSystem.Qzss,
        5 => GnssSystem.NavIc,
        _ => GnssSystem.Sbas,
    };
}
