using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A receiver's clock from epoch to epoch: drawn as it goes, set by whole milliseconds where the receiver does so.</summary>
internal sealed class ReceiverClock
{
    private const double Millisecond = 1e-3;

    private readonly ClockSampler? _sampler;
    private readonly bool _jumps;
    private double _set;

    public ReceiverClock(ClockModel model, bool jumps, ulong seed, uint run, int number)
    {
        _sampler = model.IsPerfect ? null : new ClockSampler(model, seed, run, EntityId.User(number));
        _jumps = jumps;
    }

    /// <summary>Whole milliseconds that have been taken off so far.</summary>
    public double Taken => _set;

    /// <summary>The state now, after the receiver has set the clock.</summary>
    public ClockState Now()
    {
        ClockState state = _sampler?.Current ?? default;
        if (_jumps && Math.Abs(state.Offset - _set) > Millisecond / 2)
        {
            _set = Math.Round(state.Offset / Millisecond) * Millisecond;
        }

        return state with { Offset = state.Offset - _set };
    }

    public void Advance(Duration step) => _sampler?.Advance(step);
}
