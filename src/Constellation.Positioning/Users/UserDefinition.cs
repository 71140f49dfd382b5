using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A user on the ground: a grid point or a named site.</summary>
public sealed record UserDefinition
{
    /// <summary>Address of the user's random numbers: unique in a run, stable when others are added.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required GeodeticPoint Place { get; init; }

    /// <summary>The place on ITRF axes.</summary>
    public required Position<Itrf> Position { get; init; }

    /// <summary>rad.</summary>
    public double ElevationMask { get; init; } = double.DegreesToRadians(5.0);

    /// <summary>Weight in area means; 0 for a site that is not part of the grid.</summary>
    public double AreaWeight { get; init; }
}
