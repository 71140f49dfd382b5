namespace Constellation.Cli;

/// <summary>What became of a target.</summary>
internal enum LinkVerdict
{
    /// <summary>Within its tolerance.</summary>
    Reached,

    /// <summary>Smaller than published by more than the tolerance: the simulation lacks what the real system suffers from.</summary>
    Better,

    /// <summary>Missed; the reason is said.</summary>
    Missed,

    /// <summary>A figure to read beside the others, without a target of its own.</summary>
    Shown,
}
