using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One position with what text formats tell of it.</summary>
public sealed record PositionSolution
{
    public required Epoch Time { get; init; }

    public required SolutionQuality Quality { get; init; }

    /// <summary>NaN where there is no solution.</summary>
    public required Position<Itrf> Position { get; init; }

    /// <summary>Of the coordinates on ITRF axes, m^2.</summary>
    public Symmetric3 Covariance { get; init; }

    /// <summary>m/s on ITRF axes; NaN where there is none.</summary>
    public Vector3d Velocity { get; init; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Used in the solution.</summary>
    public int SatelliteCount { get; init; }

    public Dop Dop { get; init; } = Dop.None;

    /// <summary>RMS of the residuals, m; NaN where it is not known.</summary>
    public double ResidualRms { get; init; } = double.NaN;

    /// <summary>Of differential corrections, s; 0 where there are none.</summary>
    public double Age { get; init; }

    /// <summary>Ratio of the test of fixed ambiguities; 0 where there are none.</summary>
    public double Ratio { get; init; }

    /// <summary>Of the geoid above the ellipsoid, m; NaN where no geoid is at hand.</summary>
    public double GeoidHeight { get; init; } = double.NaN;

    /// <summary>In view, used or not; may be empty.</summary>
    public IReadOnlyList<SatelliteInView> Satellites { get; init; } = [];

    public bool HasPosition => Quality != SolutionQuality.None && double.IsFinite(Position.X) && double.IsFinite(Position.Y) && double.IsFinite(Position.Z);
}
