using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Error of a predictor at one horizon.</summary>
/// <param name="Horizon">From the newest offset used.</param>
/// <param name="Count">Predictions that could be compared.</param>
/// <param name="Rms">Root mean square, s; NaN for none.</param>
/// <param name="P95">95 % of the errors are smaller, s; NaN for none.</param>
/// <param name="Theory">Expected by a clock model, s; NaN without one.</param>
public readonly record struct PredictionError(Duration Horizon, int Count, double Rms, double P95, double Theory);
