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

    /// <summary>How often filters on board exchange orbits; clocks are exchanged in every frame.</summary>
    /// <remarks>Every exchange makes all errors shared, and what is shared is not averaged again. Between exchanges each orbit's own noise grows, which is. Claims
    /// after three days of BeiDou-3 without a station: R 23, A 74, C 59 m for 5 min, 14, 53, 38 m for 1 h, 6, 23, 15 m for 3 h; from there the first day suffers.</remarks>
    public Duration OrbitExchange { get; init; } = Duration.FromHours(2);

    /// <summary>An innovation beyond this many sigma is not used.</summary>
    public double Gate { get; init; } = 6;

    /// <summary>Least noise of a scalar measurement, m: keeps noise-free runs regular.</summary>
    public double MinimumNoise { get; init; } = 1e-4;

    /// <summary>Least sigma of the accelerations, m/s^2: covers what the filter's own gradient lacks (Sun, Moon, harmonics above J2).</summary>
    public double MinimumAcceleration { get; init; } = 1e-12;
}
