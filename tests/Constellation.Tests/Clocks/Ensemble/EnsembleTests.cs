using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Ensemble;

public class EnsembleTests
{
    private static readonly Duration s_step = Duration.FromMinutes(15);

    private static ClockModel Maser => new("PHM", "", "") { H0 = 1.4e-24, HMinus1 = 1.6e-30, HMinus2 = 5e-36 };

    private static ClockModel Rubidium => new("RB", "", "") { H0 = 2.6e-24, HMinus1 = 1.8e-29, HMinus2 = 7.6e-35 };

    /// <summary>Alike clocks, both methods: the deviation of one over the root of their number, at every averaging time. Median of runs of 16 days.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Alike_clocks_gain_the_root_of_their_number(bool smoothed)
    {
        const int clocks = 16, runs = 9, rows = 1537;
        foreach (int m in new[] { 4, 16, 96 })
        {
            double[] ratios = [.. Enumerable.Range(0, runs).Select(run => Deviation(Scale(Draw(Enumerable.Repeat(Maser, clocks), rows, (uint)run), smoothed), m))];
            double expected = Math.Sqrt(Maser.AllanVariance(m * 900.0) / clocks);

            // At a day 16 averages: 17 % each by degrees of freedom, 7 % the median of nine; three of that. Offset and frequency at first are learned in the record.
            Assert.InRange(Median.Of(ratios) / expected, 0.78, 1.25);
        }
    }

    /// <summary>Masers and rubidiums: within 10 % of sigma^-2 = sum of sigma_i^-2 and not above the best member, at every octave up to a tenth of the run.</summary>
    [Fact]
    public void A_mixed_ensemble_is_as_good_as_its_members_together() => Mixed([.. Enumerable.Repeat(Maser, 3), .. Enumerable.Repeat(Rubidium, 5)], 30, 960);

    [Fact, Trait("Category", "Long")]
    public void Many_mixed_runs_are_as_good_as_their_members_together()
    {
        Mixed([.. Enumerable.Repeat(Maser, 12), .. Enumerable.Repeat(Rubidium, 12)], 50, 3072);
        Mixed([Maser, .. Enumerable.Repeat(Rubidium, 10)], 50, 3072);
    }

    /// <summary>[Yang23] reports 8.6e-16 at one day for the clocks of BDS-3: 24 masers, drift removed, stay below 1e-15.</summary>
    [Fact, Trait("Category", "Long")]
    public void Twenty_four_masers_reach_1e_15_at_a_day()
    {
        foreach (bool smoothed in new[] { false, true })
        {
            double[] deviations = [.. Enumerable.Range(0, 50).Select(run => Deviation(Scale(Draw(Enumerable.Repeat(Maser, 24), 3072, (uint)run), smoothed), 96))];
            Assert.InRange(Median.Of(deviations), 4e-16, 1e-15);
        }
    }

    /// <summary>A phase jump of 50 ns and a frequency jump of 1e-12 of two of eight members leave the scale where it is without them, to the noise of one clock more or less.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Jumping_members_do_not_move_the_scale(bool smoothed)
    {
        const int rows = 960;
        EnsembleMember[] quiet = Draw(Enumerable.Repeat(Maser, 8), rows, 3);
        EnsembleMember[] jumping = [.. quiet.Select(m => m with { Offsets = [.. m.Offsets] })];
        for (int k = 0; k < rows; k++)
        {
            jumping[2].Offsets[k] += k >= 400 ? 50e-9 : 0;
            jumping[5].Offsets[k] += k >= 600 ? (k - 600) * 900 * 1e-12 : 0;
        }

        EnsembleScale moved = smoothed ? SmoothedEnsemble.Run(jumping, s_step, out _) : KalmanEnsemble.Run(jumping, s_step);
        double[] still = Scale(quiet, smoothed);
        Assert.Contains(moved.Events, e => e is { Member: 2, Index: 400, IsFrequency: false } && Math.Abs(e.Size - 50e-9) < 1e-9);
        Assert.Contains(moved.Events, e => e is { Member: 5, IsFrequency: true } && e.Index is >= 600 and < 610);
        Assert.DoesNotContain(moved.Events, e => e.Member is not (2 or 5));
        double[] difference = [.. still.Zip(moved.Offsets, (a, b) => a - b)];

        // One clock of eight more or less is its noise over eight: at 15 min 2.8e-14 * 900 s / 8 = 3 ps a step; the jump alone would be 6 ns.
        for (int k = 1; k < rows; k++)
        {
            Assert.InRange(difference[k] - difference[k - 1], -5 * 3.2e-12 * 1.2, 5 * 3.2e-12 * 1.2);
        }
    }

