using Constellation.Core;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

/// <summary>Overbounds of error distributions.</summary>
public sealed class GaussianBoundTests
{
    [Theory, InlineData(0.0, 1.0), InlineData(0.4, 0.2), InlineData(-1.0, 0.5)]
    public void Every_bound_holds_its_sample(double mean, double sigma)
    {
        double[] errors = Draws(5000, mean, sigma);
        Assert.True(GaussianBound.Paired(errors).Bounds(errors));
        Assert.True(GaussianBound.TwoStep(errors).Bounds(errors));
    }

    /// <summary>Of a normal sample the pair is hardly wider than the sample: the mean as bias, a few per cent on sigma.</summary>
    [Fact]
    public void Normal_errors_are_bounded_closely()
    {
        double[] errors = Draws(20_000, 0.3, 0.5);
        GaussianBound pair = GaussianBound.Paired(errors);
        Assert.InRange(pair.Bias + (5.33 * pair.Sigma), 0.3 + (5.33 * 0.5 * 0.97), 0.3 + (5.33 * 0.5 * 1.15));
        Assert.InRange(GaussianBound.Centred(Draws(20_000, 0, 0.5)).Sigma, 0.48, 0.6);
    }

    /// <summary>Heavy tails need a larger deviation than their own.</summary>
    [Fact]
    public void Heavy_tails_need_more()
    {
        double[] errors = [.. Draws(4000, 0, 0.5), .. Draws(100, 0, 3)];
        double own = Math.Sqrt(errors.Average(e => e * e));
        Assert.True(GaussianBound.Centred(errors).Sigma > 1.5 * own);
        GaussianBound pair = GaussianBound.Paired(errors);
        Assert.True(pair.Bounds(errors));
        Assert.True(pair.Bias + (5.33 * pair.Sigma) > 1.2 * 5.33 * own);
    }

    [Fact]
    public void Equal_errors_are_a_bias()
    {
        GaussianBound bound = GaussianBound.Paired([-0.2, -0.2, -0.2]);
        Assert.Equal((0.2, 0.0), (bound.Bias, bound.Sigma));
    }

    private static double[] Draws(int n, double mean, double sigma)
    {
        RandomDraws draws = new((ulong)n, 0, EntityId.Scenario, NoisePurpose.UserThermal);
        return [.. Enumerable.Range(0, n).Select(i => mean + (sigma * draws.NormalAt((ulong)i)))];
    }
}
