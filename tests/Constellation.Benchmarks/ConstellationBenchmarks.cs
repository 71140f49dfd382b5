using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Thirty satellites: a day of the short model, and thirty days of everything (tides, relativity, planets, ECOM2, Earth radiation, thrust), two threads.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class ConstellationBenchmarks
{
    private const int Satellites = 30;
    private static readonly Epoch Start = Epoch.Parse("2024-03-20T03:00:00UTC");
    private SatelliteStart[] _short = [], _full = [];

    [GlobalSetup]
    public void Setup()
    {
        ForceModel forces = ForceModel.Standard(EarthOrientation.BuiltIn, 12, 0.026), all = ForceSelection.Full.Build(new ForceSetting { Earth = EarthOrientation.BuiltIn });
        _short = [.. Enumerable.Range(0, Satellites).Select(i => new SatelliteStart(Initial(i), forces))];
        _full = [.. Enumerable.Range(0, Satellites).Select(i => new SatelliteStart(Initial(i), Full(all, i)))];
    }

    [Benchmark(Baseline = true)]
    public int DayOneThread() => ConstellationPropagator.Propagate(_short, new(Start, Start + Duration.FromDays(1)), 1).Sum(o => o.Steps);

    [Benchmark]
    public int DayTwoThreads() => ConstellationPropagator.Propagate(_short, new(Start, Start + Duration.FromDays(1)), 2).Sum(o => o.Steps);

    [Benchmark]
    public int MonthOfEverything() => ConstellationPropagator.Propagate(_full, new(Start, Start + Duration.FromDays(30)), 2).Sum(o => o.Steps);

    [Benchmark]
    public int MonthOfEverythingWithPartials() => ConstellationPropagator.PropagateWithPartials(_full, new(Start, Start + Duration.FromDays(30)), 2).Sum(o => o.Columns);

    private static StateVector Initial(int i) =>
        new KeplerJ2Orbit(new MeanElements(2.656e7 + (i % 4 * 1e6), 0.001 + (0.0005 * (i % 7)), double.DegreesToRadians(55), Math.PI / 3 * (i % 6), 0.3 * i, 0.785 * i), Start).OsculatingAt(Start);

    private static ForceModel Full(ForceModel all, int i)
    {
        SatelliteProperties properties = SatelliteProperties.For(new SatelliteId(GnssSystem.Gps, 1 + i), Start);
        return all.With(EcomRadiation.Ecom2(-1e-7), new EarthRadiation(properties), new AntennaThrust(properties));
    }
}
