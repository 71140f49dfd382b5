using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>One Earth orientation: the full series of IAU 2006/2000A against the polynomials that long runs use.</summary>
[MemoryDiagnoser]
public class EarthOrientationBenchmarks
{
    private const int Epochs = 20_000;
    private static readonly Duration Step = Duration.FromSeconds(4);
    private readonly IauEarthOrientation _exact = new(EopTable.BuiltIn, subDaily: true, OutsideTable.Predicted);
    private readonly Epoch _start = Epoch.Parse("2024-09-20T00:00:00Z");
    private CachedEarthOrientation _cached = null!;
    private int _next;

    /// <summary>Blocks of the cache are made once per day of a run: not what is measured.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _cached = new CachedEarthOrientation(_exact);
        for (int i = 0; i < Epochs; i++)
        {
            _cached.At(_start + (Step * i));
        }
    }

    [Benchmark(Baseline = true)]
    public double Exact() => _exact.At(Next()).GcrfToItrf.M11;

    [Benchmark]
    public double Cached() => _cached.At(Next()).GcrfToItrf.M11;

    private Epoch Next() => _start + (Step * (_next = (_next + 1) % Epochs));
}
