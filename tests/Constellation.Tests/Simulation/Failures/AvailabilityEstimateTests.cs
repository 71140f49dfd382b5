using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Failures;

public sealed class AvailabilityEstimateTests
{
    /// <summary>Nine courses without and one with an outage: the normal interval would reach from 0.87 beyond 1.</summary>
    [Fact]
    public void A_share_stays_between_nothing_and_all()
    {
        double[] shares = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5];
        AvailabilityEstimate share = AvailabilityEstimate.OfShares(shares, paired: false);
        Assert.True(AvailabilityEstimate.OfValues(shares, paired: false).High > 1);
        Assert.InRange(share.High, share.Mean, 1);
        Assert.InRange(share.Low, 0, share.Mean);
        AvailabilityEstimate rest = AvailabilityEstimate.OfShares([.. shares.Select(s => 1 - s)], paired: false);
        Check.Within(Tolerance.Of(1e-12, "1", "rounding: what is left over has the mirrored interval"), 1 - share.High, rest.Low);
    }

    /// <summary>Counts of 0 and 1: Wilson's interval for 30 of 100 at two-sided 95 % is 0.2189 to 0.3958 ([Brown01], with 1.96); Student's 1.984 and s from 99 widen it by two parts in a hundred.</summary>
    [Fact]
    public void Counts_have_Wilsons_interval()
    {
        AvailabilityEstimate share = AvailabilityEstimate.OfShares([.. Enumerable.Range(0, 100).Select(i => i < 30 ? 1.0 : 0.0)], paired: false);
        Check.Within(Tolerance.Of(0.003, "1", "Student's quantile and n - 1"), 0.2189, share.Low);
        Check.Within(Tolerance.Of(0.003, "1", "Student's quantile and n - 1"), 0.3958, share.High);
    }

    /// <summary>How often the interval of rare outages holds the truth: 20 courses, each down for a uniform part of a tenth of the time with probability 0.3; the share is 0.985.</summary>
    [Fact]
    public void Intervals_of_rare_outages_hold_the_truth()
    {
        const int Trials = 2000;
        Random random = new(5);
        int held = Enumerable.Range(0, Trials).Count(_ =>
        {
            AvailabilityEstimate e = AvailabilityEstimate.OfShares([.. Enumerable.Range(0, 20).Select(_ => random.NextDouble() < 0.3 ? 1 - (0.1 * random.NextDouble()) : 1.0)], paired: false);
            return e.Low <= 0.985 && 0.985 <= e.High;
        });
        Assert.InRange(held / (double)Trials, 0.89, 0.98);
    }

    [Fact]
    public void What_never_differs_has_no_interval()
    {
        foreach (double[] same in (double[][])[[1, 1, 1, 1], [0, 0, 0], [0.3, 0.3], [0.7]])
        {
            AvailabilityEstimate share = AvailabilityEstimate.OfShares(same, paired: false);
            Assert.Equal(same[0], share.Mean);
            Assert.True(double.IsNaN(share.Low) && double.IsNaN(share.High));
        }
    }
}
