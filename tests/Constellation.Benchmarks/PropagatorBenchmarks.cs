using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>A day of one satellite in medium orbit: gravity to degree 12, Sun, Moon, with and without radiation pressure and its eclipses; as a run has it, with random acceleration.</summary>
[MemoryDiagnoser]
public class PropagatorBenchmarks
{
    private static readonly Epoch Start = Epoch.Parse("2024-03-20T03:00:00UTC");
    private readonly StateVector _initial = new KeplerJ2Orbit(new MeanElements(2.79061e7, 0.001, double.DegreesToRadians(55), 0, 2, 3), Start).OsculatingAt(Start);
    private readonly EpochSpan _day = new(Start, Start + Duration.FromDays(1));
    private ForceModel _sunlit = null!, _eclipsed = null!, _run = null!;

    [Params(IntegrationMethod.Adaptive, IntegrationMethod.Multistep)]
    public IntegrationMethod Method { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RandomDraws draws = new(1, 0, EntityId.Satellite(new(GnssSystem.BeiDou, 30)), NoisePurpose.UnmodelledAcceleration);
        (_sunlit, _eclipsed) = (ForceModel.Standard(EarthOrientation.BuiltIn, 12), ForceModel.Standard(EarthOrientation.BuiltIn, 12, 0.026));
        _run = ForceModel.Standard(EarthOrientation.BuiltIn, 8, 0.02).With(new RandomAcceleration(draws, new(1e-9, 1e-9, 1e-9)));
    }

    [Benchmark(Baseline = true)]
    public int WithoutRadiation() => NumericalPropagator.Propagate(_initial, _day, _sunlit, Method).Steps;

    [Benchmark]
    public int WithEclipses() => NumericalPropagator.Propagate(_initial, _day, _eclipsed, Method).Steps;

    [Benchmark]
    public int OfRun() => NumericalPropagator.Propagate(_initial, _day, _run, Method).Steps;
}
