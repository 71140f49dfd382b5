namespace Constellation.Links;

/// <summary>How much measurements know of a direction.</summary>
public enum ObservabilityState
{
    /// <summary>Nothing beyond rounding.</summary>
    Unseen,

    /// <summary>Less than is known without them.</summary>
    Weak,

    Seen,
}
