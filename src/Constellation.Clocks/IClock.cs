using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A source of clock offsets of one satellite or station: drawn, read from a file, or broadcast.</summary>
public interface IClock
{
    EpochSpan Validity { get; }

    /// <summary>State at an epoch; outside <see cref="Validity"/> an <see cref="ArgumentOutOfRangeException"/>.</summary>
    ClockState At(Epoch epoch);
}
