using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The pair of open signals that an ordinary dual-frequency receiver uses on each system.</summary>
internal static class UserSignalTable
{
    private static readonly CodeTracking Narrow = new(1.023e6, 0.1, 1.0, 0.020);
    private static readonly CodeTracking NarrowBoc = new(1.023e6, 0.1, 1.0, 0.020, PeakSlope: 3.0);
    private static readonly CodeTracking Wide = new(10.23e6, 1.0, 1.0, 0.020);
    private static readonly CodeTracking GlonassOpen = new(0.511e6, 0.05, 1.0, 0.020);

    /// <summary>GPS L1 C/A + L5, Galileo E1 + E5a, BeiDou B1C + B2a, GLONASS L1OF + L2OF, QZSS and NavIC as far as they fly two bands.</summary>
    public static IReadOnlyDictionary<GnssSystem, UserSignals> OpenPairs { get; } = new Dictionary<GnssSystem, UserSignals>
    {
        [GnssSystem.Gps] = Pair(GnssSystem.Gps, '1', Narrow, '5', Wide),
        [GnssSystem.Galileo] = Pair(GnssSystem.Galileo, '1', NarrowBoc, '5', Wide),
        [GnssSystem.BeiDou] = Pair(GnssSystem.BeiDou, '1', NarrowBoc, '5', Wide),
        [GnssSystem.Glonass] = Pair(GnssSystem.Glonass, '1', GlonassOpen, '2', GlonassOpen),
        [GnssSystem.Qzss] = Pair(GnssSystem.Qzss, '1', Narrow, '5', Wide),
        [GnssSystem.NavIc] = Pair(GnssSystem.NavIc, '9', Narrow, '5', Narrow),
    };

    private static UserSignals Pair(GnssSystem system, char first, CodeTracking firstCode, char second, CodeTracking secondCode) =>
        new(Carriers.Frequency(system, first), firstCode, Carriers.Frequency(system, second), secondCode);
}
