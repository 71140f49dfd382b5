using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>How often things happen to a kind of clock by chance, and how large they are. What has no mean time does not happen.</summary>
/// <remarks>Each kind is a Poisson process of its own with its own random numbers: a changed rate of one leaves the others as they are.</remarks>
public sealed record ClockEventRates
{
    /// <summary>Mean time between phase jumps.</summary>
    public Duration? PhaseJumpInterval { get; init; }

    /// <summary>Standard deviation of a phase jump, s.</summary>
    public double PhaseJumpSigma { get; init; }

    /// <summary>Mean time between frequency steps.</summary>
    public Duration? FrequencyStepInterval { get; init; }

    /// <summary>Standard deviation of a frequency step.</summary>
    public double FrequencyStepSigma { get; init; }

    /// <summary>Mean time between changes of drift.</summary>
    public Duration? DriftChangeInterval { get; init; }

    /// <summary>Standard deviation of a change of drift, 1/s.</summary>
    public double DriftChangeSigma { get; init; }

    /// <summary>Mean time between changes of the noise level.</summary>
    public Duration? NoiseChangeInterval { get; init; }

    /// <summary>Standard deviation of the logarithm of the factor.</summary>
    public double NoiseChangeSigma { get; init; }

    /// <summary>Mean time between lamp events: a frequency step that dies away.</summary>
    public Duration? LampInterval { get; init; }

    /// <summary>Standard deviation of the frequency of a lamp event.</summary>
    public double LampSigma { get; init; }

    /// <summary>Time constant with which it dies away.</summary>
    public Duration LampTime { get; init; } = Duration.FromHours(6);

    /// <summary>Mean time to failure.</summary>
    public Duration? FailureInterval { get; init; }

    /// <summary>What happens to one unit within a span, in order of time; nothing after its failure. A pure function of its arguments.</summary>
    public IReadOnlyList<ClockEvent> Draw(EpochSpan span, ulong seed, uint run, EntityId entity)
    {
        RandomDraws draws = new(seed, run, entity, NoisePurpose.ClockEvents);
        List<ClockEvent> events =
        [
            .. Times(0, PhaseJumpInterval).Select(e => new ClockEvent(e.Epoch, PhaseJumpSigma * e.Normal)),
            .. Times(1, FrequencyStepInterval).Select(e => new ClockEvent(e.Epoch, 0, FrequencyStepSigma * e.Normal)),
            .. Times(2, DriftChangeInterval).Select(e => new ClockEvent(e.Epoch, 0) { DriftStep = DriftChangeSigma * e.Normal }),
            .. Times(3, NoiseChangeInterval).Select(e => new ClockEvent(e.Epoch, 0) { NoiseFactor = Math.Exp(NoiseChangeSigma * e.Normal) }),
            .. Times(4, LampInterval).Select(e => new ClockEvent(e.Epoch, 0) { TransientFrequency = LampSigma * e.Normal, TransientTime = LampTime.TotalSeconds }),
        ];
        Epoch? end = Times(5, FailureInterval).Select(e => (Epoch?)e.Epoch).FirstOrDefault();
        if (end is { } failed)
        {
            events.RemoveAll(e => e.Epoch >= failed);
            events.Add(new ClockEvent(failed, 0) { Failure = true });
        }

        return [.. events.OrderBy(e => e.Epoch)];

        IEnumerable<(Epoch Epoch, double Normal)> Times(uint kind, Duration? mean)
        {
            if (mean is not { } interval)
            {
                yield break;
            }

            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
            NormalDeviates sizes = new(draws, kind + 1);           // stream 0 holds the uniform deviates
            double length = (span.Last - span.First).TotalSeconds, t = 0;
            for (ulong k = 0; ; k++)
            {
                t -= interval.TotalSeconds * Math.Log(draws.UniformAt(((ulong)kind << 36) + k));
                if (t > length)
                {
                    yield break;
                }

                yield return (span.First + Duration.FromSeconds(t), sizes.At(k));
            }
        }
    }
}
