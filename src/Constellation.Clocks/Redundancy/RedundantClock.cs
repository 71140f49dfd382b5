using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>The time of a satellite that has several clocks: the working one, aligned to the one before at every switch-over.</summary>
/// <remarks>At a switch-over the output's phase and frequency are carried on to within the errors of <see cref="TakeOverSettings"/>, those of a clock that a monitoring
/// unit took off as they were before it jumped (<see cref="ClockUnit.TrustedUntil"/>). Between the loss of one clock and the
/// next one's work the output is the extrapolation of its last state: see <see cref="IsAvailable"/>. Hot spares come first, then cold ones, in the order given.</remarks>
public sealed class RedundantClock : IClock
{
    private readonly List<Segment> _segments = [];

    private Epoch? _lastFailure;

    private RedundantClock(EpochSpan validity) => Validity = validity;

    /// <summary>Up to the failure of the last clock.</summary>
    public EpochSpan Validity { get; private set; }

    /// <summary>What was switched, in order of time.</summary>
    public IReadOnlyList<ClockSwitch> Switches => [.. _segments.Skip(1).Select(s => s.Switch)];

    /// <param name="units">The clocks; the first works at the start.</param>
    /// <param name="span">Span of the output.</param>
    /// <param name="takeOver">Errors and delays.</param>
    /// <param name="commanded">Epochs at which the working clock is taken off, as a monitoring unit or the ground wants it.</param>
    /// <param name="seed">Master seed.</param>
    /// <param name="run">Number of the run.</param>
    /// <param name="entity">The satellite.</param>
    public static RedundantClock Assemble(
        IReadOnlyList<ClockUnit> units, EpochSpan span, TakeOverSettings takeOver, IReadOnlyList<Epoch> commanded, ulong seed, uint run, EntityId entity)
    {
        ArgumentOutOfRangeException.ThrowIfZero(units.Count, nameof(units));
        NormalDeviates errors = new(new RandomDraws(seed, run, entity, NoisePurpose.ClockTakeOver));
        RedundantClock output = new(span);
        List<int> spares = [.. Enumerable.Range(1, units.Count - 1).OrderBy(i => units[i].Hot ? 0 : 1)];
        output._segments.Add(new(units[0].Clock, new(span.First, span.First, 0, 0, 0), default, 0, 1));
        while (true)
        {
            Segment working = output._segments[^1];
            Epoch failure = working.Clock.Validity.Last;
            Epoch? ordered = commanded.Where(e => e > working.Switch.Restored && e < failure).Select(e => (Epoch?)e).Min();
            Epoch lost = ordered ?? failure;
            if (lost >= span.Last)
            {
                return output;
            }

            Epoch Ready(int i)
            {
                Epoch ready = lost + (units[i].Hot ? takeOver.HotDelay : takeOver.ColdDelay);
                return ready < span.Last ? ready : span.Last;
            }

            int next = spares.FindIndex(i => units[i].Clock.Validity.Contains(Ready(i)));
            if (next < 0)
            {
                // Nothing to switch to: an order is not obeyed, a failure is the end.
                (output.Validity, output._lastFailure) = failure < span.Last ? (span with { Last = failure }, (Epoch?)failure) : (span, null);
                return output;
            }

            int unit = spares[next];
            spares.RemoveAt(next);
            Epoch restored = Ready(unit);
            ulong k = 3 * (ulong)output._segments.Count;
            bool hot = units[unit].Hot;
            double phaseError = takeOver.PhaseSigma * errors.At(k);
            double frequencyError = (hot ? takeOver.HotFrequencySigma : takeOver.ColdFrequencySigma) * errors.At(k + 1);
            double warmUp = hot ? 0 : takeOver.WarmUpSigma * errors.At(k + 2);
            Epoch known = units[working.Switch.Unit].TrustedUntil is { } trusted && trusted < lost ? (trusted > working.Switch.Restored ? trusted : working.Switch.Restored) : lost;
            ClockState old = Extrapolate(working.At(known), restored - known), end = Extrapolate(working.At(lost), restored - lost), raw = units[unit].Clock.At(restored);
            ClockState aligned = new(old.Offset + phaseError - raw.Offset, old.Frequency + frequencyError - raw.Frequency);
            ClockSwitch change = new(lost, restored, unit, phaseError, frequencyError) { Correction = new(old.Offset - end.Offset, old.Frequency - end.Frequency) };
            output._segments.Add(new(units[unit].Clock, change, aligned, warmUp, takeOver.WarmUpTime.TotalSeconds));
        }
    }

    /// <summary>Whether a clock works: not so from a failure, included, to the take-over, nor from the failure of the last one on.</summary>
    public bool IsAvailable(Epoch epoch) => Validity.Contains(epoch) && epoch != _lastFailure && !_segments.Any(s => epoch >= s.Switch.Lost && epoch < s.Switch.Restored);

    public ClockState At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the satellite has a clock from {Validity.First} to {Validity.Last}");
        }

        int i = _segments.FindLastIndex(s => epoch >= s.Switch.Restored);
        if (i + 1 < _segments.Count && epoch > _segments[i + 1].Switch.Lost)
        {
            Epoch lost = _segments[i + 1].Switch.Lost;
            return Extrapolate(_segments[i].At(lost), epoch - lost);
        }

        return _segments[i].At(epoch);
    }

    private static ClockState Extrapolate(ClockState state, Duration elapsed) => state with { Offset = state.Offset + (state.Frequency * elapsed.TotalSeconds) };

    /// <summary>One clock at work: what is added to it since the take-over.</summary>
    private sealed record Segment(IClock Clock, ClockSwitch Switch, ClockState Aligned, double WarmUp, double WarmUpTime)
    {
        public ClockState At(Epoch epoch)
        {
            double t = (epoch - Switch.Restored).TotalSeconds;
            double fallen = -OrnsteinUhlenbeckStep.ExpM1(-t / WarmUpTime);
            return Clock.At(epoch) + new ClockState(
                Aligned.Offset + (Aligned.Frequency * t) + (WarmUp * WarmUpTime * fallen), Aligned.Frequency + (WarmUp * (1 - fallen)));
        }
    }
}
