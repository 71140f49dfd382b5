namespace Constellation.Formats;

/// <summary>How two-line elements are read.</summary>
public sealed record TleReadOptions
{
    public static TleReadOptions Default { get; } = new();

    /// <summary>Sets whose checksum is wrong or missing are used all the same; they are told.</summary>
    public bool UseWrongChecksums { get; init; }
}
