using System.Globalization;
using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Stability;

/// <summary>Every statistic against <c>stability_expected.py</c>, which evaluates the definitions in plain Python with exact sums.</summary>
public class StabilityExpectedTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    /// <summary>1e-10 relative: 1e5 terms of double precision, and second differences of a walk that is 1e3 to 1e5 times as large as they are.</summary>
    [Fact]
    public void Matches_an_independent_computation()
    {
        Dictionary<string, double[]> sets = Sets();
        HashSet<StabilityStatistic> seen = [];
        foreach (string[] row in Rows("stability_expected.csv"))
        {
            (string set, int m, double expected) = (row[0], int.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture));
            StabilityStatistic statistic = Enum.Parse<StabilityStatistic>(row[2], ignoreCase: true);
            double actual = FrequencyStability.Deviation(statistic, sets[set], Second, m);
            Check.Within(Tolerance.Of(1e-10 * expected, "", "rounding of differences"), expected, actual, $"{statistic} of {set} at {m}");
            seen.Add(statistic);
        }

        Assert.Equal(Enum.GetValues<StabilityStatistic>().Length - 1, seen.Count);      // TheoH is two of the others
    }

    /// <summary>Printed in [SP1065] tables 31 and 32; Theo1 as listed by Stable32 with strides 10, 100, 1000. Half a unit of the last digit, two digits fewer for the listing.</summary>
    [Theory]
    [InlineData("NBS14", StabilityStatistic.Mtotdev, 1, 75.50203)]
    [InlineData("NBS14", StabilityStatistic.Mtotdev, 2, 75.83606)]      // printed ...606, exact ...6066
    [InlineData("NBS14", StabilityStatistic.Ttotdev, 1, 43.59112)]
    [InlineData("NBS14", StabilityStatistic.Ttotdev, 2, 87.56794)]
    [InlineData("NBS14", StabilityStatistic.Htotdev, 1, 70.80607)]
    [InlineData("NBS14", StabilityStatistic.Htotdev, 2, 91.16396)]
    [InlineData("NBS14", StabilityStatistic.Totdev, 1, 91.22945)]
    [InlineData("NBS14", StabilityStatistic.Totdev, 2, 93.90379)]
    [InlineData("LCG1000", StabilityStatistic.Mtotdev, 1, 2.418528e-1)]
    [InlineData("LCG1000", StabilityStatistic.Mtotdev, 10, 6.499161e-2)]
    [InlineData("LCG1000", StabilityStatistic.Mtotdev, 100, 2.287774e-2)]
    [InlineData("LCG1000", StabilityStatistic.Ttotdev, 1, 1.396338e-1)]
    [InlineData("LCG1000", StabilityStatistic.Ttotdev, 10, 3.752293e-1)]
    [InlineData("LCG1000", StabilityStatistic.Ttotdev, 100, 1.320847)]
    [InlineData("LCG1000", StabilityStatistic.Htotdev, 1, 2.943883e-1)]
    [InlineData("LCG1000", StabilityStatistic.Htotdev, 10, 9.614787e-2)]
    [InlineData("LCG1000", StabilityStatistic.Htotdev, 100, 3.058103e-2)]
    [InlineData("LCG1000", StabilityStatistic.Totdev, 1, 2.922319e-1)]
    [InlineData("LCG1000", StabilityStatistic.Totdev, 10, 9.134743e-2)]
    [InlineData("LCG1000", StabilityStatistic.Totdev, 100, 3.406530e-2)]
    [InlineData("LCG1000", StabilityStatistic.Theo1, 10, 1.0757e-1, 5e-5)]
    [InlineData("LCG1000", StabilityStatistic.Theo1, 100, 3.1789e-2, 5e-5)]
    [InlineData("LCG1000", StabilityStatistic.Theo1, 1000, 5.0524e-3, 5e-5)]
    public void Matches_what_is_printed(string set, StabilityStatistic statistic, int m, double printed, double relative = 5.1e-7)
    {
        double actual = FrequencyStability.Deviation(statistic, Sets()[set], Second, m);
        Check.Within(Tolerance.Of(relative * printed, "", "digits printed"), printed, actual, $"{statistic} at {m}");
    }

    /// <summary>TheoH is OADEV up to a tenth of the record, then TheoBR at the stride whose averaging time is nearest.</summary>
    [Fact]
    public void TheoH_is_two_of_the_others()
    {
        double[] x = Sets()["LCG1000"];
        Assert.Equal(
            FrequencyStability.Deviation(StabilityStatistic.Oadev, x, Second, 100), FrequencyStability.Deviation(StabilityStatistic.TheoH, x, Second, 100));
        Assert.Equal(
            FrequencyStability.Deviation(StabilityStatistic.TheoBR, x, Second, 400), FrequencyStability.Deviation(StabilityStatistic.TheoH, x, Second, 300));
    }

    internal static IEnumerable<string[]> Rows(string file) =>
        File.ReadAllLines(TestData.Local(Path.Combine("clocks", file))).Where(r => r[0] != '#').Skip(1).Select(r => r.Split(','));

    /// <summary>The records of the script: test sets of [SP1065], and its generator as phase, frequency and frequency steps.</summary>
    internal static Dictionary<string, double[]> Sets()
    {
        double[] uniform = new double[1000];
        long n = 1_234_567_890;
        for (int i = 0; i < uniform.Length; i++)
        {
            uniform[i] = n / 2147483647.0;
            n = 16807 * n % 2147483647;
        }

        double[] centred = [.. uniform.Take(300).Select(u => u - 0.5)];
        return new()
        {
            ["NBS14"] = FrequencyStability.OffsetsFromFrequency([892, 809, 823, 798, 671, 644, 883, 903, 677], Second),
            ["LCG1000"] = FrequencyStability.OffsetsFromFrequency(uniform, Second),
            ["WPM"] = centred,
            ["WFM"] = FrequencyStability.OffsetsFromFrequency(centred.AsSpan(0, 299), Second),
            ["RWFM"] = FrequencyStability.OffsetsFromFrequency(FrequencyStability.OffsetsFromFrequency(centred.AsSpan(0, 298), Second), Second),
        };
    }
}
