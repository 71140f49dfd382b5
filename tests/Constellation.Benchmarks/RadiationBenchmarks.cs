using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>One evaluation of each force of light on a Galileo satellite, in a turn of its body; the cannonball is the baseline.</summary>
[MemoryDiagnoser]
public class RadiationBenchmarks
{
    private static readonly Epoch Start = Epoch.FromGps(2320, Duration.FromHours(12));
    private readonly SatelliteProperties _satellite = SatelliteProperties.For(SatelliteId.Parse("E21"), Start);
    private IForce _ball = null!, _ecom = null!, _boxWing = null!, _earth = null!;
    private ForceContext _context;

    [GlobalSetup]
    public void Setup()
    {
        StateVector state = new KeplerJ2Orbit(new MeanElements(2.96e7, 0.001, double.DegreesToRadians(56), 1, 2, 3), Start).OsculatingAt(Start);
        _context = new ForceContext { SecondsSinceJ2000 = Start.SinceJ2000.TotalSeconds, Position = state.Position, Velocity = state.Velocity, Sun = Sun.PositionGcrf(Start).Vector, Sunlight = 1 };
        (_ball, _ecom, _boxWing, _earth) = (new CannonballRadiation(0.02), EcomRadiation.Ecom2(-1e-7, fourthHarmonic: true), new BoxWingRadiation(_satellite), new EarthRadiation(_satellite));
    }

    [Benchmark(Baseline = true)]
    public Vector3d Cannonball() => _ball.Acceleration(_context);

    [Benchmark]
    public Vector3d Ecom2() => _ecom.Acceleration(_context);

    [Benchmark]
    public Vector3d BoxWing() => _boxWing.Acceleration(_context);

    [Benchmark]
    public Vector3d EarthLight() => _earth.Acceleration(_context);
}
