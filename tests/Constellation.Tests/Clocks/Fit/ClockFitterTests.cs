using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Fit;

public class ClockFitterTests
{
    private static readonly Duration s_step = Duration.FromSeconds(30);

    /// <summary>Frequency noises: at 30 s white, at 1 h flicker, at a day random walk.</summary>
    private static ClockModel Reddish => new("T", "", "") { H0 = 2e-24, HMinus1 = 2e-28, HMinus2 = 3e-32, Bandwidth = 1 / 60.0 };

    /// <summary>Phase noises over white frequency noise.</summary>
    private static ClockModel Noisy => new("T", "", "") { H2 = 1e-18, H1 = 3e-21, H0 = 1e-23, Bandwidth = 1 / 60.0 };

    [Fact]
    public void Frequency_levels_are_found_within_their_sigmas() => Compare(Reddish, 1024, 40, 0.4);

    [Fact]
    public void Phase_levels_are_found_within_their_sigmas() => Compare(Noisy, 1024, 40, 0.4);

    [Fact, Trait("Category", "Long")]
    public void Levels_of_many_draws_are_found_within_their_sigmas()
    {
        Compare(Reddish, 2880, 200, 0.4);
        Compare(Noisy, 2880, 200, 0.4);
    }

    /// <summary>A sine wave of the phase and a drift are found, and the noise levels do not change with them.</summary>
    [Fact]
    public void Drift_and_harmonics_are_found_within_their_sigmas()
    {
        ClockModel maser = new("T", "", "") { H0 = 1.8e-24, HMinus1 = 2.9e-30, HMinus2 = 2.5e-36, Bandwidth = 1 / 1800.0 };
        Duration step = Duration.FromMinutes(15), period = Duration.FromSeconds(46_391);
        double[] quiet = DrawnClock.Offsets(maser, step, 673, 4);
        double[] driven = [.. quiet.Select((x, k) => x + (0.5 * 1e-18 * Math.Pow(900.0 * k, 2)) + (0.4e-9 * Math.Sin((2 * Math.PI * 900.0 * k / 46_391) + 1)) + 1e-4)];
        ClockFit one = ClockFitter.Fit(quiet, step, [period], cancel: TestContext.Current.CancellationToken)!, other = ClockFitter.Fit(driven, step, [period], cancel: TestContext.Current.CancellationToken)!;
        Assert.InRange((other.Drift - 1e-18) / other.DriftSigma, -3.5, 3.5);
        Assert.InRange(one.Drift / one.DriftSigma, -3.5, 3.5);
        Assert.InRange((other.Harmonics[0].Amplitude - 0.4e-9) / other.Harmonics[0].Sigma, -3.5, 3.5);
        Check.Within(Tolerance.Of(1e-3 * one.Levels.H0, "s", "drift and wave are fitted, their sum with the noise is linear; rounding of 1e-4 s"), one.Levels.H0, other.Levels.H0);
        Assert.Equal(46_391, other.ToModel("A", "", "").HarmonicPeriod, 1e-9);
    }

    /// <summary>Gaps of a tenth of the record do not bias the levels; a gap longer than the record parts it.</summary>
    [Fact]
    public void Gaps_are_passed_over()
    {
        double[] whole = DrawnClock.Offsets(Reddish, s_step, 1024, 9);
        double[] gapped = [.. whole.Select((x, k) => k % 100 is > 40 and < 51 ? double.NaN : x)];
        ClockFit one = ClockFitter.Fit(whole, s_step, cancel: TestContext.Current.CancellationToken)!, other = ClockFitter.Fit(gapped, s_step, cancel: TestContext.Current.CancellationToken)!;
        Assert.InRange((other.Levels.H0 - one.Levels.H0) / one.Sigmas.H0, -2, 2);
        double[] apart = [.. whole, .. Enumerable.Repeat(double.NaN, 3000), .. whole[..200]];
        Assert.Equal(one.Levels.H0, ClockFitter.Fit(apart, s_step, cancel: TestContext.Current.CancellationToken)!.Levels.H0);
    }

