using System.Collections.Immutable;

namespace Constellation.Orbits;

/// <summary>How an orbit is fitted to observations.</summary>
public sealed record OrbitFitSettings
{
    /// <summary>Parameters of forces to estimate with the initial state; a name that no force has is ignored, so that one list serves many satellites.</summary>
    public ImmutableArray<EstimatedParameter> Parameters { get; init; } = [];

    /// <summary>Most Gauss-Newton steps, rejection included.</summary>
    public int MostIterations { get; init; } = 12;

    /// <summary>The fit has converged when no position in the arc moves by more than this, m.</summary>
    public double Converged { get; init; } = 1e-4;

    /// <summary>
    /// An observation is rejected when its normalised residual is so many times the robust scatter of all. Never below <see cref="LeastRejection"/>
    /// standard deviations, so that clean data lose nothing.
    /// </summary>
    public double RejectionFactor { get; init; } = 6;

    /// <summary>Smallest limit of rejection, in standard deviations of an observation.</summary>
    public double LeastRejection { get; init; } = 6;

    /// <summary>Largest part of the observations that may be rejected: beyond it the model is wrong, not the data.</summary>
    public double MostRejected { get; init; } = 0.2;
}
