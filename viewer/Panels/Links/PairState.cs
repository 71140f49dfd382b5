namespace Constellation.Viewer;

/// <summary>What two nodes are to each other in a round, each including what stands before it.</summary>
internal enum PairState
{
    /// <summary>Nothing is known of the pair, or one of the two has no terminal.</summary>
    None,

    /// <summary>The Earth, the reach of terminals, the Sun or too fast a turn keeps them apart.</summary>
    Blocked,

    /// <summary>They could link and are not scheduled in the round.</summary>
    Free,

    /// <summary>They were planned in the round and nothing was measured.</summary>
    Lost,

    /// <summary>They link in another slot of the round.</summary>
    Scheduled,

    /// <summary>They range in the slot of the epoch shown.</summary>
    Ranging,
}
