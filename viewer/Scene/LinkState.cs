namespace Constellation.Viewer;

/// <summary>What a link does at the epoch of a scene.</summary>
public enum LinkState
{
    /// <summary>Measured in the slot shown.</summary>
    Ranging,

    /// <summary>In another slot of the round.</summary>
    Scheduled,

    /// <summary>Planned in the round, and nothing was measured.</summary>
    Failed,

    /// <summary>Something is in the way: the Earth, the limits of a terminal, the Sun.</summary>
    Blocked,
}
