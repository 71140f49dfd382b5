namespace Constellation.Positioning;

/// <summary>Points and their up vectors on ITRF axes, one array per component.</summary>
internal ref struct PointArrays
{
    public ReadOnlySpan<double> X { get; init; }

    public ReadOnlySpan<double> Y { get; init; }

    public ReadOnlySpan<double> Z { get; init; }

    public ReadOnlySpan<double> UpX { get; init; }

    public ReadOnlySpan<double> UpY { get; init; }

    public ReadOnlySpan<double> UpZ { get; init; }
}
