using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Reads system time without error, at every epoch.</summary>
public sealed class PerfectClock : IClock
{
    public static PerfectClock Instance { get; } = new();

    private PerfectClock()
    {
    }

    public EpochSpan Validity => EpochSpan.Unbounded;

    public ClockState At(Epoch epoch) => default;
}
