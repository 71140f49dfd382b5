using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The pair of codes that a dual-frequency receiver uses on each system: one that every satellite of the system sends.</summary>
/// <remarks>
/// B1C and B2a come from the medium and inclined orbits of BeiDou-3 only [BDS-ICD-B1C] 4.1, B1I and B3I from all thirty; L5 from half of the GPS
/// satellites. Loops: one-sided bandwidth 1 Hz, 20 ms. The early-late spacing is 29 m on every code, which takes a front end of about 32 MHz
/// [Kaplan06] eq. 5.23. On GPS L2 stands L2C where it is flown and semi-codeless P(Y) elsewhere, whose losses bring it to the same noise (assumed).
/// </remarks>
internal static class UserSignalTable
{
    private static readonly CodeTracking OneMega = new(1.023e6, 0.1, 1.0, 0.020);
    private static readonly CodeTracking OneMegaBoc = new(1.023e6, 0.1, 1.0, 0.020, PeakSlope: 3.0);
    private static readonly CodeTracking TwoMega = new(2.046e6, 0.2, 1.0, 0.020);
    private static readonly CodeTracking TenMega = new(10.23e6, 1.0, 1.0, 0.020);
    private static readonly CodeTracking HalfMega = new(0.511e6, 0.05, 1.0, 0.020);

    /// <summary>GPS L1 C/A + L2, Galileo E1 + E5a, BeiDou B1I + B3I, GLONASS L1OF + L2OF, QZSS L1 C/A + L5, NavIC S + L5.</summary>
    public static IReadOnlyDictionary<GnssSystem, UserSignals> OpenPairs { get; } = new Dictionary<GnssSystem, UserSignals>
    {
        [GnssSystem.Gps] = Pair(GnssSystem.Gps, '1', OneMega, '2', OneMega),
        [GnssSystem.Galileo] = Pair(GnssSystem.Galileo, '1', OneMegaBoc, '5', TenMega),
        [GnssSystem.BeiDou] = Pair(GnssSystem.BeiDou, '2', TwoMega, '6', TenMega),
        [GnssSystem.Glonass] = Pair(GnssSystem.Glonass, '1', HalfMega, '2', HalfMega),
        [GnssSystem.Qzss] = Pair(GnssSystem.Qzss, '1', OneMega, '5', TenMega),
        [GnssSystem.NavIc] = Pair(GnssSystem.NavIc, '9', OneMega, '5', OneMega),
    };

    private static UserSignals Pair(GnssSystem system, char first, CodeTracking firstCode, char second, CodeTracking secondCode) =>
        new(Carriers.Frequency(system, first), firstCode, Carriers.Frequency(system, second), secondCode);
}
