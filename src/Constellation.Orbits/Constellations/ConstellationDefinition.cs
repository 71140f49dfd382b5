using Constellation.Core;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A constellation at one epoch: its satellites, their elements and equipment. Read from <c>ephemeris/constellations</c> or built by <c>Walker</c>.</summary>
public sealed record ConstellationDefinition
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Epoch Epoch { get; init; }

    /// <summary>Ordered by satellite id.</summary>
    public required IReadOnlyList<SatelliteDefinition> Satellites { get; init; }

    /// <summary>The satellites that serve users: not spares, not retired.</summary>
    public IEnumerable<SatelliteDefinition> Active => Satellites.Where(s => s.Role == SatelliteRole.Active);

    public SatelliteDefinition this[SatelliteId id] => Satellites.First(s => s.Id == id);
}
