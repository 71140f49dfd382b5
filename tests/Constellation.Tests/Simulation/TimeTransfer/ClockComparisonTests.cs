using Constellation.Clocks;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.TimeTransfer;

public class ClockComparisonTests
{
    /// <summary>Without noise and delays the adjustment gives the clocks: predicted orbits that are metres off enter by the range rate alone.</summary>
    [Fact]
    public void Perfect_links_compare_clocks_to_a_millimetre()
    {
        ClockComparison comparison = Run(3, "links.noise_scale=0", "links.delay_scale=0", "clocks.sampling=1s");
        Assert.All(comparison.Rows, r => Check.Within(Tolerance.Of(4e-3, "m", "white frequency noise within a minute, 2 mm, and 1 mm/s of range rate"), 0, r.Error, $"{r.Satellite}"));
    }

    /// <summary>
    /// By hand: a satellite with m links in a round of which each has sigma/sqrt(2), the others being as good: sigma/sqrt(2 m) (1 + 1/m)/... at least, and more for those with
    /// fewer links. 3 cm and 18 links: 0.50 cm; measured within 15 %.
    /// </summary>
    [Fact]
    public void Noise_is_that_of_the_links_over_their_number()
    {
        ClockComparison comparison = Run(12, "clocks.noise_scale=0.01");
        double byHand = 0.03 / Math.Sqrt(2 * 18.3);
        Check.Within(Tolerance.Of(0.15 * byHand, "m", "links differ in number between satellites, and the mean is subtracted"), byHand, comparison.Noise);
        Assert.InRange(comparison.Residual, 0.015, 0.0213);
    }

    /// <summary>Eighteen clocks make a better time than the best of them.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Time_of_all_is_better_than_the_best_clock()
    {
        ClockComparison comparison = Run(24 * 12);
        double ensemble = ClockComparison.DeviationWithoutDrift(comparison.EnsembleError(), comparison.Scenario.Control.Interval, Duration.FromDays(1));
        double best = comparison.Scenario.Satellites.Select(s => comparison.Scenario.ClockModels[s.Clock]).Min(m => Math.Sqrt(ClockVariance.AllanOfFrequencyNoise(m, 86_400)));
        Assert.True(ensemble < 0.6 * best, $"{ensemble} against {best}");
    }

    private static ClockComparison Run(int hours, params string[] settings) =>
        ClockComparison.Run(ScenarioReader.Read("isl+anchor", settings).ValueOrThrow(), Duration.FromHours(hours), 2, TestContext.Current.CancellationToken);
}
