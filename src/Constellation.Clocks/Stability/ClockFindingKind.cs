namespace Constellation.Clocks;

/// <summary>Kinds of disturbances of a clock record.</summary>
public enum ClockFindingKind
{
    /// <summary>A single value off the rest.</summary>
    Outlier,

    /// <summary>The phase moved at once and stayed.</summary>
    PhaseJump,

    /// <summary>The frequency moved at once and stayed.</summary>
    FrequencyJump,
}
