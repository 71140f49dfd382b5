using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>A day of one satellite in medium orbit: gravity to degree 8, Sun, Moon, radiation pressure, random acceleration.</summary>
[MemoryDiagnoser]
public class PropagatorBenchmarks
{
    private static readonly Epoch Start = Epoch.FromGps(2253, Duration.FromHours(12));
    private readonly StateVector _initial = new KeplerJ2Orbit(new MeanElements(2.79061e7, 0.001, double.DegreesToRadians(55), 1, 2, 3), Start).OsculatingAt(Start);
    private ForceModel _forces = null!;

    [GlobalSetup]
    public void Setup()
    {
        RandomDraws draws = new(1, 0, EntityId.Satellite(new(GnssSystem.BeiDou, 30)), NoisePurpose.UnmodelledAcceleration);
        _forces = ForceModel.Standard(EarthOrientation.BuiltIn, 8, 0.02).With(new RandomAcceleration(draws, new(1e-9, 1e-9, 1e-9)));
    }

    [Benchmark]
    public int SatelliteDay() => NumericalPropagator.Propagate(_initial, new(Start, Start + Duration.FromDays(1)), _forces).Steps;
}
