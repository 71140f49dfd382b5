namespace Constellation.Simulation;

/// <summary>A mean over replicates with its 95 % interval.</summary>
/// <param name="Mean">Of the replicates.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct AvailabilityEstimate(double Mean, double Low, double High)
{
    /// <summary>Normal interval of the mean; the unit of independence is the mirrored pair, so pairs are averaged first.</summary>
    internal static AvailabilityEstimate Of(IReadOnlyList<double> values, bool paired)
    {
        double[] independent = paired && values.Count % 2 == 0 ? [.. values.Chunk(2).Select(p => (p[0] + p[1]) / 2)] : [.. values];
        double mean = independent.Average(), half = double.NaN;
        if (independent.Length > 1)
        {
            half = 1.96 * Math.Sqrt(independent.Sum(v => (v - mean) * (v - mean)) / (independent.Length - 1) / independent.Length);
        }

        return new(mean, mean - half, mean + half);
    }
}
