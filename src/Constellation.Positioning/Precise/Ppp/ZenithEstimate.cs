namespace Constellation.Positioning;

/// <summary>The air over a receiver as its observations tell it.</summary>
/// <param name="Delay">Total zenith delay, m.</param>
/// <param name="Sigma">Its standard deviation, m.</param>
/// <param name="North">Gradient of the delay to the north, m.</param>
/// <param name="East">To the east, m.</param>
public readonly record struct ZenithEstimate(double Delay, double Sigma, double North, double East);
