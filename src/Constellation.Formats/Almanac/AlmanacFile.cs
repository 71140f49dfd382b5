namespace Constellation.Formats;

/// <summary>A Yuma or SEM almanac.</summary>
public sealed record AlmanacFile
{
    /// <summary>First line of a SEM file after its count.</summary>
    public string Title { get; init; } = "CURRENT.ALM";

    public required IReadOnlyList<AlmanacEntry> Entries { get; init; }

    /// <summary>Several files as one.</summary>
    public static AlmanacFile Merge(IReadOnlyList<AlmanacFile> files) => files.Count == 1 ? files[0] : files[0] with { Entries = [.. files.SelectMany(f => f.Entries)] };
}
