using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>One acceleration in medium orbit of each force that this folder of the catalogue brings, and one evaluation of the tides' causes.</summary>
[MemoryDiagnoser]
public class ForceFieldBenchmarks
{
    private static readonly Epoch s_epoch = Epoch.FromGps(2253, Duration.FromHours(12));
    private readonly EarthGravity _degree12 = new(12), _degree20 = new(20);
    private readonly ChangingGravity _changes = new(EarthOrientation.BuiltIn, GravityField.Egm2008, GravityChanges.All);
    private readonly Relativity _relativity = new();
    private readonly ForceContext _context = new()
    {
        SecondsSinceJ2000 = s_epoch.SinceJ2000.TotalSeconds,
        Position = new(1.2e7, -0.9e7, 2.1e7),
        Velocity = new(2000, 2500, 1000),
        Sun = Sun.PositionGcrf(s_epoch).Vector,
        Moon = Moon.PositionGcrf(s_epoch).Vector,
        GcrfToItrf = EarthOrientation.BuiltIn.At(s_epoch).GcrfToItrf,
    };

    private double[] _coefficients = [];

    [GlobalSetup]
    public void Setup() => _coefficients = new double[2 * _changes.Tables.Count];

    [Benchmark(Baseline = true)]
    public Vector3d Gravity12() => _degree12.Acceleration(_context);

    [Benchmark]
    public Vector3d Gravity20() => _degree20.Acceleration(_context);

    [Benchmark]
    public Matrix3d GravityGradient() => _degree12.Gradient(_context);

    [Benchmark]
    public Vector3d Tides() => _changes.Acceleration(_context);

    [Benchmark]
    public double TideCauses()
    {
        _changes.FillExactly(s_epoch, _coefficients);
        return _coefficients[0];
    }

    [Benchmark]
    public Vector3d Planets() => PlanetaryAttraction.Instance.Acceleration(_context);

    [Benchmark]
    public Vector3d Relativistic() => _relativity.Acceleration(_context);

    [Benchmark]
    public Vector3d MoonPosition() => Moon.PositionGcrf(s_epoch).Vector;
}
