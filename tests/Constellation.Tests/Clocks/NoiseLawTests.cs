using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

/// <summary>What is drawn has the variance that theory gives: pooled over runs, inside the chi-square interval of the estimator.</summary>
public class NoiseLawTests
{
    private const int Samples = 4097;
    private const int Runs = 16;

    /// <summary>Two-sided 99.99 %: about a hundred such intervals are looked at, with fixed seeds.</summary>
    private const double Probability = 0.9999;

    private static readonly ClockModel None = new("NONE", "", "");

    public static TheoryData<string, int, double> Noises()
    {
        TheoryData<string, int, double> rows = [];
        foreach (double step in (double[])[1, 30, 300])
        {
            foreach ((string noise, int exponent) in (ReadOnlySpan<(string, int)>)[("h2", 2), ("h1", 1), ("h0", 0), ("h_1", -1), ("h_2", -2)])
            {
                rows.Add(noise, exponent, step);
            }
        }

        return rows;
    }

    /// <summary>Both variances at five averaging times for three steps; the law is the same whatever the step.</summary>
    [Theory, MemberData(nameof(Noises))]
    public void Variances_match_theory(string noise, int exponent, double step)
    {
        ClockModel model = Only(noise) with { Bandwidth = 5 };
        Duration interval = Duration.FromSeconds(step);
        foreach (int m in (int[])[1, 4, 16, 64, 256])
        {
            double tau = m * step;
            Check(StabilityStatistic.Oadev, model.AllanVariance(tau), model, exponent, interval, m);
            Check(StabilityStatistic.Ohdev, model.HadamardVariance(tau), model, exponent, interval, m);
            double modified = model.TheoreticalDeviation(StabilityStatistic.Mdev, interval * m, interval);
            Check(StabilityStatistic.Mdev, modified * modified, model, exponent, interval, m);
        }
    }

    /// <summary>A time-keeping loop's Gauss-Markov phase against its closed form, at its own correlation time.</summary>
    [Fact]
    public void Loop_phase_matches_theory()
    {
        ClockModel model = None with { LoopPhaseSigma = 1e-10, LoopPhaseTime = 200 };
        foreach (int m in (int[])[1, 4, 7])
        {
            // Its second differences are correlated over a few correlation times: degrees of freedom bounded below by those of random-walk phase.
            Check(StabilityStatistic.Oadev, model.AllanVariance(m * 30), model, 0, Duration.FromSeconds(30), m);
        }
    }

