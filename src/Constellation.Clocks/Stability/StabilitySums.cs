namespace Constellation.Clocks;

/// <summary>The sum of squares behind each statistic, and what makes a variance of its mean.</summary>
internal static class StabilitySums
{
    /// <summary>White-FM bias of the variances, [SP1065] tables 10 and 11.</summary>
    public const double ModifiedTotalBias = 0.73, HadamardTotalBias = 0.995;

    /// <param name="statistic">Any that averages squares of the record itself: not MTIE, TheoBR or TheoH.</param>
    /// <param name="x">Offsets, none NaN, enough for one term.</param>
    /// <param name="m">Averaging time in intervals, or stride.</param>
    public static PartialSum Of(StabilityStatistic statistic, ReadOnlySpan<double> x, int m)
    {
        double sum = statistic switch
        {
            StabilityStatistic.Adev => AllanReference.SecondDifferences(Thin(x, m), 1),
            StabilityStatistic.Oadev => AllanKernel.SecondDifferences(x, m),
            StabilityStatistic.Mdev or StabilityStatistic.Tdev => AllanKernel.AveragedSecondDifferences(x, m),
            StabilityStatistic.Hdev => AllanReference.ThirdDifferences(Thin(x, m), 1),
            StabilityStatistic.Ohdev => AllanKernel.ThirdDifferences(x, m),
            StabilityStatistic.Pdev => m == 1 ? AllanKernel.SecondDifferences(x, 1) : ParabolicKernel.SlopeDifferences(x, m),
            StabilityStatistic.Totdev => TotalKernel.SecondDifferences(x, m),
            StabilityStatistic.Mtotdev or StabilityStatistic.Ttotdev => TotalKernel.AveragedSecondDifferences(x, m),
            StabilityStatistic.Htotdev => m == 1 ? AllanKernel.ThirdDifferences(x, 1) : TotalKernel.AveragedSecondDifferences(Differences(x), m),
            StabilityStatistic.Theo1 => TheoKernel.WeightedDifferences(x, m),
            StabilityStatistic.TieRms => IntervalErrorReference.FirstDifferences(x, m),
            _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "not a mean of squares"),
        };
        return new PartialSum(sum, FrequencyStability.TermCount(statistic, x.Length, m));
    }

    /// <summary>The same where offsets may be missing (NaN); null for statistics that need a record without gaps.</summary>
    public static PartialSum? OfGapped(StabilityStatistic statistic, ReadOnlySpan<double> x, int m) => statistic switch
    {
        StabilityStatistic.Adev => GappedSums.SecondDifferences(Thin(x, m), 1),
        StabilityStatistic.Oadev => GappedSums.SecondDifferences(x, m),
        StabilityStatistic.Mdev or StabilityStatistic.Tdev => GappedSums.AveragedSecondDifferences(x, m),
        StabilityStatistic.Hdev => GappedSums.ThirdDifferences(Thin(x, m), 1),
        StabilityStatistic.Ohdev => GappedSums.ThirdDifferences(x, m),
        StabilityStatistic.Theo1 => GappedSums.WeightedDifferences(x, m),
        StabilityStatistic.TieRms => GappedSums.FirstDifferences(x, m),
        _ => null,
    };

    /// <summary>Variance per mean square, at m intervals of <paramref name="step"/> seconds.</summary>
    public static double Scale(StabilityStatistic statistic, int m, double step)
    {
        double tau = m * step, tau2 = tau * tau, mm = (double)m * m;
        return statistic switch
        {
            StabilityStatistic.Adev or StabilityStatistic.Oadev or StabilityStatistic.Totdev => 1 / (2 * tau2),
            StabilityStatistic.Mdev => 1 / (2 * tau2 * mm),
            StabilityStatistic.Tdev => 1 / (6 * mm),
            StabilityStatistic.Hdev or StabilityStatistic.Ohdev => 1 / (6 * tau2),
            StabilityStatistic.Pdev => m == 1 ? 1 / (2 * tau2) : 72 / (tau2 * mm * mm),
            StabilityStatistic.Mtotdev => 1 / (2 * tau2 * ModifiedTotalBias),
            StabilityStatistic.Ttotdev => 1 / (6 * ModifiedTotalBias),
            StabilityStatistic.Htotdev => m == 1 ? 1 / (6 * tau2) : 1 / (6 * step * step * HadamardTotalBias),
            StabilityStatistic.Theo1 => 1 / (0.75 * tau2),
            StabilityStatistic.TieRms => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "not a mean of squares"),
        };
    }

    private static double[] Thin(ReadOnlySpan<double> offsets, int m)
    {
        double[] thinned = new double[((offsets.Length - 1) / m) + 1];
        for (int i = 0; i < thinned.Length; i++)
        {
            thinned[i] = offsets[i * m];
        }

        return thinned;
    }

    private static double[] Differences(ReadOnlySpan<double> offsets)
    {
        double[] differences = new double[offsets.Length - 1];
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = offsets[i + 1] - offsets[i];
        }

        return differences;
    }
}
