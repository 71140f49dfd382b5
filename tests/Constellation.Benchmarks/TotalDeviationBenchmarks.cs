using BenchmarkDotNet.Attributes;
using Constellation.Clocks;

namespace Constellation.Benchmarks;

/// <summary>The statistics that take m operations for each offset: a hundred thousand offsets of white FM over all octaves. Seconds each, so three iterations say enough.</summary>
[MemoryDiagnoser, WarmupCount(1), IterationCount(3)]
public class TotalDeviationBenchmarks
{
    private readonly double[] _offsets = StabilityBenchmarks.Walk(100_000);

    [Benchmark]
    [Arguments(StabilityStatistic.Mtotdev)]
    [Arguments(StabilityStatistic.Htotdev)]
    [Arguments(StabilityStatistic.Theo1)]
    public double HundredThousand(StabilityStatistic statistic) => StabilityBenchmarks.All(statistic, _offsets);
}
