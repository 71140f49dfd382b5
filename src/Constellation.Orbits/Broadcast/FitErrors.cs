namespace Constellation.Orbits;

/// <summary>How far an ephemeris is from the orbit it was fitted to, m: in space, and radial, along and across the track.</summary>
/// <param name="Rms">Root mean square of the three-dimensional difference.</param>
/// <param name="Largest">Largest three-dimensional difference.</param>
/// <param name="RadialRms">Root mean square outward.</param>
/// <param name="AlongRms">The same along the track.</param>
/// <param name="CrossRms">The same across the track.</param>
/// <param name="RadialLargest">Largest absolute value outward.</param>
/// <param name="AlongLargest">The same along the track.</param>
/// <param name="CrossLargest">The same across the track.</param>
public readonly record struct FitErrors(
    double Rms, double Largest, double RadialRms, double AlongRms, double CrossRms, double RadialLargest, double AlongLargest, double CrossLargest);
