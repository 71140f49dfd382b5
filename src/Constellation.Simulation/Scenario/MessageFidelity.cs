namespace Constellation.Simulation;

/// <summary>How a prediction becomes a message.</summary>
public enum MessageFidelity
{
    /// <summary>The prediction itself, neither fitted nor rounded.</summary>
    Exact,

    /// <summary>Fitted to the parameters of the system's message and rounded to its bits.</summary>
    Icd,
}
