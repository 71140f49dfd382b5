using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A range of Advanced RAIM.</summary>
/// <param name="LineOfSight">Unit vector from the user to the satellite: east, north, up.</param>
/// <param name="Constellation">Number of its system, 0 to 7: one receiver clock and one constellation fault each.</param>
/// <param name="IntegrityVariance">m^2, its inverse is the weight.</param>
/// <param name="AccuracyVariance">m^2.</param>
/// <param name="NominalBias">m.</param>
/// <param name="Fault">Prior of a fault of this satellite alone.</param>
public readonly record struct MonitoredRange(Vector3d LineOfSight, int Constellation, double IntegrityVariance, double AccuracyVariance, double NominalBias, double Fault);
