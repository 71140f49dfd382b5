using Constellation.Core;

namespace Constellation.Orbits;

/// <summary>One satellite of a constellation: identity, place, equipment and mean elements at the constellation's epoch.</summary>
public sealed record SatelliteDefinition
{
    public required SatelliteId Id { get; init; }

    /// <summary>Space vehicle number as the IGS metadata write it, <c>C201</c>.</summary>
    public required string Svn { get; init; }

    public required string Plane { get; init; }

    public required string Slot { get; init; }

    public required string Block { get; init; }

    public required OrbitClass OrbitClass { get; init; }

    public SatelliteRole Role { get; init; } = SatelliteRole.Active;

    /// <summary>Name of the clock in <c>ephemeris/clocks</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>kg.</summary>
    public required double Mass { get; init; }

    /// <summary>Cross section for radiation pressure, m^2.</summary>
    public required double Area { get; init; }

    public DateOnly? LaunchDate { get; init; }

    public required MeanElements Elements { get; init; }
}
