using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock to which events are added: phase jumps and frequency jumps at stated epochs.</summary>
public sealed class EventClock(IClock clock, IReadOnlyList<ClockEvent> events) : IClock
{
    public EpochSpan Validity => clock.Validity;

    public ClockState At(Epoch epoch)
    {
        ClockState state = clock.At(epoch);
        foreach (ClockEvent e in events)
        {
            if (epoch >= e.Epoch)
            {
                state += new ClockState(e.PhaseStep + (e.FrequencyStep * (epoch - e.Epoch).TotalSeconds), e.FrequencyStep);
            }
        }

        return state;
    }
}
