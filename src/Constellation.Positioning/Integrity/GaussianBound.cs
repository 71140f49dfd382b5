namespace Constellation.Positioning;

/// <summary>A pair of normal distributions that bound a distribution of errors from both sides: deviations <see cref="Sigma"/>, shifted by <see cref="Bias"/> to either side.</summary>
/// <remarks>
/// Paired overbounding [Rife06]: the left bound N(-b, sigma) lies above the cumulative distribution everywhere, the right bound N(b, sigma) below; such pairs bound sums of independent errors.
/// A sample of N values is taken at i / (N + 1).
/// </remarks>
public readonly record struct GaussianBound(double Bias, double Sigma)
{
    /// <summary>Deviations at which a bound is used: a risk of 1e-7 in two tails.</summary>
    private const double Reach = 5.33;

    private const int Steps = 400;

    /// <summary>The smallest normal distribution without bias that bounds both tails beyond the median of the sizes, as [DeCleene00] asks of symmetric errors.</summary>
    public static GaussianBound Centred(ReadOnlySpan<double> errors)
    {
        double[] sizes = new double[errors.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Math.Abs(errors[i]);
        }

        Array.Sort(sizes);
        double sigma = 0.0;
        for (int i = sizes.Length / 2; i < sizes.Length; i++)
        {
            double beyond = (sizes.Length - i) / (sizes.Length + 1.0);       // share of this size and more, two tails
            sigma = Math.Max(sigma, sizes[i] / NormalTail.Inverse(0.5 * beyond));
        }

        return new(0.0, sigma);
    }

    /// <summary>The pair with the least bias + 5.33 sigma among those whose sigma is no less than the sample's own: a smaller one would bound the sample, but not the tail beyond it.</summary>
    public static GaussianBound Paired(ReadOnlySpan<double> errors)
    {
        (double[] sorted, double[] quantiles) = Sample(errors);
        double deviation = Deviation(sorted);
        deviation = deviation > 1e-12 * Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1])) ? deviation : 0.0;
        GaussianBound best = new(double.PositiveInfinity, double.PositiveInfinity);
        for (int step = 0; step <= Steps && deviation > 0.0; step++)
        {
            double sigma = deviation * (1.0 + (3.0 * step / Steps));
            GaussianBound candidate = new(BiasFor(sorted, quantiles, sigma), sigma);
            best = candidate.Bias + (Reach * candidate.Sigma) < best.Bias + (Reach * best.Sigma) ? candidate : best;
        }

        return deviation > 0.0 ? best : new(Math.Abs(sorted[0]), 0.0);
    }

    /// <summary>First the deviation that the centred errors need, then the bias that makes it a paired bound: after the idea of [Blanch19], without its unimodal step between.</summary>
    public static GaussianBound TwoStep(ReadOnlySpan<double> errors)
    {
        (double[] sorted, double[] quantiles) = Sample(errors);
        double median = sorted[sorted.Length / 2];
        double sigma = Centred([.. sorted.Select(e => e - median)]).Sigma;
        return new(BiasFor(sorted, quantiles, sigma), sigma);
    }

    /// <summary>Whether the pair bounds the sample.</summary>
    public bool Bounds(ReadOnlySpan<double> errors)
    {
        (double[] sorted, double[] quantiles) = Sample(errors);
        return BiasFor(sorted, quantiles, Sigma) <= Bias + 1e-12;
    }

    private static (double[] Sorted, double[] Quantiles) Sample(ReadOnlySpan<double> errors)
    {
        ArgumentOutOfRangeException.ThrowIfZero(errors.Length);
        double[] sorted = errors.ToArray();
        Array.Sort(sorted);
        return (sorted, [.. Enumerable.Range(1, sorted.Length).Select(i => -NormalTail.Inverse(i / (sorted.Length + 1.0)))]);
    }

    /// <summary>Left: Phi((x + b) / sigma) >= F(x); right: Phi((x - b) / sigma) &lt;= F(x).</summary>
    private static double BiasFor(double[] sorted, double[] quantiles, double sigma)
    {
        double bias = 0.0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double gap = (sigma * quantiles[i]) - sorted[i];
            bias = Math.Max(bias, Math.Abs(gap));
        }

        return bias;
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
