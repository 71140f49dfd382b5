using System.Collections.Immutable;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A fitted orbit: what was estimated, how well, and what was left over.</summary>
public sealed record OrbitFitResult
{
    /// <summary>Estimated state in GCRF.</summary>
    public required StateVector InitialState { get; init; }

    /// <summary>The forces with the estimated values of their parameters.</summary>
    public required ForceModel Forces { get; init; }

    /// <summary>Estimated parameters of forces, in the order of the covariance after the six of the state.</summary>
    public required ImmutableArray<FittedParameter> Parameters { get; init; }

    /// <summary>Covariance of state (GCRF, m and m/s) and parameters for the standard deviations that the observations claim; row by row.</summary>
    /// <remarks>Times <see cref="UnitVariance"/>, it is that of the residuals found.</remarks>
    public required double[] Covariance { get; init; }

    /// <summary>Sum of squared normalised residuals over degrees of freedom; one where the claimed standard deviations are right and the model is.</summary>
    public required double UnitVariance { get; init; }

    /// <summary>One for each observation, in order of time.</summary>
    public required ImmutableArray<ObservationResidual> Residuals { get; init; }

    /// <summary>Gauss-Newton steps.</summary>
    public required int Iterations { get; init; }

    /// <summary>False: the last allowed step still moved the orbit.</summary>
    public required bool Converged { get; init; }

    public int Rejected => Residuals.Count(r => !r.Used);

    /// <summary>The fitted orbit over any span, beyond the arc too: a prediction.</summary>
    public NumericalOrbit Propagate(EpochSpan span) => NumericalPropagator.Propagate(InitialState, span, Forces);
}
