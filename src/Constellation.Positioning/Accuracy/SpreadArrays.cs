namespace Constellation.Positioning;

/// <summary>Where the accuracy kernel writes, one element per point; NaN without a solution.</summary>
internal ref struct SpreadArrays
{
    public Span<double> Major { get; init; }

    public Span<double> Minor { get; init; }

    public Span<double> Up { get; init; }
}
