using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>A clock that goes straight from <see cref="LinkWorld.Start"/> on.</summary>
internal sealed class LinearClock(double offset, double frequency) : IClock
{
    public EpochSpan Validity => EpochSpan.Unbounded;

    public ClockState At(Epoch epoch) => new(offset + (frequency * (epoch - LinkWorld.Start).TotalSeconds), frequency);
}
