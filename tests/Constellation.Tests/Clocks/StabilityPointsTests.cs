using Constellation.Clocks;

namespace Constellation.Tests.Clocks;

public class StabilityPointsTests
{
    /// <summary>Points of a known model give the model back: its levels within 2 % (1 % of the deviation is what decides between choices), its deviations within 1 %.</summary>
    [Theory]
    [InlineData(0, 0, 1.8e-24, 2.9e-30, 2.5e-36)]
    [InlineData(1e-22, 0, 1e-24, 0, 1e-34)]
    [InlineData(0, 0, 1e-20, 0, 0)]
    [InlineData(4e-24, 0, 0, 1e-28, 0)]
    public void Points_of_a_model_give_it_back(double h2, double h1, double h0, double hMinus1, double hMinus2)
    {
        ClockModel model = new("M", "", "") { H2 = h2, H1 = h1, H0 = h0, HMinus1 = hMinus1, HMinus2 = hMinus2 };
        StabilityFigure[] points = [.. Enumerable.Range(0, 13).Select(k => Math.Pow(10, k / 2.0)).Select(tau => new StabilityFigure(tau, Math.Sqrt(model.AllanVariance(tau))))];
        ClockModel fitted = StabilityPoints.Fit(points);
        foreach (StabilityFigure p in points)
        {
            Assert.Equal(1, Math.Sqrt(fitted.AllanVariance(p.Tau)) / p.Deviation, 0.011);
        }

        Assert.All(new[] { fitted.H2, fitted.H1, fitted.H0, fitted.HMinus1, fitted.HMinus2 }, h => Assert.True(h >= 0));
        Assert.Equal(h0, fitted.H0, 0.05 * Math.Max(h0, 1e-26));
    }

    /// <summary>The maser of [Yang23] and its 1 s value: three points make white and flicker frequency noise near all of them.</summary>
    [Fact]
    public void Few_points_take_few_noises()
    {
        ClockModel one = StabilityPoints.Fit([new(100, 5e-13)]);
        Assert.Equal(5e-13, Math.Sqrt(one.AllanVariance(100)), 1e-18);
        ClockModel maser = StabilityPoints.Fit([new(1, 9.5e-13), new(1e4, 1.6e-14), new(86_400, 3.4e-15)]);
        Assert.InRange(Math.Sqrt(maser.AllanVariance(1)) / 9.5e-13, 0.9, 1.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => StabilityPoints.Fit([]));
    }
}
