namespace Constellation.Clocks;

/// <summary>Statistics of a record over a list of averaging times, with confidence limits by the noise identified at each.</summary>
/// <remarks>
/// Differences are taken inside pieces and pooled over them; terms that miss an offset are left out ([Sesia08] for MDEV). PDEV, the total statistics,
/// TheoBR and TheoH need every offset and take the longest run without a gap. Degrees of freedom shrink with the share of terms that is left.
/// Where too little is left to identify the noise, it is taken to go on as at the longest averaging time where it was,
/// but no whiter than white FM: a phase noise would promise many more degrees of freedom than anybody can check.
/// </remarks>
public static class StabilityAnalysis
{
    /// <param name="record">The clock.</param>
    /// <param name="statistic">Which statistic.</param>
    /// <param name="factors">Averaging times in intervals, increasing; those without a term give no estimate. Theo1 takes the nearest it has.</param>
    /// <param name="confidence">Probability of the two-sided interval.</param>
    /// <param name="cancel">Looked at between averaging times.</param>
    public static IReadOnlyList<StabilityEstimate> Of(
        StabilityRecord record, StabilityStatistic statistic, IReadOnlyList<int> factors, double confidence = 0.95, CancellationToken cancel = default)
    {
        if (statistic == StabilityStatistic.Mtie)
        {
            return IntervalErrors(record, factors);
        }

        List<StabilityEstimate> estimates = [];
        double bias = double.NaN;
        NoiseOfRecord noises = new(record.LongestPiece, IsHadamard(statistic) ? 3 : 2);
        int last = 0;
        foreach (int factor in factors)
        {
            cancel.ThrowIfCancellationRequested();
            int? noise = noises.At(factor);
            (StabilityStatistic used, int m) = Resolve(statistic, record.LongestRunLength, factor);
            if (m == last && m != factor)
            {
                continue;
            }

            last = m;
            if (Sum(record, used, m) is not { Terms: > 0 } sum)
            {
                continue;
            }

            double deviation = FrequencyStability.Deviation(used == StabilityStatistic.TheoBR ? StabilityStatistic.Theo1 : used, sum, record.Interval, m);
            if (used == StabilityStatistic.TheoBR)
            {
                bias = double.IsNaN(bias) ? TheoBias.Of(record.LongestRun.Span) : bias;
                deviation *= Math.Sqrt(bias);
            }

            ConfidenceLimits limits = Limits(record, used, m, sum, deviation, noise ?? 0, confidence);
            double tau = (used is StabilityStatistic.Theo1 or StabilityStatistic.TheoBR ? 0.75 * m : m) * record.Interval.TotalSeconds;
            estimates.Add(new(statistic, tau, sum.Terms, deviation, limits.Low, limits.High, noise));
        }

        return estimates;
    }

    /// <summary>Multiply-adds that the statistic takes over these averaging times, for refusing what would never end.</summary>
    public static double Cost(StabilityStatistic statistic, int offsetCount, IReadOnlyList<int> factors)
    {
        double n = offsetCount, cost = statistic is StabilityStatistic.TheoBR or StabilityStatistic.TheoH ? TheoBias.Cost(offsetCount) : 0;
        foreach (int m in factors)
        {
            cost += statistic switch
            {
                StabilityStatistic.Mtotdev or StabilityStatistic.Ttotdev or StabilityStatistic.Htotdev => 3.0 * m * Math.Max(1, n - (3.0 * m)),
                StabilityStatistic.Theo1 or StabilityStatistic.TheoBR => 0.67 * m * Math.Max(1, n - (1.33 * m)),
                StabilityStatistic.TheoH when 10.0 * m > n => 0.67 * m * Math.Max(1, n - (1.33 * m)),
                _ => n,
            };
        }

        return cost;
    }

    private static (StabilityStatistic Used, int M) Resolve(StabilityStatistic statistic, int runLength, int factor) => statistic switch
    {
        StabilityStatistic.Theo1 or StabilityStatistic.TheoBR => (statistic, TheoBias.Stride(factor)),
        StabilityStatistic.TheoH => TheoBias.UsesAllan(runLength, factor)
            ? (StabilityStatistic.Oadev, factor)
            : (StabilityStatistic.TheoBR, TheoBias.Stride(factor)),
        _ => (statistic, factor),
    };

    private static bool IsHadamard(StabilityStatistic statistic) =>
        statistic is StabilityStatistic.Hdev or StabilityStatistic.Ohdev or StabilityStatistic.Htotdev;

    private static bool NeedsRun(StabilityStatistic statistic) => statistic is StabilityStatistic.Pdev or StabilityStatistic.Totdev or StabilityStatistic.Mtotdev
        or StabilityStatistic.Ttotdev or StabilityStatistic.Htotdev or StabilityStatistic.TheoBR;

    private static PartialSum Sum(StabilityRecord record, StabilityStatistic statistic, int m)
    {
        if (NeedsRun(statistic))
        {
            int terms = FrequencyStability.TermCount(statistic, record.LongestRunLength, m);
            return terms < 1 ? default : StabilitySums.Of(statistic == StabilityStatistic.TheoBR ? StabilityStatistic.Theo1 : statistic, record.LongestRun.Span, m);
        }

        PartialSum sum = default;
        for (int p = 0; p < record.Pieces.Count; p++)
        {
            double[] piece = record.Pieces[p];
            if (FrequencyStability.TermCount(statistic, piece.Length, m) > 0)
            {
                sum += record.Gapped[p] ? StabilitySums.OfGapped(statistic, piece, m)!.Value : StabilitySums.Of(statistic, piece, m);
            }
        }

        return sum;
    }

    private static ConfidenceLimits Limits(StabilityRecord record, StabilityStatistic used, int m, PartialSum sum, double deviation, int noise, double confidence)
    {
        if (used == StabilityStatistic.TieRms)
        {
            return new(double.NaN, double.NaN);
        }

        int length = NeedsRun(used) ? record.LongestRunLength : record.Count;
        double complete = FrequencyStability.TermCount(used, length, m);
        double degrees = EquivalentDegreesOfFreedom.Of(used, noise, length, m) * sum.Terms / complete;
        double unbiased = deviation / Math.Sqrt(StabilityBias.Of(used, noise, length, m));
        return degrees > 0 ? ConfidenceLimits.Of(unbiased, degrees, confidence) : new(double.NaN, double.NaN);
    }

    private static List<StabilityEstimate> IntervalErrors(StabilityRecord record, IReadOnlyList<int> factors)
    {
        double[] largest = new double[factors.Count];
        long[] windows = new long[factors.Count];
        foreach (double[] piece in record.Pieces)
        {
            int[] spans = [.. factors.Where(m => m < piece.Length).Order()];
            double[] ofPiece = new double[spans.Length];
            IntervalErrorKernel.Largest(piece, spans, ofPiece);
            for (int k = 0; k < factors.Count; k++)
            {
                int found = Array.BinarySearch(spans, factors[k]);
                if (found >= 0)
                {
                    largest[k] = Math.Max(largest[k], ofPiece[found]);
                    windows[k] += piece.Length - factors[k];
                }
            }
        }

        List<StabilityEstimate> estimates = [];
        NoiseOfRecord noises = new(record.LongestPiece, 2);
        for (int k = 0; k < factors.Count; k++)
        {
            if (windows[k] > 0)
            {
                estimates.Add(new(StabilityStatistic.Mtie, factors[k] * record.Interval.TotalSeconds, windows[k], largest[k], double.NaN, double.NaN, noises.At(factors[k])));
            }
        }

        return estimates;
    }
}