    [Fact]
    public void Missing_members_and_late_ones_are_borne()
    {
        EnsembleMember[] members = Draw(Enumerable.Repeat(Maser, 6), 400, 1);
        Array.Fill(members[1].Offsets, double.NaN, 100, 60);
        Array.Fill(members[4].Offsets, double.NaN, 0, 200);
        EnsembleScale scale = KalmanEnsemble.Run(members, s_step);
        Assert.Equal(5, scale.Used[0]);
        Assert.Equal(4, scale.Used[120]);
        Assert.All(scale.Offsets, v => Assert.True(double.IsFinite(v)));
        Assert.Empty(scale.Events);
        EnsembleScale smoothed = SmoothedEnsemble.Run(members, s_step, out IReadOnlyList<int> leftOut);
        Assert.Equal([4], leftOut);
        Assert.All(smoothed.Offsets, v => Assert.True(double.IsFinite(v)));
    }

    /// <summary>The reference itself is no matter: what all members share comes back in the scale and in nothing else.</summary>
    [Fact]
    public void What_the_reference_does_is_in_the_scale_alone()
    {
        EnsembleMember[] members = Draw(Enumerable.Repeat(Maser, 5).Append(Rubidium), 500, 7);
        double Reference(int k) => (1e-9 * Math.Sin(k / 30.0)) + (2e-12 * k);
        EnsembleMember[] against = [.. members.Select(m => m with { Offsets = [.. m.Offsets.Select((x, k) => x + Reference(k))] })];
        double[] one = KalmanEnsemble.Run(members, s_step).Offsets, other = KalmanEnsemble.Run(against, s_step).Offsets;
        for (int k = 0; k < one.Length; k++)
        {
            Check.Within(Tolerance.Of(1e-15, "s", "rounding of 1e-7 s over 500 steps"), Reference(k), other[k] - one[k]);
        }
    }

    /// <summary>A frequency offset of 1e-13 is steered away; the loop answers with y t exp(-t/T): its peak is T y / e, after ten time constants 10 exp(-9) = 0.0012 of that is left.</summary>
    [Fact]
    public void Steering_brings_the_scale_to_its_reference()
    {
        double[] free = [.. Enumerable.Range(0, 2000).Select(k => 3e-9 + (900 * 1e-13 * k))];
        double[] steered = EnsembleSteering.Steer(free, s_step, s_step * 96);
        Assert.Equal(0, steered[0]);
        double peak = 86_400 * 1e-13 / Math.E;
        Check.Within(Tolerance.Of(0.03 * peak, "s", "steps of a hundredth of the time constant"), peak, steered.Max());
        Check.Within(Tolerance.Of(2e-3 * peak, "s", "ten time constants, and steps of a hundredth of one"), 0, steered[960]);
    }

    private static void Mixed(ClockModel[] models, int runs, int rows)
    {
        int[] octaves = [.. Enumerable.Range(0, 32).Select(k => 1 << k).TakeWhile(m => m <= rows / 10)];
        double[] variances = new double[octaves.Length];
        for (uint run = 0; run < runs; run++)
        {
            double[] scale = Scale(Draw(models, rows, run), true);
            for (int k = 0; k < octaves.Length; k++)
            {
                variances[k] += Math.Pow(Deviation(scale, octaves[k]), 2) / runs;
            }
        }

        for (int k = 0; k < octaves.Length; k++)
        {
            double tau = octaves[k] * 900.0;
            double together = 1 / models.Sum(c => 1 / c.AllanVariance(tau)), best = models.Min(c => c.AllanVariance(tau));

            // 10 % of the variance is the target; to it comes the estimate's own uncertainty, two of sqrt(2 / degrees of freedom) of all runs.
            double degrees = runs * EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, 0, rows, octaves[k]);
            Assert.True(variances[k] < together * (1.1 + (2 * Math.Sqrt(2 / degrees))), $"tau {tau} s: {variances[k] / together:0.000} of the sum");
            Assert.True(variances[k] < best, $"tau {tau} s: {variances[k] / best:0.000} of the best");
        }
    }

    private static double[] Scale(EnsembleMember[] members, bool smoothed) =>
        smoothed ? SmoothedEnsemble.Run(members, s_step, out _).Offsets : KalmanEnsemble.Run(members, s_step).Offsets;

    private static double Deviation(double[] offsets, int m) => FrequencyStability.Deviation(StabilityStatistic.Oadev, offsets, s_step, m);

    private static EnsembleMember[] Draw(IEnumerable<ClockModel> models, int rows, uint run) =>
        [.. models.Select((model, unit) => new EnsembleMember($"{model.Name}{unit}", DrawnClock.Offsets(model, s_step, rows, run, unit), model))];
}
