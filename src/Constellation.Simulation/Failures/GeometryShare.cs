namespace Constellation.Simulation;

/// <summary>Geometry with some slots empty.</summary>
/// <param name="Mean">Share of area and time with PDOP within the limit.</param>
/// <param name="Everywhere">Share of time with PDOP within the limit at every point of the grid.</param>
/// <param name="WorstPoint">Least share of time at any point.</param>
/// <param name="MeanPdop">Over area and time with PDOP within the limit: near-singular geometry would rule any other mean.</param>
/// <param name="GreatestPdop">At any point and time; infinite where there is none.</param>
/// <param name="Accuracy">Root mean square over the same of the position's expected error (one sigma, three-dimensional), m; NaN without errors of ranges.</param>
public readonly record struct GeometryShare(double Mean, double Everywhere, double WorstPoint, double MeanPdop, double GreatestPdop, double Accuracy = double.NaN);
