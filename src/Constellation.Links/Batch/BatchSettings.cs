namespace Constellation.Links;

/// <summary>What the batch estimates besides orbits and clocks, how tightly, and how it iterates.</summary>
public sealed record BatchSettings
{
    /// <summary>Accelerations which the forces lack: linear between nodes one correlation time apart, tied from node to node as a first-order Gauss-Markov process.</summary>
    public AccelerationNoise Acceleration { get; init; } = new(1e-9, 7200);

    /// <summary>Least sigma of the accelerations, m/s^2.</summary>
    public double MinimumAcceleration { get; init; } = 1e-13;

    /// <summary>Standard deviation of radiation parameters before the measurements, in typical sizes of each (<see cref="Orbits.ForceParameter.Scale"/>).</summary>
    public double RadiationSigma { get; init; } = 5;

    /// <summary>Delays are constants for so long, s, tied from piece to piece by their random walk.</summary>
    public double DelayInterval { get; init; } = 21_600;

    /// <summary>Pieces of a zenith delay in its correlation time; 0 for one constant over the arc.</summary>
    public int ZenithPieces { get; init; } = 6;

    /// <summary>Nodes of the accelerations in their correlation time; 0 for no such accelerations.</summary>
    public double AccelerationNodes { get; init; } = 2;

    public LinkObservable Observable { get; init; }

    /// <summary>Whether what was known of first states before is used besides the measurements; else it is only where the iteration begins.</summary>
    public bool UseApriori { get; init; } = true;

    /// <summary>Least noise of a scalar measurement, m.</summary>
    public double MinimumNoise { get; init; } = 1e-4;

    /// <summary>A residual beyond this many sigma is not used, once the orbits have settled.</summary>
    public double Gate { get; init; } = 6;

    public int MostIterations { get; init; } = 8;

    /// <summary>The iteration ends when no initial position moves by more than this, m.</summary>
    public double Converged { get; init; } = 1e-4;

    /// <summary>How many threads may work: the same bits for any number.</summary>
    public int Threads { get; init; } = 1;
}
