using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

/// <summary>Histories as streams: gone on with from a checkpoint, at uneven times, at spacings below the reciprocal of the bandwidth.</summary>
public class ClockStreamTests
{
    private static readonly EntityId Unit = EntityId.Station(4);
    private static readonly ClockModel Every = ClockRealizationTests.EveryNoise with
    {
        HMinus4 = 1e-47,
        AgeingSpread = 1e-13,
        HigherHarmonics = [new(2, 5e-11)],
    };

    /// <summary>A sampler that takes up the state of another at day 3 gives the same bits from there on, uneven and close steps included.</summary>
    [Fact]
    public void Checkpoint_goes_on_with_the_same_bits()
    {
        ClockSampler first = new(Every, 9, 2, Unit), second = new(Every, 9, 2, Unit);
        double[] x = new double[8640], y = new double[8640];
        first.Fill(Duration.FromSeconds(30), x, y);
        first.NoiseLevel = 2;
        foreach (double step in (double[])[7, 0.25, 0.5, 100])
        {
            first.Advance(Duration.FromSeconds(step));
        }

        second.Resume(first.Checkpoint());
        Assert.Equal(first.Current, second.Current);
        foreach (double step in (double[])[30, 0.1, 0.1, 0.3, 4000, 1])
        {
            Assert.Equal(first.Advance(Duration.FromSeconds(step)), second.Advance(Duration.FromSeconds(step)));
        }

        ClockSampler other = new(new ClockModel("W", "", "") { H0 = 1e-24 }, 9, 2, Unit);
        Assert.Throws<ArgumentException>(() => other.Resume(first.Checkpoint()));
    }

    /// <summary>Random access: with one checkpoint a day, any hour of the month comes from that of its day.</summary>
    [Fact]
    public void Any_day_comes_from_its_checkpoint()
    {
        ClockSampler whole = new(Every, 9, 2, Unit);
        List<ClockCheckpoint> days = [];
        double[] x = new double[288], y = new double[288];
        double[][] drawn = new double[30][];
        for (int day = 0; day < 30; day++)
        {
            days.Add(whole.Checkpoint());
            whole.Fill(Duration.FromSeconds(300), x, y);
            drawn[day] = [.. x];
        }

        foreach (int day in (int[])[29, 3, 17, 0])
        {
            ClockSampler again = new(Every, 9, 2, Unit);
            again.Resume(days[day]);
            again.Fill(Duration.FromSeconds(300), x, y);
            Assert.Equal(drawn[day], x);
        }
    }

    /// <summary>White phase noise of 0.5 Hz read at 0.1, 0.4 and 0.3 s in turn: correlation 1 - t/(1 s) of readings less than 1 s apart, none beyond (40,000 pairs, four sigma).</summary>
    [Fact]
    public void Close_readings_share_their_mean()
    {
        ClockModel model = new("W", "", "") { H2 = 4 * Math.PI * Math.PI / 0.5 };       // 1 s^2 of variance
        ClockSampler sampler = new(model, 3, 0, Unit);
        List<(double Time, double Value)> readings = [];
        double[] steps = [0.1, 0.4, 0.3];
        double time = 0;
        for (int i = 0; i < 40_000; i++)
        {
            time += steps[i % 3];
            readings.Add((time, sampler.Advance(Duration.FromSeconds(steps[i % 3])).Offset));
        }

        foreach ((int lag, double start, double expected) in ((int, double, double)[])[(0, 0, 1), (1, 0, 0.6), (1, 1, 0.7), (2, 2, 0.5), (3, 0, 0.2), (4, 0, 0)])
        {
            double sum = 0;
            int count = 0;
            for (int i = (int)start; i + lag < readings.Count; i += 3, count++)
            {
                sum += readings[i].Value * readings[i + lag].Value;
            }

            Assert.Equal(expected, sum / count, 4 * Math.Sqrt(3.0 / count));                       // products of normal deviates, correlated over a second
        }
    }

    /// <summary>A louder noise from a sample on: the paths part there and not before; the white frequency noise of the rest is doubled exactly.</summary>
    [Fact]
    public void Noise_level_acts_from_where_it_is_set()
    {
        ClockModel model = new("W", "", "") { H0 = 1e-24 };
        ClockSampler quiet = new(model, 3, 0, Unit), loud = new(model, 3, 0, Unit);
        Duration step = Duration.FromSeconds(10);
        Assert.Equal(quiet.Advance(step), loud.Advance(step));
        loud.NoiseLevel = 2;
        double before = quiet.Current.Offset, atQuiet = quiet.Advance(step).Offset, atLoud = loud.Advance(step).Offset;
        Assert.Equal(2 * (atQuiet - before), atLoud - before, 1e-26);
    }

    /// <summary>Ageing A ln(1 + t/T): the frequency is the slope of the phase (central difference over 2 s, its error A/T^2 / 6).</summary>
    [Fact]
    public void Systematic_frequency_is_the_slope_of_the_phase()
    {
        ClockModel model = new("A", "", "")
        {
            AgeingSpread = 1e-10,
            AgeingTime = 5000,
            DriftSpread = 1e-17,
            InitialFrequencySpread = 1e-11,
            HarmonicAmplitude = 1e-9,
            HigherHarmonics = [new(2, 5e-10), new(4, 2e-10)],
        };
        SystematicBehaviour unit = SystematicBehaviour.Draw(model, 4, 0, Unit);
        foreach (double t in (double[])[10, 1000, 50_000, 1e6])
        {
            double slope = (unit.At(t + 1).Offset - unit.At(t - 1).Offset) / 2;
            Assert.Equal(unit.At(t).Frequency, slope, 1e-17 + (1e-16 * unit.At(t).Offset));
        }
    }
}
