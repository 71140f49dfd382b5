using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What was measured of one satellite at one instant: positions here, ranges and others where they are made.</summary>
/// <remarks>The numbers of one observation are used together or rejected together. Immutable: fits on several threads may share it.</remarks>
public interface IOrbitObservation
{
    Epoch Epoch { get; }

    /// <summary>How many numbers it holds, at least one.</summary>
    int Size { get; }

    /// <summary>Standard deviation of each number, in its unit.</summary>
    double Sigma { get; }

    /// <summary>Compares with a computed state at <see cref="Epoch"/>, in GCRF.</summary>
    /// <param name="computed">The state on GCRF axes.</param>
    /// <param name="residuals">Receives observed minus computed, one for each number.</param>
    /// <param name="partials">Receives the derivative of each computed number by the state, rows of six, position (m) before velocity (m/s).</param>
    void Linearise(in StateVector computed, Span<double> residuals, Span<double> partials);
}
