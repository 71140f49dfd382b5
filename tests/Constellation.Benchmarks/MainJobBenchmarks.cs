using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>The main job without its output: the built-in scenario beidou-3 for one hour after one hour of warm-up, on the 5 degree grid.</summary>
[MemoryDiagnoser]
public class MainJobBenchmarks
{
    private readonly ScenarioDefinition _scenario = ScenarioReader.Read("beidou-3", ["time.duration=1h", "control.warm_up=1h"]).ValueOrThrow();

    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>The table of Earth orientation is read once per process.</summary>
    [GlobalSetup]
    public void Setup() => EarthOrientation.BuiltIn.At(_scenario.Start ?? Epoch.J2000);

    [Benchmark]
    public int Run() => RunPipeline.Execute(_scenario, Threads).Summary.Count;
}
