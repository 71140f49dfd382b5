using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Stability of equally spaced clock offsets without gaps. [SP1065] section 5.2; checked against its two data sets to the digits printed.</summary>
public static class FrequencyStability
{
    /// <summary>Deviation at the averaging time <paramref name="m"/> intervals.</summary>
    /// <param name="statistic">Which of them.</param>
    /// <param name="offsets">Clock offset x(t), s, one every <paramref name="interval"/>.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="m">Averaging time in intervals.</param>
    /// <remarks>Too few offsets for one term is refused: see <see cref="TermCount"/>.</remarks>
    public static double Deviation(StabilityStatistic statistic, ReadOnlySpan<double> offsets, Duration interval, int m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(m);
        int terms = TermCount(statistic, offsets.Length, m);
        if (terms < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(m), m, $"{offsets.Length} offsets are too few for {statistic} at {m} intervals");
        }

        double tau = m * interval.TotalSeconds, tau2 = tau * tau;
        return statistic switch
        {
            StabilityStatistic.Adev => Math.Sqrt(AllanReference.SecondDifferences(Thin(offsets, m), 1) / (2 * tau2 * terms)),
            StabilityStatistic.Oadev => Math.Sqrt(AllanKernel.SecondDifferences(offsets, m) / (2 * tau2 * terms)),
            StabilityStatistic.Mdev => ModifiedDeviation(offsets, tau, m, terms),
            StabilityStatistic.Tdev => tau / Math.Sqrt(3) * ModifiedDeviation(offsets, tau, m, terms),
            StabilityStatistic.Hdev => Math.Sqrt(AllanReference.ThirdDifferences(Thin(offsets, m), 1) / (6 * tau2 * terms)),
            StabilityStatistic.Ohdev => Math.Sqrt(AllanKernel.ThirdDifferences(offsets, m) / (6 * tau2 * terms)),
            _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "unknown statistic"),
        };
    }

    /// <summary>Number of squares that are averaged; not above 0 where the record is too short.</summary>
    public static int TermCount(StabilityStatistic statistic, int offsetCount, int m) => statistic switch
    {
        StabilityStatistic.Adev => ((offsetCount - 1) / m) - 1,
        StabilityStatistic.Oadev => (int)Math.Max(0, offsetCount - (2L * m)),
        StabilityStatistic.Mdev or StabilityStatistic.Tdev => (int)Math.Max(0, offsetCount - (3L * m) + 1),
        StabilityStatistic.Hdev => ((offsetCount - 1) / m) - 2,
        StabilityStatistic.Ohdev => (int)Math.Max(0, offsetCount - (3L * m)),
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "unknown statistic"),
    };

    /// <summary>Phase from mean frequencies: x_0 = 0, x_{i+1} = x_i + y_i interval.</summary>
    public static double[] OffsetsFromFrequency(ReadOnlySpan<double> frequency, Duration interval)
    {
        double[] offsets = new double[frequency.Length + 1];
        double step = interval.TotalSeconds;
        for (int i = 0; i < frequency.Length; i++)
        {
            offsets[i + 1] = offsets[i] + (frequency[i] * step);
        }

        return offsets;
    }

    private static double ModifiedDeviation(ReadOnlySpan<double> offsets, double tau, int m, int terms) =>
        Math.Sqrt(AllanKernel.AveragedSecondDifferences(offsets, m) / (2 * tau * tau * m * m * terms));

    private static double[] Thin(ReadOnlySpan<double> offsets, int m)
    {
        double[] thinned = new double[((offsets.Length - 1) / m) + 1];
        for (int i = 0; i < thinned.Length; i++)
        {
            thinned[i] = offsets[i * m];
        }

        return thinned;
    }
}
