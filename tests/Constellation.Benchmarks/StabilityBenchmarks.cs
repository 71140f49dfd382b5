using BenchmarkDotNet.Attributes;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Statistics of a million offsets of white FM over all octaves.</summary>
[MemoryDiagnoser]
public class StabilityBenchmarks
{
    private readonly double[] _offsets = Walk(1_000_000);

    [Benchmark(Baseline = true)]
    public double OadevReadable()
    {
        double sum = 0;
        foreach (int m in AveragingFactors.Octaves((_offsets.Length - 1) / 2))
        {
            sum += AllanReference.SecondDifferences(_offsets, m);
        }

        return sum;
    }

    [Benchmark]
    [Arguments(StabilityStatistic.Oadev)]
    [Arguments(StabilityStatistic.Mdev)]
    [Arguments(StabilityStatistic.Ohdev)]
    [Arguments(StabilityStatistic.Pdev)]
    [Arguments(StabilityStatistic.Totdev)]
    public double Million(StabilityStatistic statistic) => All(statistic, _offsets);

    [Benchmark]
    public double MtieOfAMillion()
    {
        IReadOnlyList<int> spans = AveragingFactors.Octaves(_offsets.Length - 1);
        double[] largest = new double[spans.Count];
        IntervalErrorKernel.Largest(_offsets, [.. spans], largest);
        return largest[^1];
    }

    internal static double[] Walk(int count)
    {
        RandomDraws draws = new(1, 0, EntityId.Scenario, NoisePurpose.ClockWhiteFrequency);
        double[] offsets = new double[count];
        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] = offsets[i - 1] + draws.NormalAt((ulong)i);
        }

        return offsets;
    }

    internal static double All(StabilityStatistic statistic, double[] offsets)
    {
        double sum = 0;
        foreach (int octave in AveragingFactors.Octaves(offsets.Length - 1))
        {
            int m = statistic == StabilityStatistic.Theo1 ? 10 * octave : octave;
            if (FrequencyStability.TermCount(statistic, offsets.Length, m) > 0)
            {
                sum += FrequencyStability.Deviation(statistic, offsets, Duration.FromSeconds(1), m);
            }
        }

        return sum;
    }
}
