using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>What the covariance of a position needs of one range.</summary>
/// <param name="LineOfSight">Unit vector from the user to the satellite: east, north, up.</param>
/// <param name="ClockColumn">Receiver clock, 0 to 7.</param>
/// <param name="Believed">Variance whose inverse the user weighs with, m^2.</param>
/// <param name="Independent">True variance of what no other range shares, m^2.</param>
/// <param name="Troposphere">Range per metre of the shared zenith error times its deviation, m.</param>
/// <param name="Ionosphere">Range per unit deviate of the shared ionosphere, m.</param>
public readonly record struct RangeTerm(Vector3d LineOfSight, int ClockColumn, double Believed, double Independent, double Troposphere, double Ionosphere);
