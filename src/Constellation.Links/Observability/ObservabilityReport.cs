using Constellation.Core;

namespace Constellation.Links;

/// <summary>What a scenario's measurements know, and what they cannot.</summary>
public sealed record ObservabilityReport
{
    /// <summary>Of the normal matrix scaled to a unit diagonal, ascending.</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    /// <summary>Below this an eigenvalue is rounding.</summary>
    public required double Rounding { get; init; }

    /// <summary>Eigenvalues below <see cref="Rounding"/>.</summary>
    public int NullDimension => Eigenvalues.Count(e => e < Rounding);

    /// <summary>Dimensions of the null space that named directions span.</summary>
    public required int NamedDimension { get; init; }

    /// <summary>Directions with a name; those that are not seen first.</summary>
    public required IReadOnlyList<ObservableDirection> Directions { get; init; }

    public required IReadOnlyList<SatelliteId> Satellites { get; init; }
}
