using Constellation.Time;

namespace Constellation.Links;

/// <summary>How the solver weighs its models.</summary>
public sealed record SolverSettings
{
    /// <summary>Accelerations which the reference orbits lack.</summary>
    public AccelerationNoise Acceleration { get; init; } = new(1e-9, 3600);

    /// <summary>How long an orbit predicted from an estimate serves as reference before the next one takes its place.</summary>
    /// <remarks>What the prediction errs by after it, 4 m for 1e-9 m/s^2 and a day, is what the filter's simple gradient moves.</remarks>
    public Duration ReferenceLength { get; init; } = Duration.FromDays(1);

    /// <summary>An innovation beyond this many sigma is not used.</summary>
    public double Gate { get; init; } = 6;

    /// <summary>Least noise of a scalar measurement, m: keeps noise-free runs regular.</summary>
    public double MinimumNoise { get; init; } = 1e-4;

    /// <summary>Least sigma of the accelerations, m/s^2: covers what the filter's own gradient lacks (Sun, Moon, harmonics above J2).</summary>
    public double MinimumAcceleration { get; init; } = 1e-12;
}
