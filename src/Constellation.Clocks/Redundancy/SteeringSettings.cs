using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>How a clock is steered to the time that it is measured against.</summary>
public sealed record SteeringSettings
{
    /// <summary>Time between measurements, each followed by a new frequency command.</summary>
    public Duration Interval { get; init; } = Duration.FromHours(1);

    /// <summary>Time constant of the loop, which is critically damped.</summary>
    public Duration TimeConstant { get; init; } = Duration.FromDays(1);

    /// <summary>Standard deviation of a measurement of the offset, s.</summary>
    public double MeasurementSigma { get; init; }

    /// <summary>Resolution of the frequency commands; 0: none.</summary>
    public double Resolution { get; init; }
}
