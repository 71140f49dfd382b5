using BenchmarkDotNet.Attributes;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Tests.Positioning;

namespace Constellation.Benchmarks;

/// <summary>An hour of one receiver, 120 epochs of some 20 satellites in two systems: single positions, with velocity, and by the kinematic filter.</summary>
[MemoryDiagnoser]
public class PositionBenchmarks
{
    private readonly List<ObservationEpoch> _epochs = [];
    private readonly CircularStates _states = new();
    private SinglePointReceiver _single = null!;
    private SinglePointReceiver _moving = null!;
    private KinematicReceiver _kinematic = null!;

    [GlobalSetup]
    public void Setup()
    {
        using SimulatedReceiver source = new(_ => new(4_208_000, 834_000, 4_708_000), 120);
        ObservationEpoch epoch = new();
        while (source.TryRead(epoch))
        {
            _epochs.Add(epoch);
            epoch = new ObservationEpoch();
        }

        ReceiverOptions options = new() { Ionosphere = new KlobucharIonosphere(Klobuchar.Of2023March12) };
        _single = new SinglePointReceiver(_states, options with { Velocity = false });
        _moving = new SinglePointReceiver(_states, options);
        _kinematic = new KinematicReceiver(_states, options);
    }

    [Benchmark(Baseline = true)]
    public double Single() => Run(_single);

    [Benchmark]
    public double WithVelocity() => Run(_moving);

    [Benchmark]
    public double Kinematic() => Run(_kinematic);

    private double Run(IReceiver receiver)
    {
        receiver.Reset();
        double sum = 0;
        foreach (ObservationEpoch epoch in _epochs)
        {
            sum += receiver.Solve(epoch).Position.X;
        }

        return sum;
    }
}
