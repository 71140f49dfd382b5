using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The true orbits, and what the operator does not know of their forces. Table <c>[orbits]</c>.</summary>
public sealed record OrbitSettings
{
    /// <summary>simulated, sp3 or nav.</summary>
    public DataSource Source { get; init; } = DataSource.Simulated;

    /// <summary>What moves the satellites.</summary>
    public ForceSelection TruthForces { get; init; } = ForceSelection.Standard;

    /// <summary>What the operator thinks moves them, where it predicts.</summary>
    public ForceSelection OperatorForces { get; init; } = ForceSelection.Standard;

    /// <summary>Degree and order of the gravity field where a selection does not say one.</summary>
    public int GravityDegree { get; init; } = ForceCatalog.StandardDegree;

    /// <summary>The gravity field of truth and operator alike.</summary>
    public GravityField GravityField { get; init; } = GravityField.Egm2008;

    /// <summary>The file it was read from, as written; null for the built-in one.</summary>
    public string? GravityFile { get; init; }

    /// <summary>Acceleration that the truth feels and the operator does not model, m/s^2, one sigma in each of R, A, C.</summary>
    public double UnmodelledAcceleration { get; init; } = 1e-9;

    /// <summary>Distance of the nodes of that random acceleration.</summary>
    public Duration UnmodelledTime { get; init; } = Duration.FromHours(2);
}
