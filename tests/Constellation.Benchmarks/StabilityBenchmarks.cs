using BenchmarkDotNet.Attributes;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Statistics of a million offsets of white FM over all octaves; the two that take m operations for each offset, of a hundred thousand.</summary>
[MemoryDiagnoser]
public class StabilityBenchmarks
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private readonly double[] _offsets = new double[1_000_000];
    private readonly double[] _fewer = new double[100_000];

    [GlobalSetup]
    public void Setup()
    {
        RandomDraws draws = new(1, 0, EntityId.Scenario, NoisePurpose.ClockWhiteFrequency);
        for (int i = 1; i < _offsets.Length; i++)
        {
            _offsets[i] = _offsets[i - 1] + draws.NormalAt((ulong)i);
        }

        _offsets.AsSpan(0, _fewer.Length).CopyTo(_fewer);
    }

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
    [Arguments(StabilityStatistic.Mtotdev)]
    [Arguments(StabilityStatistic.Htotdev)]
    [Arguments(StabilityStatistic.Theo1)]
    public double HundredThousand(StabilityStatistic statistic) => All(statistic, _fewer);

    [Benchmark]
    public double MtieOfAMillion()
    {
        IReadOnlyList<int> spans = AveragingFactors.Octaves(_offsets.Length - 1);
        double[] largest = new double[spans.Count];
        IntervalErrorKernel.Largest(_offsets, [.. spans], largest);
        return largest[^1];
    }

    private static double All(StabilityStatistic statistic, double[] offsets)
    {
        double sum = 0;
        foreach (int octave in AveragingFactors.Octaves(offsets.Length - 1))
        {
            int m = statistic == StabilityStatistic.Theo1 ? 10 * octave : octave;
            if (FrequencyStability.TermCount(statistic, offsets.Length, m) > 0)
            {
                sum += FrequencyStability.Deviation(statistic, offsets, Second, m);
            }
        }

        return sum;
    }
}
