using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>32 satellites at 2880 epochs of a minute, position and velocity stored: one state at a time, in batch, on two threads, at epochs in no order. Propagations per second are 92 160 through the time.</summary>
/// <remarks>The sets lie where real satellites lie, as those of the comparison with other programs do: 32 of navigation satellites, 16 GEO and 16 IGSO, 32 in low orbits with drag.</remarks>
[MemoryDiagnoser]
public class Sgp4Benchmarks
{
    private const int Satellites = 32, Epochs = 2880;
    private static readonly EpochGrid Grid = new(Epoch.Parse("2024-01-01T00:00:00Z"), Duration.FromMinutes(1), Epochs);
    private readonly Sgp4States _states = new(Satellites, Epochs);
    private Sgp4Orbit[] _orbits = null!;
    private Sgp4Batch _batch = null!;
    private Epoch[] _shuffled = null!;

    [Params("gnss-meo", "geo-igso", "near-earth")]
    public string Set { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _orbits = [.. Enumerable.Range(0, Satellites).Select(i => new Sgp4Orbit(Elements(Set, i)))];
        _batch = new Sgp4Batch(_orbits);
        _shuffled = [.. Enumerable.Range(0, Epochs).Select(i => Grid[i])];
        new Random(1).Shuffle(_shuffled);
    }

    [Benchmark(Baseline = true)]
    public void OneAtATime() => Scalar(i => Grid[i]);

    [Benchmark]
    public void OneAtATimeInNoOrder() => Scalar(i => _shuffled[i]);

    [Benchmark]
    public void Batch() => _batch.Fill(Grid, _states);

    [Benchmark]
    public void BatchOnTwoThreads() => _batch.Fill(Grid, _states, threads: 2);

    [Benchmark]
    public void BatchInNoOrder() => _batch.Fill(_shuffled, _states);

    private void Scalar(Func<int, Epoch> epochs)
    {
        for (int i = 0; i < Satellites; i++)
        {
            for (int j = 0; j < Epochs; j++)
            {
                int at = _states.Index(i, j);
                _states.Status[at] = _orbits[i].TryAt(epochs(j), out StateVector state);
                (_states.X[at], _states.Y[at], _states.Z[at]) = (state.Position.X, state.Position.Y, state.Position.Z);
                (_states.Vx[at], _states.Vy[at], _states.Vz[at]) = (state.Velocity.X, state.Velocity.Y, state.Velocity.Z);
            }
        }
    }

    private static Sgp4Elements Elements(string set, int i)
    {
        int k = i / 4, h = i / 2;
        return set switch
        {
            "near-earth" => Of(15.6 - (0.05 * i), 45 + (1.7 * i), 11 * i, 0.0005 + (5e-4 * i), 12 * i, 25 * i, 2e-5 + (5e-7 * i)),
            "geo-igso" => i % 2 == 0 ? Of(1.00271 + (1e-6 * h), 0.5 + (0.1 * h), 22 * h, 0.0003 + (5e-5 * h), 40 + (17 * h), 22.5 * h, 0) : Of(1.0027 + (1e-6 * h), 54 + (0.1 * h), 22 * h, 0.004 + (1e-3 * h), 180 + (5 * h), 22.5 * h, 0),
            _ => (i % 4) switch
            {
                0 => Of(2.00562 + (1e-5 * k), 55 + (0.1 * k), 60 * k, 0.002 + (0.002 * k), 30 + (40 * k), 45 * k, 0),
                1 => Of(2.13102 + (1e-5 * k), 64.5 + (0.1 * k), 120 * k, 0.0005 + (2e-4 * k), 10 + (37 * k), 45 * k, 0),
                2 => Of(1.70475 + (1e-5 * k), 56 + (0.1 * k), 120 * k, 0.0001 + (1e-4 * k), 20 + (33 * k), 45 * k, 0),
                _ => Of(1.86232 + (1e-5 * k), 55 + (0.1 * k), 120 * k, 0.0004 + (2e-4 * k), 50 + (31 * k), 45 * k, 0),
            },
        };
    }

    private static Sgp4Elements Of(double revolutionsPerDay, double inclination, double node, double eccentricity, double perigee, double anomaly, double bStar) => new()
    {
        Epoch = Grid.Start,
        MeanMotion = revolutionsPerDay * Math.Tau / 86400,
        Eccentricity = eccentricity,
        Inclination = double.DegreesToRadians(inclination),
        RightAscension = double.DegreesToRadians(node % 360),
        ArgumentOfPerigee = double.DegreesToRadians(perigee % 360),
        MeanAnomaly = double.DegreesToRadians(anomaly % 360),
        BStar = bStar,
    };
}
