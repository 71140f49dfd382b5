using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The clock that orbit or navigation files give for one satellite; they give offsets alone, the frequency is unknown (NaN).</summary>
internal sealed class SourceClock(EphemerisSource source, SatelliteId satellite, EpochSpan validity) : IClock
{
    public EpochSpan Validity => validity;

    public ClockState At(Epoch epoch) => source.TryState(satellite, epoch, out _, out double offset) && !double.IsNaN(offset)
        ? new ClockState(offset, double.NaN)
        : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the files have no clock of {satellite} then");
}
