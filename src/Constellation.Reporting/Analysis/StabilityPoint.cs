namespace Constellation.Reporting;

/// <summary>Overlapping Allan deviation of a record at averaging time <paramref name="Tau"/> (s), and the interval that holds the true one in 68 % of cases.</summary>
/// <remarks>The limits are NaN where the noise of the clock is not known.</remarks>
public readonly record struct StabilityPoint(double Tau, double Deviation, double Low, double High);
