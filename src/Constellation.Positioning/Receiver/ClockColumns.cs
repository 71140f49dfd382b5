using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>The receiver clock of each system: every system has its own time and its own delay in a receiver.</summary>
public static class ClockColumns
{
    public const int Count = 7;

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
        2 => GnssSystem.BeiDou,
        3 => GnssSystem.Glonass,
        4 => GnssSystem.Qzss,
        5 => GnssSystem.NavIc,
        _ => GnssSystem.Sbas,
    };
}
