namespace Constellation.Orbits;

/// <summary>Kepler elements at an epoch on GCRF axes: metres and radians.</summary>
public readonly record struct MeanElements(
    double SemiMajorAxis,
    double Eccentricity,
    double Inclination,
    double RightAscension,
    double ArgumentOfPerigee,
    double MeanAnomaly);
