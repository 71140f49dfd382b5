using BenchmarkDotNet.Attributes;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Drawing the clocks of a constellation, and the overlapping Allan sum against its readable form.</summary>
[MemoryDiagnoser]
public class ClockBenchmarks
{
    private static readonly ClockModel Maser = new("PHM", "", "") { H0 = 1.805e-24, HMinus1 = 2.885e-30, HMinus2 = 2.533e-36, HarmonicAmplitude = 1e-10 };
    private static readonly EpochGrid Grid = new(Epoch.FromGps(2333, Duration.Zero), Duration.FromSeconds(3), 43_201);
    private readonly double[] _offsets = new double[43_201];

    [GlobalSetup]
    public void Setup() => new ClockSampler(Maser, 1, 0, EntityId.Station(0)).Fill(Grid.Step, _offsets, new double[_offsets.Length]);

    [Benchmark]
    public double DrawThirtyClocksFor36HoursAt3Seconds()
    {
        double sum = 0;
        for (int i = 0; i < 30; i++)
        {
            sum += ClockRealization.Draw(Maser, Grid, 1, 0, EntityId.Station(i)).AtNode(Grid.Count - 1).Offset;
        }

        return sum;
    }

    [Benchmark(Baseline = true)]
    public double AllanReferenceSum() => AllanReference.SecondDifferences(_offsets, 100);

    [Benchmark]
    public double AllanKernelSum() => AllanKernel.SecondDifferences(_offsets, 100);
}
