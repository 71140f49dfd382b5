using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>How well one clock of a satellite takes over from another.</summary>
public sealed record TakeOverSettings
{
    /// <summary>Standard deviation of the phase step at a switch-over, s.</summary>
    public double PhaseSigma { get; init; } = 1e-10;

    /// <summary>Standard deviation of the frequency step to a hot spare, which has been compared.</summary>
    public double HotFrequencySigma { get; init; } = 1e-13;

    /// <summary>Standard deviation of the frequency step to a cold spare.</summary>
    public double ColdFrequencySigma { get; init; } = 1e-11;

    /// <summary>Time without a clock from a failure to the work of a hot spare.</summary>
    public Duration HotDelay { get; init; } = Duration.Zero;

    /// <summary>The same for a cold spare: switching on and locking.</summary>
    public Duration ColdDelay { get; init; } = Duration.FromHours(6);

    /// <summary>Standard deviation of the frequency of a cold spare that is still warming up, beyond its later one.</summary>
    public double WarmUpSigma { get; init; }

    /// <summary>Time constant of warming up.</summary>
    public Duration WarmUpTime { get; init; } = Duration.FromHours(12);
}
