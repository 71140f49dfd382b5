namespace Constellation.Positioning;

/// <summary>Where the kernel writes, one element per point.</summary>
internal ref struct DopArrays
{
    /// <summary>Satellites at or above the mask.</summary>
    public Span<int> Count { get; init; }

    public Span<double> Pdop { get; init; }

    public Span<double> Hdop { get; init; }

    public Span<double> Vdop { get; init; }

    public Span<double> Tdop { get; init; }
}
