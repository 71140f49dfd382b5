using BenchmarkDotNet.Attributes;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Drawing noises and the clocks of a constellation, and the overlapping Allan sum against its readable form. One core each.</summary>
[MemoryDiagnoser]
public class ClockBenchmarks
{
    private const int Block = 4096;

    private static readonly ClockModel None = new("NONE", "", "");
    private static readonly ClockModel Maser = new("PHM", "", "") { H0 = 1.805e-24, HMinus1 = 2.885e-30, HMinus2 = 2.533e-36, HarmonicAmplitude = 1e-10 };
    private static readonly ClockModel Five = Maser with { H2 = 1e-24, H1 = 1e-25, HarmonicAmplitude = 0 };
    private static readonly EpochGrid Grid = new(Epoch.FromGps(2333, Duration.Zero), Duration.FromSeconds(3), 43_201);
    private readonly double[] _offsets = new double[43_201];
    private readonly double[] _phase = new double[Block], _frequency = new double[Block];

    [GlobalSetup]
    public void Setup() => new ClockSampler(Maser, 1, 0, EntityId.Station(0)).Fill(Grid.Step, _offsets, new double[_offsets.Length]);

    [Benchmark]
    public double NormalDeviatesTenMillion()
    {
        NormalDeviates normals = new(new RandomDraws(1, 0, EntityId.Station(0), NoisePurpose.LinkNoise));
        double sum = 0;
        for (ulong first = 0; first < 10_000_000; first += Block)
        {
            normals.Fill(first, _phase);
            sum += _phase[0];
        }

        return sum;
    }

    [Benchmark]
    public double FiveNoisesTenMillion() => Draw(Five, 10_000_000);

    [Benchmark]
    public double FlickerFrequencyTenMillion() => Draw(None with { HMinus1 = 1e-29 }, 10_000_000);

    [Benchmark]
    public double FlickerPhaseTenMillion() => Draw(None with { H1 = 1e-25 }, 10_000_000);

    /// <summary>One day at 1 s of one clock with three noises: 32,000 of these are 1,000 runs of 32 clocks.</summary>
    [Benchmark]
    public double MaserDayAtOneSecond() => Draw(Maser.NoiseOnly(), 86_400);

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

    /// <summary>In constant memory.</summary>
    private double Draw(ClockModel model, int samples)
    {
        ClockSampler sampler = new(model, 1, 0, EntityId.Station(0));
        for (int done = 0; done < samples; done += Block)
        {
            int length = Math.Min(Block, samples - done);
            sampler.Fill(Duration.FromSeconds(1), _phase.AsSpan(0, length), _frequency.AsSpan(0, length));
        }

        return sampler.Current.Offset;
    }
}
