using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Stability as it changes: a statistic of a window that slides along the record. [Galleani09]</summary>
public static class DynamicStability
{
    /// <param name="offsets">Clock offsets, s, NaN where missing.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="statistic">Which statistic.</param>
    /// <param name="window">Offsets in a window.</param>
    /// <param name="step">Offsets from one window to the next.</param>
    /// <param name="factors">Averaging times in intervals, increasing.</param>
    /// <param name="confidence">Probability of the two-sided intervals.</param>
    /// <returns>For each window that holds any estimate: time from the first offset to its middle, and the estimates.</returns>
    public static IEnumerable<(Duration Middle, IReadOnlyList<StabilityEstimate> Estimates)> Of(
        double[] offsets, Duration interval, StabilityStatistic statistic, int window, int step, IReadOnlyList<int> factors, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 3);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return Windows();

        IEnumerable<(Duration, IReadOnlyList<StabilityEstimate>)> Windows()
        {
            for (long start = 0; start + window <= offsets.Length; start += step)
            {
                IReadOnlyList<StabilityEstimate> estimates = StabilityAnalysis.Of(
                    StabilityRecord.FromOffsets(offsets.AsSpan((int)start, window), interval), statistic, factors, confidence);
                if (estimates.Count > 0)
                {
                    yield return (Duration.FromSeconds((start + ((window - 1) / 2.0)) * interval.TotalSeconds), estimates);
                }
            }
        }
    }
}
