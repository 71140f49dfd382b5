using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock to which events are added: steps of phase, frequency and drift, transients, an end at stated epochs.</summary>
/// <remarks>Noise factors act where the clock is drawn (<see cref="ClockRealization"/>, <see cref="ClockSampler.NoiseLevel"/>), not here.</remarks>
public sealed class EventClock : IClock
{
    private readonly IClock _clock;
    private readonly IReadOnlyList<ClockEvent> _events;

    public EventClock(IClock clock, IReadOnlyList<ClockEvent> events)
    {
        (_clock, _events) = (clock, events);
        Validity = clock.Validity;
        foreach (ClockEvent failure in events.Where(e => e.Failure && e.Epoch < Validity.Last))
        {
            Validity = Validity with { Last = failure.Epoch };
        }
    }

    /// <summary>That of the clock, up to its failure.</summary>
    public EpochSpan Validity { get; }

    public ClockState At(Epoch epoch)
    {
        if (epoch > Validity.Last && epoch <= _clock.Validity.Last)
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the clock failed at {Validity.Last}");
        }

        ClockState state = _clock.At(epoch);
        foreach (ClockEvent e in _events)
        {
            if (epoch >= e.Epoch)
            {
                state += e.After((epoch - e.Epoch).TotalSeconds);
            }
        }

        return state;
    }
}
