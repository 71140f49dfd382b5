using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Stability;

public class PeriodicPartTests
{
    /// <summary>Two sinusoids on a parabola with gaps go, the parabola stays: to the rounding of a solution of seven unknowns.</summary>
    [Fact]
    public void Sinusoids_go_and_the_trend_stays()
    {
        Duration interval = Duration.FromSeconds(30);
        Duration[] periods = [Duration.FromSeconds(46386), Duration.FromSeconds(23193)];
        double[] trend = [.. Enumerable.Range(0, 2880).Select(i => 1e-4 + (1e-9 * i) + (1e-15 * i * i))];
        double[] x = [.. trend.Select((v, i) => i % 13 == 0 ? double.NaN : v + (2e-10 * Math.Sin((2 * Math.PI * 30 * i / 46386) + 1)) + (1e-10 * Math.Cos(2 * Math.PI * 30 * i / 23193)))];
        double[] left = PeriodicPart.Removed(x, interval, periods);
        for (int i = 0; i < left.Length; i++)
        {
            Assert.Equal(double.IsNaN(x[i]), double.IsNaN(left[i]));
            if (!double.IsNaN(x[i]))
            {
                Check.Within(Tolerance.Of(1e-16, "s", "offsets of 1e-4 s are rounded to 1e-20, normal equations cost four digits of 2e-10"), trend[i], left[i]);
            }
        }
    }

    [Fact]
    public void Too_few_values_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodicPart.Removed(new double[9], Duration.FromSeconds(1), [Duration.FromSeconds(5)]));

    /// <summary>A period that the record cannot tell from its trend is left alone, not blown up.</summary>
    [Fact]
    public void A_period_far_longer_than_the_record_does_no_harm()
    {
        double[] x = StabilityAnalysisTests.Drawn(0, 500, 3);
        double[] left = PeriodicPart.Removed(x, Duration.FromSeconds(1), [Duration.FromDays(1000)]);
        Assert.All(left, v => Assert.True(Math.Abs(v) < 1e6));
    }
}
