using System.Globalization;
using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class FrequencyStabilityTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    /// <summary>[SP1065] test sets: seven printed digits (half a unit of the seventh), and our own double-precision evaluation to 1e-10.</summary>
    [Fact]
    public void Matches_the_test_sets_of_SP1065()
    {
        string[] rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "clocks", "allan_test_vectors.csv"));
        int published = 0;
        foreach (string[] row in rows.Where(r => r[0] != '#').Skip(1).Select(r => r.Split(',')))
        {
            double[] x = FrequencyStability.OffsetsFromFrequency(row[0] == "NBS14" ? Nbs14 : PrimeModulusSet(), Second);
            StabilityStatistic statistic = Enum.Parse<StabilityStatistic>(row[2], ignoreCase: true);
            double actual = FrequencyStability.Deviation(statistic, x, Second, int.Parse(row[1], CultureInfo.InvariantCulture));
            double computed = double.Parse(row[3], CultureInfo.InvariantCulture);
            Assert.Equal(1, actual / computed, 1e-10);
            if (row[4].Length > 0)
            {
                Assert.Equal(1, actual / double.Parse(row[4], CultureInfo.InvariantCulture), 5e-7);
                published++;
            }
        }

        Assert.Equal(30, published);
    }

    /// <summary>[SP1065] section 12.5: 1000-point set, OADEV at 10, white FM: 146.177 degrees of freedom by its
    /// closed form (the exact sum is 0.07 % lower), 95 % 8.223942e-2 to 1.035201e-1.
    /// The printed limits come from an approximate chi-square inverse: 0.06 % from the exact ones, 0.1 % allowed.</summary>
    [Fact]
    public void Matches_the_confidence_example_of_SP1065()
    {
        double edf = EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, 0, 1001, 10);
        Assert.Equal(146.177, edf, 0.15);
        double[] x = FrequencyStability.OffsetsFromFrequency(PrimeModulusSet(), Second);
        double deviation = FrequencyStability.Deviation(StabilityStatistic.Oadev, x, Second, 10);
        ConfidenceLimits limits = ConfidenceLimits.Of(deviation, 146.177, 0.95);
        Assert.Equal(8.223942e-2, limits.Low, 8e-5);
        Assert.Equal(1.035201e-1, limits.High, 1e-4);
    }

    /// <summary>Printed tables: chi-square with 100 degrees of freedom is 74.222 at 2.5 % and 129.561 at 97.5 %.</summary>
    [Fact]
    public void Limits_match_a_chi_square_table()
    {
        ConfidenceLimits limits = ConfidenceLimits.Of(1, 100, 0.95);
        Assert.Equal(Math.Sqrt(100 / 129.561), limits.Low, 5e-6);
        Assert.Equal(Math.Sqrt(100 / 74.222), limits.High, 5e-6);
    }

    /// <summary>m = 1 and white FM, non-overlapping: N - 1 differences, neighbours correlated by -1/2, so (N-1) / (3/2 - 1/(2(N-1))) = 2(N-1)^2/(3N-4) for N frequencies, exactly.</summary>
    [Fact]
    public void Degrees_of_freedom_at_one_interval_are_the_textbook_form()
    {
        const int frequencies = 1000;
        double edf = EquivalentDegreesOfFreedom.Of(StabilityStatistic.Adev, 0, frequencies + 1, 1);
        Assert.Equal(2.0 * (frequencies - 1) * (frequencies - 1) / ((3.0 * frequencies) - 4), edf, 1e-6 * edf);
    }

    /// <summary>The coarser grid of strides for long averaging times changes the degrees of freedom by less than 0.5 %: same record in units of m.</summary>
    [Theory, InlineData(0), InlineData(-1), InlineData(-2)]
    public void Degrees_of_freedom_depend_on_the_length_in_averaging_times(int noise)
    {
        double exact = EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, noise, 20_001, 1000);
        double coarse = EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, noise, 400_001, 20_000);
        Assert.Equal(1, coarse / exact, 0.005);
    }

    /// <summary>Sums of n terms in another order: n eps of the sum bounds the difference.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(33)]
    public void Kernel_equals_reference_at_every_length(int m)
    {
        for (int n = (3 * m) + 1; n <= (3 * m) + 70; n++)
        {
            double[] x = Walk(n, n);
            double allowed = 4 * n * 2.3e-16;
            Assert.Equal(1, AllanKernel.SecondDifferences(x, m) / AllanReference.SecondDifferences(x, m), allowed);
            Assert.Equal(1, AllanKernel.ThirdDifferences(x, m) / AllanReference.ThirdDifferences(x, m), allowed);
        }
    }

    /// <summary>The sliding sum differs from the direct one by the rounding of 4096 additions of values of the size of x: 1e-9 of the sum.</summary>
    [Theory, InlineData(1), InlineData(7), InlineData(100)]
    public void Sliding_kernel_equals_reference(int m)
    {
        double[] x = Walk(10_000, 5);
        Assert.Equal(1, AllanKernel.AveragedSecondDifferences(x, m) / AllanReference.AveragedSecondDifferences(x, m), 1e-9);
    }

    [Fact]
    public void Too_short_a_record_is_refused()
    {
        foreach (StabilityStatistic statistic in Enum.GetValues<StabilityStatistic>())
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => FrequencyStability.Deviation(statistic, new double[10], Second, 10));
            Assert.Throws<ArgumentOutOfRangeException>(() => FrequencyStability.Deviation(statistic, new double[10], Second, int.MaxValue));
            Assert.Throws<ArgumentOutOfRangeException>(() => FrequencyStability.Deviation(statistic, [], Second, 1));
        }
    }

    private static double[] Nbs14 => [892, 809, 823, 798, 671, 644, 883, 903, 677];

    /// <summary>n_{i+1} = 16807 n_i mod 2147483647 from 1234567890, divided by the modulus. [SP1065] section 12.4</summary>
    private static double[] PrimeModulusSet()
    {
        double[] y = new double[1000];
        long n = 1_234_567_890;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = n / 2147483647.0;
            n = 16807 * n % 2147483647;
        }

        return y;
    }

    private static double[] Walk(int n, int seed)
    {
        Constellation.Core.RandomDraws draws = new((ulong)seed, 0, Constellation.Core.EntityId.Scenario, Constellation.Core.NoisePurpose.ClockWhitePhase);
        double[] x = new double[n];
        for (int i = 1; i < n; i++)
        {
            x[i] = x[i - 1] + draws.NormalAt((ulong)i);
        }

        return x;
    }
}
