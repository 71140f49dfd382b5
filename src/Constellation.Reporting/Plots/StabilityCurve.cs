namespace Constellation.Reporting;

/// <summary>One entry of a <see cref="StabilityComparisonPlot"/>: measured points, and the deviation a model expects at each averaging time.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Points">Measured; none for a model alone.</param>
/// <param name="Theory">Averaging time (s) and deviation; none where no model is known.</param>
public sealed record StabilityCurve(string Name, IReadOnlyList<StabilityPoint> Points, IReadOnlyList<(double Tau, double Deviation)> Theory);
