using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>Who looks at which satellites, when: what every quantity of a map is computed from.</summary>
/// <param name="Users">Places.</param>
/// <param name="Epochs">Satellites at each epoch.</param>
/// <param name="Satellites">All satellites of the source; the snapshots name them by their index here.</param>
/// <param name="Horizon">What hides satellites.</param>
public sealed record PointScene(IReadOnlyList<UserDefinition> Users, IReadOnlyList<SatelliteSnapshot> Epochs, IReadOnlyList<SatelliteId> Satellites, IHorizonField Horizon)
{
    /// <summary>The elevation mask (rad) where all users have the same flat one; null otherwise.</summary>
    public double? FlatMask => Horizon is UniformHorizon { Mask.IsFlat: true } flat ? flat.Mask.Least : null;

    public GnssSystem[] Systems => [.. Satellites.Select(s => s.System)];
}
