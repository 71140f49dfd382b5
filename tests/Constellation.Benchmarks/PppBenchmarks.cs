using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Tests.Positioning.Precise;

namespace Constellation.Benchmarks;

/// <summary>Precise point positioning of two hours at 30 s of twenty satellites, observations at hand: static, and kinematic with its codes.</summary>
[MemoryDiagnoser]
public class PppBenchmarks
{
    private const int Epochs = 240;

    private readonly SyntheticSky _sky = new(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(48, 11, 500))) { Noise = (0.002, 0.3) };
    private readonly ObservationEpoch[] _epochs = new ObservationEpoch[Epochs];

    public PppBenchmarks()
    {
        for (int i = 0; i < Epochs; i++)
        {
            _sky.Measure(_epochs[i] = new(), 30 * i, 1e-4);
        }
    }

    [Benchmark(Baseline = true)]
    public double Static() => Run(kinematic: false);

    [Benchmark]
    public double Kinematic() => Run(kinematic: true);

    private double Run(bool kinematic)
    {
        PppEngine engine = new(_sky.States, SyntheticSky.Settings(kinematic), _sky.Receiver);
        double sum = 0;
        foreach (ObservationEpoch epoch in _epochs)
        {
            sum += engine.Process(epoch).ZenithDelay;
        }

        return sum;
    }
}
