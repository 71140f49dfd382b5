using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Predicts a clock as a weighted sum of its past offsets: a fit or a filter, whichever, comes down to weights.</summary>
/// <remarks>Because the weights are known, so is the error variance under any clock model: see <see cref="PredictionTheory"/>.</remarks>
public abstract class ClockPredictor
{
    /// <summary>Weights of the offsets of a window, the last of which is the newest; null where too few are there.</summary>
    /// <param name="present">Which offsets of the window there are; the others get weight 0.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="horizon">From the newest place of the window to the predicted offset.</param>
    /// <remarks>Weights add to one and reproduce a constant frequency.</remarks>
    public abstract double[]? Weights(ReadOnlySpan<bool> present, Duration interval, Duration horizon);
}
