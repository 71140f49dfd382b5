using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Ten years of BeiDou-3 with all that fails by default, and the 435 pairs of its ranking; the baseline computes the geometry of a set anew.</summary>
public class AvailabilityBenchmarks
{
    private ConstellationSlots _slots = null!;
    private GeometryCriterion _known = null!;

    [GlobalSetup]
    public void Setup()
    {
        ConstellationDefinition beidou = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));
        _slots = new(beidou, [.. beidou.Active]);
        _known = Criterion();
    }

    [Benchmark(Baseline = true)]
    public GeometryShare Set() => Criterion().Without(default);

    [Benchmark]
    public AvailabilityReport TwoReplicates() => new AvailabilityStudy(_slots, new FailureSettings { Replicates = 2 }, _known).Run(1, CancellationToken.None);

    [Benchmark]
    public IReadOnlyList<CriticalSet> Pairs() => CriticalSatellites.Rank(_slots, Criterion(), 2, 1, CancellationToken.None);

    private GeometryCriterion Criterion() => new(_slots, Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromDays(1), Duration.FromHours(1), 10, 5, 6);
}
