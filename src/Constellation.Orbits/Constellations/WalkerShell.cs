using Constellation.Core;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A Walker shell i: T/P/F with its orbit and equipment. Angles in radians, lengths in metres.</summary>
public sealed record WalkerShell
{
    public required GnssSystem System { get; init; }

    public WalkerPattern Pattern { get; init; } = WalkerPattern.Delta;

    /// <summary>T, spares not counted; a multiple of <see cref="Planes"/>.</summary>
    public required int Satellites { get; init; }

    /// <summary>P.</summary>
    public required int Planes { get; init; }

    /// <summary>F: a satellite is F 360/T degrees ahead of its neighbour in the plane to the west. Any integer; only F modulo P matters to the pattern.</summary>
    public required int Phasing { get; init; }

    public required double SemiMajorAxis { get; init; }

    public double Eccentricity { get; init; }

    public required double Inclination { get; init; }

    /// <summary>Right ascension of the first plane's node.</summary>
    public double FirstRightAscension { get; init; }

    public double ArgumentOfPerigee { get; init; }

    /// <summary>Mean argument of latitude (perigee + mean anomaly) of the first satellite of the first plane.</summary>
    public double FirstArgumentOfLatitude { get; init; }

    public required Epoch Epoch { get; init; }

    /// <summary>In each plane, half-way between slots, from the gap after slot 1 on.</summary>
    public int SparesPerPlane { get; init; }

    /// <summary>Number of the first satellite.</summary>
    public int FirstNumber { get; init; } = 1;

    public required string Clock { get; init; }

    public double Mass { get; init; } = 1000;

    public double Area { get; init; } = 15;

    public OrbitClass OrbitClass { get; init; } = OrbitClass.Meo;
}
