using BenchmarkDotNet.Attributes;
using Constellation.Positioning;
using Constellation.Tests.Positioning;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>One epoch of all users of a 5 degree grid, errors drawn and positions solved, on one thread.</summary>
[MemoryDiagnoser]
public class PositioningBenchmarks
{
    private static readonly EpochGrid Grid = new(Epoch.FromGps(2333, Duration.FromHours(24)), Duration.FromMinutes(5), 289);
    private readonly SatelliteEpochState[] _satellites = CircularConstellation.BeiDouMeo.States(300);
    private PositioningEngine _engine = null!;
    private UserFix[] _fixes = null!;

    [GlobalSetup]
    public void Setup()
    {
        UserGrid grid = new(5, double.DegreesToRadians(5));
        _engine = new PositioningEngine(grid.Users, UserModel.DualFrequency, Grid, seed: 3);
        _fixes = new UserFix[grid.Users.Count];
    }

    [Benchmark]
    public double GridEpoch()
    {
        _engine.SolveEpoch(1, _satellites, _fixes);
        return _fixes[0].East;
    }
}
