namespace Constellation.Formats;

/// <summary>The unit of a bias after reading.</summary>
public enum BiasUnit
{
    Seconds,

    /// <summary>Of the carrier of its observable.</summary>
    Cycles,
}
