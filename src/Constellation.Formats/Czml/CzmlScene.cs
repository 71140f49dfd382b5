using Constellation.Time;

namespace Constellation.Formats;

/// <summary>All that a CZML document shows.</summary>
/// <param name="Name">Of the document.</param>
/// <param name="Span">Of its clock.</param>
public sealed record CzmlScene(string Name, EpochSpan Span)
{
    public IReadOnlyList<CzmlSatellite> Satellites { get; init; } = [];

    public IReadOnlyList<CzmlPlace> Places { get; init; } = [];

    /// <summary>Between ids of satellites and places.</summary>
    public IReadOnlyList<CzmlLink> Links { get; init; } = [];

    public IReadOnlyList<CzmlTrack> Tracks { get; init; } = [];
}
