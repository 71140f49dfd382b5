using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Tests.Positioning;

namespace Constellation.Benchmarks;

/// <summary>A tenth of the headline map: 1 degree, 24 satellites, 29 epochs, one thread. Means and 95 % of PDOP, the 95 % errors of all epochs together, availability of both.</summary>
[MemoryDiagnoser, IterationCount(5), WarmupCount(1)]
public class MapBenchmarks
{
    private readonly PointScene _scene;
    private readonly AccuracyField _field;

    public MapBenchmarks()
    {
        CircularConstellation orbits = CircularConstellation.BeiDouMeo;
        SatelliteId[] satellites = [.. Enumerable.Range(0, orbits.Count).Select(orbits.Id)];
        _scene = new(
            new UserGrid(1, 0).Users,
            [.. Enumerable.Range(0, 29).Select(k => SatelliteSnapshot.From([.. Enumerable.Range(0, orbits.Count).Select(i => new Position<Itrf>(orbits.Position(i, 3000 * k)))]))],
            satellites, new UniformHorizon(HorizonMask.Flat(double.DegreesToRadians(5))));
        _field = new(_scene, new(UserModel.DualFrequency), [.. satellites.Select(_ => 0.5)]);
    }

    [Benchmark(Baseline = true)]
    public DopSummary[] Dops() => DopSummary.Over(_scene.Users, double.DegreesToRadians(5), _scene.Epochs, 6, 1);

    [Benchmark]
    public double[] Accuracy() => AccuracyQuantity.Pooled(_field, AccuracyKind.Horizontal, 1);

    [Benchmark]
    public double[] Availability() => PointField.Reduce(new AvailabilityQuantity(_scene, new AccuracyThresholds { Horizontal = 2, Vertical = 4 }, _field), _scene, PointStatistic.Mean, 1);
}
