namespace Constellation.Positioning;

/// <summary>The observations of one user and epoch, one satellite per index: all spans have the same length.</summary>
/// <remarks>
/// Positions are of the broadcast message at transmission, on the ITRF axes of the instant of transmission (m); the solver turns them into
/// the axes of reception. Clocks are broadcast offsets (s) with relativity and group delay applied. Pseudoranges (m) are corrected for the
/// atmosphere as far as the caller can.
/// </remarks>
public ref struct PseudorangeObservations
{
    public ReadOnlySpan<double> X { get; init; }

    public ReadOnlySpan<double> Y { get; init; }

    public ReadOnlySpan<double> Z { get; init; }

    /// <summary>Broadcast clock offset at transmission, s.</summary>
    public ReadOnlySpan<double> ClockOffset { get; init; }

    public ReadOnlySpan<double> Pseudorange { get; init; }

    /// <summary>Standard deviation of the pseudorange, m.</summary>
    public ReadOnlySpan<double> Sigma { get; init; }

    /// <summary>Receiver clock column, 0 to <see cref="SinglePointSolver.MaximumClocks"/> - 1: one per system with its own time.</summary>
    public ReadOnlySpan<int> ClockColumn { get; init; }

    public readonly int Count => X.Length;
}
