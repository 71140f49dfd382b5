using MathNet.Numerics.Distributions;

namespace Constellation.Simulation;

/// <summary>A mean over replicates with its 95 % interval.</summary>
/// <param name="Mean">Of the replicates.</param>
/// <param name="Low">Lower end; NaN where there is no interval.</param>
/// <param name="High">Upper end; NaN where there is no interval.</param>
/// <remarks>The unit of independence is the mirrored pair, so pairs are averaged first. Where all of them agree, or there is but one, nothing tells how far another would be off: there is no interval.</remarks>
public readonly record struct AvailabilityEstimate(double Mean, double Low, double High)
{
    private const double Probability = 0.95;

    /// <summary>Interval of Student's t about a mean that has no bounds.</summary>
    internal static AvailabilityEstimate OfValues(IReadOnlyList<double> values, bool paired)
    {
        (double mean, double error, double quantile) = Moments(values, paired);
        double half = error > 0 ? quantile * error : double.NaN;
        return new(mean, mean - half, mean + half);
    }

    /// <summary>Wilson's interval of a share, which never leaves 0 to 1.</summary>
    /// <remarks>[Brown01] with the number of trials n = p (1 - p) / s² that would give a count the scatter s of the mean found here, and Student's quantile for the normal one.
    /// Narrow ones are those of <see cref="OfValues"/>: n is large.</remarks>
    internal static AvailabilityEstimate OfShares(IReadOnlyList<double> values, bool paired)
    {
        (double p, double error, double k) = Moments(values, paired);
        double spread = p * (1 - p);
        if (!(error > 0) || !(spread > 0))
        {
            return new(p, double.NaN, double.NaN);
        }

        double trials = spread / (error * error), shrink = 1 + (k * k / trials);
        double centre = (p + (k * k / (2 * trials))) / shrink, half = k * Math.Sqrt((spread / trials) + (k * k / (4 * trials * trials))) / shrink;
        return new(p, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    private static (double Mean, double Error, double Quantile) Moments(IReadOnlyList<double> values, bool paired)
    {
        double[] independent = paired && values.Count % 2 == 0 ? [.. values.Chunk(2).Select(p => (p[0] + p[1]) / 2)] : [.. values];
        double mean = independent.Average();
        int freedom = independent.Length - 1;

        // Sums in other orders leave the last digits of equal shares apart: that is not scatter.
        return freedom == 0 || independent.All(v => Math.Abs(v - mean) <= 1e-12 * Math.Abs(mean))
            ? (mean, double.NaN, double.NaN)
            : (mean, Math.Sqrt(independent.Sum(v => (v - mean) * (v - mean)) / freedom / independent.Length), StudentT.InvCDF(0, 1, freedom, (1 + Probability) / 2));
    }
}
