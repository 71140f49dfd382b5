using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Simulation;

/// <summary>Where the random numbers of a receiver stand: by epoch, satellite and signal, so that adding one leaves the others' numbers alone.</summary>
/// <remarks>From the right: attribute 5 bits, band 4, number of the satellite 7, system letter 5, the rest counts epochs. Pairs of deviates are addressed, not single ones.</remarks>
internal static class DrawAddress
{
    private const int EpochShift = 21;

    public static ulong Of(SatelliteId satellite, SignalCode code) => Of(satellite) | Of(code);

    public static ulong Of(SignalCode code) => ((ulong)(uint)(code.Band - (int)'0') << 5) | (uint)(code.Attribute - 'A');

    public static ulong Of(SatelliteId satellite) => ((ulong)(satellite.Letter - 'A') << 16) | (((ulong)satellite.Number & 127) << 9);

    /// <summary>What belongs to no satellite.</summary>
    public static ulong OfReceiver => 31ul << 16;

    public static ulong At(long epoch, ulong address) => ((ulong)epoch << EpochShift) | address;
}
