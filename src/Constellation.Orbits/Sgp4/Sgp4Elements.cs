using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Mean elements of SGP4, as an element set (TLE, OMM) gives them. They mean nothing to any other propagator.</summary>
/// <remarks>Angles in rad on TEME axes. The mean motion is that of Kozai, as element sets carry it.</remarks>
public sealed record Sgp4Elements
{
    public required Epoch Epoch { get; init; }

    /// <summary>rad/s.</summary>
    public required double MeanMotion { get; init; }

    public required double Eccentricity { get; init; }

    public required double Inclination { get; init; }

    public required double RightAscension { get; init; }

    public required double ArgumentOfPerigee { get; init; }

    public required double MeanAnomaly { get; init; }

    /// <summary>Drag term B*, per Earth radius.</summary>
    public double BStar { get; init; }
}
