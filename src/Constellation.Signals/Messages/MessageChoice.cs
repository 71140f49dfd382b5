namespace Constellation.Signals;

/// <summary>Which of several valid messages a user takes.</summary>
public enum MessageChoice
{
    /// <summary>The one transmitted last: what a receiver does.</summary>
    LatestTransmitted,

    /// <summary>Of those already transmitted, the one whose reference epoch is nearest.</summary>
    NearestReference,

    /// <summary>The one whose reference epoch is nearest, transmitted or not: hindsight, for comparison with programs that do so. No receiver can.</summary>
    NearestReferenceInHindsight,
}
