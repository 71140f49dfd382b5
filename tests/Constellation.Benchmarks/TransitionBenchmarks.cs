using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>State transition over the five minutes between two rounds of the filter: integrated with all forces against two bodies and J2.</summary>
[MemoryDiagnoser]
public class TransitionBenchmarks
{
    private static readonly Epoch Start = Epoch.FromGps(2253, Duration.FromHours(12));
    private static readonly Duration Step = Duration.FromMinutes(5);
    private readonly StateVector _state = new KeplerJ2Orbit(new MeanElements(2.79061e7, 0.001, double.DegreesToRadians(55), 1, 2, 3), Start).OsculatingAt(Start);
    private readonly ForceModel _forces = ForceModel.Standard(EarthOrientation.BuiltIn, 8, 0.02);
    private readonly double[] _phi = new double[36];

    [Benchmark(Baseline = true)]
    public double Integrated() => NumericalPropagator.PropagateWithTransition(_state, Start + Step, _forces).Phi[0];

    [Benchmark]
    public double TwoBodyJ2()
    {
        TransitionMatrix.FillTwoBodyJ2(_state, Step, _phi);
        return _phi[0];
    }
}