    /// <summary>Doubling a noise amplitude doubles the phase exactly: same draws, h times 4.</summary>
    [Fact]
    public void Four_times_the_spectrum_is_twice_the_phase()
    {
        EntityId entity = EntityId.Station(1);
        ClockModel model = ClockRealizationTests.EveryNoise with { DriftMean = 0, DriftSpread = 0, InitialOffsetSpread = 0, InitialFrequencySpread = 0, HarmonicAmplitude = 0 };
        ClockModel louder = model with
        {
            H2 = 4 * model.H2,
            H1 = 4 * model.H1,
            H0 = 4 * model.H0,
            HMinus1 = 4 * model.HMinus1,
            HMinus2 = 4 * model.HMinus2,
            LoopPhaseSigma = 2 * model.LoopPhaseSigma,
        };
        ClockSampler quiet = new(model, 3, 0, entity), loud = new(louder, 3, 0, entity);
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(2 * quiet.Advance(Duration.FromSeconds(30)).Offset, loud.Advance(Duration.FromSeconds(30)).Offset, 1e-20);
        }
    }

    /// <summary>Steps of 10, 50 and 240 s in turn: the variance of the phase after 300 s is that of one step of 300 s (3000 runs, four sigma).</summary>
    [Theory, InlineData("h0"), InlineData("h_1"), InlineData("h_2"), InlineData("h1"), InlineData("h_4")]
    public void Uneven_steps_have_the_same_law(string noise)
    {
        const int runs = 3000;
        ClockModel model = Only(noise);
        double uneven = 0, even = 0;
        for (uint run = 0; run < runs; run++)
        {
            ClockSampler a = new(model, 5, run, EntityId.Station(1)), b = new(model, 5, run, EntityId.Station(2));
            double startA = a.Current.Offset, startB = b.Current.Offset;
            a.Advance(Duration.FromSeconds(10));
            a.Advance(Duration.FromSeconds(50));
            uneven += Math.Pow(a.Advance(Duration.FromSeconds(240)).Offset - startA, 2);
            even += Math.Pow(b.Advance(Duration.FromSeconds(300)).Offset - startB, 2);
        }

        // Each sum has a relative standard deviation of sqrt(2/3000) = 2.6 %, the ratio 3.7 %.
        Assert.Equal(1, uneven / even, 0.15);
    }

    /// <summary>Exact covariance of phase and frequency increments of white plus random-walk frequency noise: 20,000 draws, four sigma (4 %).</summary>
    [Fact]
    public void Increments_have_the_covariance_of_the_filter()
    {
        ClockModel model = None with { H0 = 2e-24, HMinus2 = 1e-30 };
        const double tau = 300;
        double xx = 0, xy = 0, yy = 0;
        const int draws = 20_000;
        ClockSampler sampler = new(model, 11, 0, EntityId.Station(1));
        ClockState before = sampler.Current;
        for (int i = 0; i < draws; i++)
        {
            ClockState after = sampler.Advance(Duration.FromSeconds(tau));
            double x = after.Offset - before.Offset - (before.Frequency * tau), y = after.Frequency - before.Frequency;
            (xx, xy, yy) = (xx + (x * x), xy + (x * y), yy + (y * y));
            before = after;
        }

        Constellation.Geodesy.Matrix3d q = model.ProcessNoise(tau);
        Assert.Equal(1, xx / draws / q.M11, 0.04);
        Assert.Equal(1, xy / draws / q.M12, 0.05);
        Assert.Equal(1, yy / draws / q.M22, 0.04);
    }

    /// <summary>Series and closed form of 2a - 3 + 4 exp(-a) - exp(-2a) meet where they change over; the small-a limit is 2 a^3 / 3.</summary>
    [Fact]
    public void Second_difference_factor_is_smooth()
    {
        double below = OrnsteinUhlenbeckStep.SecondDifferenceFactor(1), above = OrnsteinUhlenbeckStep.SecondDifferenceFactor(1 + 1e-15);
        Assert.Equal(1, below / above, 1e-14);
        Assert.Equal(1, OrnsteinUhlenbeckStep.SecondDifferenceFactor(1e-8) / (2e-24 / 3), 1e-7);
    }

    private static ClockModel Only(string noise) => noise switch
    {
        "h2" => None with { H2 = 1e-24 },
        "h1" => None with { H1 = 1e-24 },
        "h0" => None with { H0 = 2e-24 },
        "h_1" => None with { HMinus1 = 1e-29 },
        "h_4" => None with { HMinus4 = 1e-44 },
        _ => None with { HMinus2 = 1e-34 },
    };

    private static void Check(StabilityStatistic statistic, double expectedVariance, ClockModel model, int exponent, Duration interval, int m)
    {
        double sum = 0;
        for (uint run = 0; run < Runs; run++)
        {
            double deviation = FrequencyStability.Deviation(statistic, Offsets.Get(model, interval, run), interval, m);
            sum += deviation * deviation;
        }

        double edf = Runs * EquivalentDegreesOfFreedom.Of(statistic, exponent, Samples, m);
        ConfidenceLimits limits = ConfidenceLimits.Of(Math.Sqrt(sum / Runs), edf, Probability);
        double expected = Math.Sqrt(expectedVariance);
        Assert.True(
            limits.Low <= expected && expected <= limits.High,
            $"{statistic} at {m * interval.TotalSeconds} s: theory {expected:E4} outside {limits.Low:E4} ... {limits.High:E4}, {edf:F0} degrees of freedom");
    }

    /// <summary>Drawn once for all averaging times.</summary>
    private static class Offsets
    {
        private static readonly Dictionary<(ClockModel, Duration, uint), double[]> Drawn = [];

        public static double[] Get(ClockModel model, Duration interval, uint run)
        {
            lock (Drawn)
            {
                if (!Drawn.TryGetValue((model, interval, run), out double[]? offsets))
                {
                    offsets = new double[Samples];
                    ClockSampler sampler = new(model, 20240920, run, EntityId.Station(9));
                    offsets[0] = sampler.Current.Offset;
                    sampler.Fill(interval, offsets.AsSpan(1), new double[Samples - 1]);
                    Drawn.Add((model, interval, run), offsets);
                }

                return offsets;
            }
        }
    }
}
