using Constellation.Core;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What the filter took of one epoch, to be run through again.</summary>
/// <param name="Time">The receiver's time tag.</param>
/// <param name="Satellites">Those above the mask.</param>
internal sealed record PppRecord(Epoch Time, PppRecord.Entry[] Satellites)
{
    /// <param name="Satellite">Which.</param>
    /// <param name="Pair">What was combined.</param>
    /// <param name="Arc">Number of its arc: another one means another ambiguity.</param>
    /// <param name="Measured">Codes and carriers with biases and clock jumps taken off, m.</param>
    /// <param name="UseCode">Whether the code fitted.</param>
    /// <param name="UsePhase">Whether the carrier fitted.</param>
    public readonly record struct Entry(SatelliteId Satellite, CarrierPair Pair, int Arc, (double P1, double P2, double L1, double L2) Measured, bool UseCode, bool UsePhase);
}
