using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class ClockRealizationTests
{
    private static readonly EntityId C23 = EntityId.Satellite(SatelliteId.Parse("C23"));

    internal static readonly ClockModel EveryNoise = new("ALL", "every term", "test")
    {
        H2 = 1e-24,
        H1 = 1e-24,
        H0 = 1.8e-24,
        HMinus1 = 2.9e-30,
        HMinus2 = 2.5e-36,
        LoopPhaseSigma = 1e-10,
        LoopPhaseTime = 200,
        DriftMean = 1e-19,
        DriftSpread = 1e-19,
        InitialOffsetSpread = 1e-5,
        InitialFrequencySpread = 1e-12,
        HarmonicAmplitude = 1e-10,
    };

    private static EpochGrid Grid(int count, int stepSeconds = 30) => new(Epoch.FromGps(2333, Duration.Zero), Duration.FromSeconds(stepSeconds), count);

    [Fact]
    public void Same_address_same_bits()
    {
        ClockRealization a = ClockRealization.Draw(EveryNoise, Grid(3000), 7, 1, C23);
        ClockRealization b = ClockRealization.Draw(EveryNoise, Grid(3000), 7, 1, C23);
        ClockRealization longer = ClockRealization.Draw(EveryNoise, Grid(5000), 7, 1, C23);
        for (int i = 0; i < 3000; i++)
        {
            Assert.Equal(a.AtNode(i), b.AtNode(i));
            Assert.Equal(a.AtNode(i), longer.AtNode(i));
        }
    }

    /// <summary>Blocks of any length give the same stream, and so does one sample at a time.</summary>
    [Fact]
    public void Stream_does_not_depend_on_blocks()
    {
        ClockRealization drawn = ClockRealization.Draw(EveryNoise, Grid(200), 7, 1, C23);
        ClockSampler sampler = new(EveryNoise, 7, 1, C23);
        Assert.Equal(drawn.AtNode(0), sampler.Current);
        for (int i = 1; i < 100; i++)
        {
            Assert.Equal(drawn.AtNode(i), sampler.Advance(Duration.FromSeconds(30)));
        }

        double[] phase = new double[100], frequency = new double[100];
        sampler.Fill(Duration.FromSeconds(30), phase, frequency);
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(drawn.AtNode(100 + i), new ClockState(phase[i], frequency[i]));
        }
    }

    /// <summary>Another satellite, run or seed is another history.</summary>
    [Fact]
    public void Other_address_other_history()
    {
        EpochGrid grid = Grid(10);
        ClockState reference = ClockRealization.Draw(EveryNoise, grid, 7, 1, C23).AtNode(5);
        Assert.NotEqual(reference, ClockRealization.Draw(EveryNoise, grid, 8, 1, C23).AtNode(5));
        Assert.NotEqual(reference, ClockRealization.Draw(EveryNoise, grid, 7, 2, C23).AtNode(5));
        Assert.NotEqual(reference, ClockRealization.Draw(EveryNoise, grid, 7, 1, EntityId.Station(3)).AtNode(5));
    }

    /// <summary>Noises are addressed one by one: taking one away subtracts its own path and nothing else (rounding of sums: 1e-20 s).</summary>
    [Fact]
    public void Changing_a_noise_leaves_the_others()
    {
        EpochGrid grid = Grid(500);
        ClockModel none = new("NONE", "", "");
        ClockRealization both = ClockRealization.Draw(none with { H0 = 1e-24, HMinus1 = 1e-29 }, grid, 7, 1, C23);
        ClockRealization white = ClockRealization.Draw(none with { H0 = 1e-24 }, grid, 7, 1, C23);
        ClockRealization flicker = ClockRealization.Draw(none with { HMinus1 = 1e-29 }, grid, 7, 1, C23);
        for (int i = 0; i < grid.Count; i++)
        {
            Assert.Equal(both.AtNode(i).Offset, white.AtNode(i).Offset + flicker.AtNode(i).Offset, 1e-20);
        }
    }

    /// <summary>Offset, frequency, drift: x = x0 + y0 t + d t^2 / 2 at any epoch (rounding of 1e-5 s: 1e-20 s).</summary>
    [Fact]
    public void Systematic_part_is_a_parabola()
    {
        ClockModel model = new("D", "", "") { DriftMean = 1e-18, InitialOffsetSpread = 1e-5, InitialFrequencySpread = 1e-12 };
        EpochGrid grid = Grid(100);
        ClockRealization clock = ClockRealization.Draw(model, grid, 7, 1, C23);
        ClockState start = clock.At(grid.Start);
        foreach (double t in (double[])[0, 30, 31.25, 1000.5, 2970])
        {
            ClockState state = clock.At(grid.Start + Duration.FromSeconds(t));
            Assert.Equal(start.Offset + (start.Frequency * t) + (0.5e-18 * t * t), state.Offset, 1e-20);
            Assert.Equal(start.Frequency + (1e-18 * t), state.Frequency, 1e-27);
        }
    }

    [Fact]
    public void Outside_the_grid_is_refused()
    {
        EpochGrid grid = Grid(10);
        ClockRealization clock = ClockRealization.Draw(EveryNoise, grid, 7, 1, C23);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.At(grid.Last + Duration.FromSeconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.At(grid.Start - Duration.FromSeconds(1)));
    }

    /// <summary>The bridge that linear interpolation leaves out: sqrt(q1 T)/2 at mid-step, seen against a history of half the step.</summary>
    [Fact]
    public void Interpolation_error_is_the_bridge_of_the_white_noise()
    {
        ClockModel model = new("W", "", "") { H0 = 2e-24 };
        double[] fine = new double[20_001];
        ClockSampler sampler = new(model, 7, 1, C23);
        for (int i = 1; i < fine.Length; i++)
        {
            fine[i] = sampler.Advance(Duration.FromSeconds(15)).Offset;
        }

        double sum = 0;
        for (int i = 1; i < fine.Length - 1; i += 2)
        {
            double left = fine[i] - ((fine[i - 1] + fine[i + 1]) / 2);
            sum += left * left;
        }

        // 10,000 independent squares: relative standard deviation of the mean square 1.4 %, four of them allowed.
        Assert.Equal(1, sum / 10_000 / (1e-24 * 30 / 4), 0.057);
    }

    [Fact]
    public void Perfect_clock_reads_system_time()
    {
        ClockRealization drawn = ClockRealization.Draw(ClockModel.Perfect, Grid(10), 7, 1, C23);
        Assert.True(ClockModel.Perfect.IsPerfect);
        Assert.False(EveryNoise.IsPerfect);
        Assert.Equal(default, drawn.AtNode(9));
        Assert.Equal(default, PerfectClock.Instance.At(Epoch.FromGps(2333, Duration.Zero)));
    }

    /// <summary>1 ns at 100 s and 1e-12 at 200 s: at 300 s 1 ns + 0.1 ns, frequency 1e-12.</summary>
    [Fact]
    public void Events_step_phase_and_frequency()
    {
        Epoch start = Epoch.FromGps(2333, Duration.Zero);
        EventClock clock = new(PerfectClock.Instance, [new(start + Duration.FromSeconds(100), 1e-9), new(start + Duration.FromSeconds(200), 0, 1e-12)]);
        Assert.Equal(default, clock.At(start + Duration.FromSeconds(99)));
        Assert.Equal(new ClockState(1e-9, 0), clock.At(start + Duration.FromSeconds(100)));
        ClockState late = clock.At(start + Duration.FromSeconds(300));
        Assert.Equal(1.1e-9, late.Offset, 1e-22);
        Assert.Equal(1e-12, late.Frequency);
    }
}
