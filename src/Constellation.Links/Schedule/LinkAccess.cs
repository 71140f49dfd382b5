namespace Constellation.Links;

/// <summary>How links share time.</summary>
public enum LinkAccess
{
    /// <summary>A slot belongs to a pair.</summary>
    TimeDivision,

    /// <summary>One transmits to all.</summary>
    Broadcast,

    /// <summary>One pair at a time.</summary>
    Polling,

    /// <summary>Terminals stay locked.</summary>
    Continuous,
}
