using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The true orbits, and what the operator does not know of their forces. Table <c>[orbits]</c>.</summary>
public sealed record OrbitSettings
{
    /// <summary>simulated, sp3 or nav.</summary>
    public DataSource Source { get; init; } = DataSource.Simulated;

    /// <summary>Degree and order of the gravity field, of truth and operator alike.</summary>
    public int GravityDegree { get; init; } = 8;

    /// <summary>Acceleration that the truth feels and the operator does not model, m/s^2, one sigma in each of R, A, C.</summary>
    public double UnmodelledAcceleration { get; init; } = 1e-9;

    /// <summary>Distance of the nodes of that random acceleration.</summary>
    public Duration UnmodelledTime { get; init; } = Duration.FromHours(2);
}
