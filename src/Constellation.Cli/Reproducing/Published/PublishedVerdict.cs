namespace Constellation.Cli;

/// <summary>What became of a published number.</summary>
internal enum PublishedVerdict
{
    /// <summary>Within its tolerance.</summary>
    Met,

    /// <summary>Smaller than published by more than the tolerance: the simulation lacks what the real system suffers from, and the reason is said.</summary>
    Better,

    /// <summary>Out of its tolerance.</summary>
    NotMet,

    /// <summary>A statement that this program cannot judge, with the figure of ours that is nearest.</summary>
    NotComparable,

    /// <summary>The recorded data that it needs are not at hand.</summary>
    Skipped,
}
