using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>One satellite's rows of an SP3 file, one for each epoch of the file.</summary>
public sealed class Sp3Satellite
{
    public required SatelliteId Id { get; init; }

    /// <summary>The header's accuracy is 2^n mm; 0 when unknown.</summary>
    public int AccuracyExponent { get; init; }

    /// <summary>ITRF positions of the centre of mass, m; NaN where the file has none.</summary>
    public required Vector3d[] Positions { get; init; }

    /// <summary>Clock offsets, s; NaN where the file has none.</summary>
    public required double[] Clocks { get; init; }

    public required Sp3Marks[] Marks { get; init; }

    /// <summary>ITRF velocities, m/s; null in a file without velocities, NaN where not given.</summary>
    public Vector3d[]? Velocities { get; init; }

    /// <summary>Fractional clock rates; null in a file without velocities, NaN where not given.</summary>
    public double[]? ClockRates { get; init; }

    public bool HasPositions => Array.Exists(Positions, p => !double.IsNaN(p.X));
}
