using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Something that happens to a clock at an instant and stays.</summary>
/// <param name="Epoch">When; a step is in force at this epoch, and a clock that fails does not work any more at it.</param>
/// <param name="PhaseStep">Added to the offset from then on, s.</param>
/// <param name="FrequencyStep">Added to the fractional frequency from then on; the offset grows with it.</param>
public readonly record struct ClockEvent(Epoch Epoch, double PhaseStep, double FrequencyStep = 0)
{
    /// <summary>Added to the frequency drift from then on, 1/s.</summary>
    public double DriftStep { get; init; }

    /// <summary>Fractional frequency that dies away with <see cref="TransientTime"/>: a lamp or a supply that has been disturbed.</summary>
    public double TransientFrequency { get; init; }

    /// <summary>Time constant of the transient, s.</summary>
    public double TransientTime { get; init; }

    /// <summary>Factor on the deviation of every noise from then on, times those of earlier events; none by default. Acts where the clock is drawn.</summary>
    public double? NoiseFactor { get; init; }

    /// <summary>The clock ends here.</summary>
    public bool Failure { get; init; }

    /// <summary>What the event has added <paramref name="t"/> seconds after it, t not negative.</summary>
    internal ClockState After(double t)
    {
        double frequency = FrequencyStep + (DriftStep * t);
        double offset = PhaseStep + (t * (FrequencyStep + (0.5 * DriftStep * t)));
        if (TransientFrequency != 0)
        {
            double fallen = TransientTime > 0 ? -OrnsteinUhlenbeckStep.ExpM1(-t / TransientTime) : 1;
            frequency += TransientFrequency * (1 - fallen);
            offset += TransientFrequency * TransientTime * fallen;
        }

        return new(offset, frequency);
    }
}
