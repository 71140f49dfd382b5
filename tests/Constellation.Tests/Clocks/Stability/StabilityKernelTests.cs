using Constellation.Clocks;
using Constellation.Core;

namespace Constellation.Tests.Clocks.Stability;

/// <summary>Fast sums against the equations as printed, at every length about the lanes' borders.</summary>
public class StabilityKernelTests
{
    /// <summary>Differences of a walk of n steps: rounding of values sqrt(n) times as large as what is summed, and sums of a few thousand terms.</summary>
    private const double Rounding = 1e-11;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(7), InlineData(33)]
    public void Total_sums_equal_reference(int m)
    {
        for (int n = Math.Max(3, m + 1); n <= (3 * m) + 70; n += 3)
        {
            double[] x = Walk(n, n);
            Equal(TotalReference.SecondDifferences(x, m), TotalKernel.SecondDifferences(x, m), $"total, {n} at {m}");
            if (n >= 3 * m)
            {
                Equal(TotalReference.AveragedSecondDifferences(x, m), TotalKernel.AveragedSecondDifferences(x, m), $"modified total, {n} at {m}");
            }
        }
    }

    /// <summary>Several blocks of the local cumulative sum, and a whole last one.</summary>
    [Theory, InlineData(2, 200), InlineData(5, 143), InlineData(40, 361)]
    public void Modified_total_equals_reference_across_blocks(int m, int n)
    {
        double[] x = Walk(n, 3);
        Equal(TotalReference.AveragedSecondDifferences(x, m), TotalKernel.AveragedSecondDifferences(x, m), "modified total");
    }

    [Theory, InlineData(2), InlineData(5), InlineData(16), InlineData(101)]
    public void Parabolic_sum_equals_reference(int m)
    {
        for (int n = (2 * m) + 1; n <= (2 * m) + 700; n += 37)
        {
            double[] x = Walk(n, n);
            Equal(ParabolicReference.SlopeDifferences(x, m), ParabolicKernel.SlopeDifferences(x, m), $"{n} at {m}");
        }
    }

    [Theory, InlineData(10), InlineData(12), InlineData(98)]
    public void Theo1_sum_equals_reference(int m)
    {
        for (int n = m + 1; n <= m + 40; n += 3)
        {
            double[] x = Walk(n, n);
            Equal(TheoReference.WeightedDifferences(x, m), TheoKernel.WeightedDifferences(x, m), $"{n} at {m}");
        }

        double[] longer = Walk(5000, 4);
        Equal(TheoReference.WeightedDifferences(longer, m), TheoKernel.WeightedDifferences(longer, m), "across blocks");
    }

    /// <summary>Maxima are exact.</summary>
    [Fact]
    public void Interval_errors_equal_reference()
    {
        foreach (int n in new[] { 2, 3, 5, 8, 9, 64, 65, 131, 200 })
        {
            double[] x = Walk(n, n);
            int[] spans = [.. Enumerable.Range(1, n - 1)];
            double[] largest = new double[spans.Length];
            IntervalErrorKernel.Largest(x, spans, largest);
            Assert.Equal([.. spans.Select(m => IntervalErrorReference.Largest(x, m))], largest);
        }
    }

    [Theory, InlineData(1), InlineData(7), InlineData(100), InlineData(1500)]
    public void Modified_sum_equals_reference(int m)
    {
        double[] x = Walk(7000, 5);
        Equal(AllanReference.AveragedSecondDifferences(x, m), AllanKernel.AveragedSecondDifferences(x, m), $"at {m}");
    }

    /// <summary>Without a gap, the gapped forms are the others.</summary>
    [Theory, InlineData(1), InlineData(10), InlineData(64)]
    public void Gapped_sums_of_a_whole_record_equal_reference(int m)
    {
        double[] x = Walk(1500, 6);
        foreach (StabilityStatistic statistic in Enum.GetValues<StabilityStatistic>())
        {
            if (FrequencyStability.TermCount(statistic, x.Length, m) > 0 && StabilitySums.OfGapped(statistic, x, m) is { } gapped)
            {
                PartialSum whole = StabilitySums.Of(statistic, x, m);
                Assert.Equal(whole.Terms, gapped.Terms);
                Equal(whole.Sum, gapped.Sum, $"{statistic} at {m}");
            }
        }
    }

    internal static double[] Walk(int n, int seed)
    {
        RandomDraws draws = new((ulong)seed, 0, EntityId.Scenario, NoisePurpose.ClockWhitePhase);
        double[] x = new double[n];
        for (int i = 1; i < n; i++)
        {
            x[i] = x[i - 1] + draws.NormalAt((ulong)i);
        }

        return x;
    }

    private static void Equal(double expected, double actual, string what) =>
        Check.Within(Tolerance.Of(Rounding * expected, "", "rounding of differences of a walk"), expected, actual, what);
}