    /// <summary>Where the record is so long that variances far apart share only white phase noise: levels within four sigma, and less memory in all, released or not, than 100 B an offset.</summary>
    [Fact]
    public void Long_records_are_fitted_in_bounded_memory()
    {
        double[] offsets = DrawnClock.Offsets(Reddish, s_step, 2 * VarianceCovariance.LongRecord, 3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ClockFit fit = ClockFitter.Fit(offsets, s_step, cancel: TestContext.Current.CancellationToken)!;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * offsets.Length);
        Assert.InRange((fit.Levels.H0 - Reddish.H0) / fit.Sigmas.H0, -4, 4);
        Assert.InRange((fit.Levels.HMinus1 - Reddish.HMinus1) / fit.Sigmas.HMinus1, -4, 4);
        Assert.InRange((fit.Levels.HMinus2 - Reddish.HMinus2) / fit.Sigmas.HMinus2, -4, 4);
        Assert.InRange(fit.Sigmas.H0 / Reddish.H0, 1e-4, 0.05);
    }

    /// <summary>What long records leave out: correlation of variances 128 times apart but for white phase noise, in a record short enough that it is taken.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Variances_far_apart_are_as_good_as_independent(int noise)
    {
        const int count = 1 << 14;
        double[] levels = new double[5];
        levels[noise] = 1;
        VarianceCovariance Pair(int a, int b) => new(DifferenceFilter.Third(a), DifferenceFilter.Third(b), count);
        double Of(VarianceCovariance pair)
        {
            PhaseCovarianceTables tables = new(new Dictionary<int, int> { [1] = 1, [pair.Stride] = pair.LagsNeeded }, CancellationToken.None);
            return pair.Of(tables.WithoutWhite(levels)[pair.Stride], levels[0] * tables.Of(0, 1)[0]);
        }

        double correlation = Of(Pair(1, 128)) / Math.Sqrt(Of(Pair(1, 1)) * Of(Pair(128, 128)));
        Assert.InRange(correlation, -0.01, 0.05);
    }

    [Fact]
    public void A_fit_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => ClockFitter.Fit(DrawnClock.Offsets(Reddish, s_step, 1024, 1), s_step, cancel: new CancellationToken(true)));

    [Fact]
    public void What_cannot_be_fitted_gives_nothing()
    {
        Assert.Null(ClockFitter.Fit([.. Enumerable.Repeat(3e-6, 500)], s_step, cancel: TestContext.Current.CancellationToken));
        Assert.Null(ClockFitter.Fit([1e-9], s_step, cancel: TestContext.Current.CancellationToken));
        Assert.Null(ClockFitter.Fit([], s_step, cancel: TestContext.Current.CancellationToken));
        Assert.Null(ClockFitter.Fit([.. Enumerable.Repeat(double.NaN, 500)], s_step, cancel: TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// Squared error over sigma of each level, mean of the draws: below 2, because the sigma of the reddest level shrinks with a low estimate of it (1.7 over 200 draws), and the mean of the levels that are there within the share given: levels held at zero
    /// take from their neighbours, and weights follow the levels, which costs the reddest some. The sigmas are those of five free levels, so the errors come out smaller than one.
    /// </summary>
    private static void Compare(ClockModel model, int count, uint draws, double share)
    {
        double[] squares = new double[5], mean = new double[5];
        double[] truth = [model.H2, model.H1, model.H0, model.HMinus1, model.HMinus2];
        for (uint run = 0; run < draws; run++)
        {
            ClockFit fit = ClockFitter.Fit(DrawnClock.Offsets(model, s_step, count, run), s_step)!;
            double[] levels = [fit.Levels.H2, fit.Levels.H1, fit.Levels.H0, fit.Levels.HMinus1, fit.Levels.HMinus2];
            double[] sigmas = [fit.Sigmas.H2, fit.Sigmas.H1, fit.Sigmas.H0, fit.Sigmas.HMinus1, fit.Sigmas.HMinus2];
            for (int k = 0; k < 5; k++)
            {
                squares[k] += Math.Pow((levels[k] - truth[k]) / sigmas[k], 2) / draws;
                mean[k] += levels[k] / draws;
            }
        }

        string all = string.Join("; ", squares.Select((s, k) => $"{s:G3} (mean {mean[k]:G3} of {truth[k]:G3})"));
        for (int k = 0; k < 5; k++)
        {
            Assert.True(squares[k] < 2, all);
            Assert.True(truth[k] == 0 || (squares[k] > 0.1 && Math.Abs(mean[k] - truth[k]) < share * truth[k]), all);
        }
    }
}
