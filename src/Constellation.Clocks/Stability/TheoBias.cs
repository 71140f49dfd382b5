namespace Constellation.Clocks;

/// <summary>The ratio of the Allan variance to Theo1 that a record itself shows. [Taylor10]; [SP1065] section 5.2.15</summary>
internal static class TheoBias
{
    /// <summary>Shortest stride for which Theo1 is defined.</summary>
    public const int ShortestStride = 10;

    /// <summary>With fewer offsets there is no ratio to average.</summary>
    public const int FewestOffsets = 90;

    /// <summary>Factor of the variance: mean over i = 0 ... n of AVAR(9 + 3i)/Theo1(12 + 4i), n = floor(N/30 - 3).</summary>
    public static double Of(ReadOnlySpan<double> x)
    {
        int last = Last(x.Length);
        double sum = 0;
        for (int i = 0; i <= last; i++)
        {
            int m = 9 + (3 * i), stride = 12 + (4 * i);
            PartialSum allan = StabilitySums.Of(StabilityStatistic.Oadev, x, m), theo = StabilitySums.Of(StabilityStatistic.Theo1, x, stride);
            sum += StabilitySums.Scale(StabilityStatistic.Oadev, m, 1) * allan.Sum / allan.Terms
                / (StabilitySums.Scale(StabilityStatistic.Theo1, stride, 1) * theo.Sum / theo.Terms);
        }

        return sum / (last + 1);
    }

    /// <summary>Multiply-adds of <see cref="Of"/>.</summary>
    public static double Cost(int offsetCount)
    {
        double last = Last(offsetCount);
        return offsetCount * (last + 1) * (6 + last);
    }

    /// <summary>The even stride whose averaging time is nearest to m intervals.</summary>
    public static int Stride(int m) => 2 * (int)Math.Round(m * (2.0 / 3.0));

    /// <summary>Whether TheoH is the Allan deviation here: up to a tenth of the record.</summary>
    public static bool UsesAllan(int offsetCount, int m) => 10L * m <= offsetCount - 1;

    private static int Last(int offsetCount) => (int)Math.Floor((0.1 * offsetCount / 3) - 3);
}
