using BenchmarkDotNet.Attributes;
using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>
/// One round of the built-in scenario beidou-3: 30 satellites' links and the anchor's, measured, and taken in by the filter: 423 unknowns in two groups, 302 and 121;
/// with L-band stations, 441 in one. The last row is all filters on board together.
/// </summary>
[MemoryDiagnoser]
public class LinkFilterBenchmarks
{
    private const int Rounds = 12;
    private LinkSystem _system = null!;
    private LinkTruth _linkTruth = null!;
    private LinkNetwork _network = null!;
    private SatelliteApriori[] _apriori = null!;
    private LinkFrame[] _frames = null!;
    private Truth _truth = null!;
    private OrbitClockSolver _solver = null!;
    private DistributedFilter _onBoard = null!;

    [Params("isl+anchor", "ground+isl")]
    public string Segment { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", ["time.duration=1h", "control.warm_up=0s", $"control.segment={Segment}"]).ValueOrThrow();
        RunPlan plan = RunPlan.For(scenario, scenario.Start!.Value, scenario.Duration);
        _truth = Truth.Realise(scenario, plan, TruthFiles.Open(scenario), [], EarthOrientation.BuiltIn, 1, [], CancellationToken.None);
        _system = Control.SystemOf(scenario, _truth.Satellites);
        _linkTruth = new LinkTruth(_truth.Orbits, [.. _truth.Clocks.Select(c => c.Clock)], [.. _system.Stations.Select(_ => (IClock)PerfectClock.Instance)], _truth.Earth);
        _apriori =
        [
            .. _truth.Satellites.Select((satellite, i) => new SatelliteApriori
            {
                Orbit = _truth.Orbits[i],
                PositionSigma = scenario.Control.PositionSigma,
                VelocitySigma = scenario.Control.VelocitySigma,
                Clock = scenario.Clocks.InForce(scenario.ClockModels[satellite.Clock]),
            }),
        ];
        Fresh();
        _frames = [.. Enumerable.Range(0, Rounds).Select(i => _network.Measure(plan.Frames[i]))];
    }

    /// <summary>Network and filter go forward in time only: every iteration begins with fresh ones.</summary>
    [IterationSetup]
    public void Fresh()
    {
        _network = new LinkNetwork(_system, _linkTruth, seed: 1);
        _solver = new OrbitClockSolver(_system, _apriori, _truth.Earth);
        _onBoard = new DistributedFilter(_system, _apriori, _truth.Earth, new SolverSettings { OrbitExchange = Duration.FromSeconds(1) });
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int Filter()
    {
        int used = 0;
        foreach (LinkFrame frame in _frames)
        {
            used += _solver.Process(frame).Used;
        }

        return used;
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int Measure()
    {
        int links = 0;
        foreach (LinkFrame frame in _frames)
        {
            links += _network.Measure(frame.Epoch).Links.Count;
        }

        return links;
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int OnBoard()
    {
        int used = 0;
        foreach (LinkFrame frame in _frames)
        {
            used += _onBoard.Process(frame).Used;
        }

        return used;
    }
}
