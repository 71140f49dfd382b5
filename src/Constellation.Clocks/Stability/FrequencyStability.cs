using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Stability of equally spaced clock offsets without gaps. [SP1065] section 5.2; checked against its two data sets to the digits printed.</summary>
/// <remarks>For records with gaps, resets and confidence limits see <see cref="StabilityAnalysis"/>.</remarks>
public static class FrequencyStability
{
    /// <summary>Deviation at the averaging time <paramref name="m"/> intervals.</summary>
    /// <param name="statistic">Which of them.</param>
    /// <param name="offsets">Clock offset x(t), s, one every <paramref name="interval"/>, none NaN.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="m">Averaging time in intervals; of Theo1 and TheoBR the stride, an even number from 10 on, which averages over 0.75 m.</param>
    /// <remarks>
    /// Too few offsets for one term is refused: see <see cref="TermCount"/>. MTOTDEV, TTOTDEV and HTOTDEV (above m = 1, where it is OHDEV) are freed of the
    /// bias that white frequency noise has, as their printed values are; TOTDEV and Theo1 of none. See <see cref="StabilityBias"/> for other noises.
    /// </remarks>
    public static double Deviation(StabilityStatistic statistic, ReadOnlySpan<double> offsets, Duration interval, int m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(m);
        if (TermCount(statistic, offsets.Length, m) < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(m), m, $"{offsets.Length} offsets are too few for {statistic} at {m} intervals, or it is not a stride of Theo1");
        }

        switch (statistic)
        {
            case StabilityStatistic.Mtie:
                Span<double> largest = stackalloc double[1];
                IntervalErrorKernel.Largest(offsets, [m], largest);
                return largest[0];
            case StabilityStatistic.TheoBR:
                return Math.Sqrt(TheoBias.Of(offsets)) * Deviation(StabilityStatistic.Theo1, offsets, interval, m);
            case StabilityStatistic.TheoH:
                return TheoBias.UsesAllan(offsets.Length, m)
                    ? Deviation(StabilityStatistic.Oadev, offsets, interval, m)
                    : Deviation(StabilityStatistic.TheoBR, offsets, interval, TheoBias.Stride(m));
            default:
                return Deviation(statistic, StabilitySums.Of(statistic, offsets, m), interval, m);
        }
    }

    /// <summary>Number of squares that are averaged, of windows for MTIE; below 1 where the record is too short or the statistic is not defined at <paramref name="m"/>.</summary>
    public static int TermCount(StabilityStatistic statistic, int offsetCount, int m) => statistic switch
    {
        StabilityStatistic.Adev => ((offsetCount - 1) / m) - 1,
        StabilityStatistic.Oadev => AtLeastNone(offsetCount - (2L * m)),
        StabilityStatistic.Mdev or StabilityStatistic.Tdev => AtLeastNone(offsetCount - (3L * m) + 1),
        StabilityStatistic.Hdev => ((offsetCount - 1) / m) - 2,
        StabilityStatistic.Ohdev => AtLeastNone(offsetCount - (3L * m)),
        StabilityStatistic.Pdev => AtLeastNone(offsetCount - (2L * m)),
        StabilityStatistic.Totdev => m < offsetCount ? AtLeastNone(offsetCount - 2) : 0,
        StabilityStatistic.Mtotdev or StabilityStatistic.Ttotdev => AtLeastNone(offsetCount - (3L * m) + 1),
        StabilityStatistic.Htotdev => AtLeastNone(offsetCount - (3L * m)),
        StabilityStatistic.Theo1 => m >= TheoBias.ShortestStride && m % 2 == 0 ? AtLeastNone(offsetCount - (long)m) : 0,
        StabilityStatistic.TheoBR => offsetCount >= TheoBias.FewestOffsets ? TermCount(StabilityStatistic.Theo1, offsetCount, m) : 0,
        StabilityStatistic.TheoH => TheoBias.UsesAllan(offsetCount, m)
            ? TermCount(StabilityStatistic.Oadev, offsetCount, m)
            : m < offsetCount ? TermCount(StabilityStatistic.TheoBR, offsetCount, TheoBias.Stride(m)) : 0,
        StabilityStatistic.Mtie or StabilityStatistic.TieRms => AtLeastNone(offsetCount - (long)m),
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

    internal static double Deviation(StabilityStatistic statistic, PartialSum sum, Duration interval, int m) =>
        Math.Sqrt(StabilitySums.Scale(statistic, m, interval.TotalSeconds) * sum.Sum / sum.Terms);

    private static int AtLeastNone(long terms) => (int)Math.Max(0, terms);
}
