using Constellation.Clocks;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

/// <summary>The clock part of SISRE is what the clock does after the last measurement: it follows the clock's noise as theory says.</summary>
public class ClockNoiseScalingTests(ITestOutputHelper output)
{
    /// <summary>With noise-free links the prediction error is linear in the noise drawn: twice the noise, twice the error, draw for draw.</summary>
    [Fact]
    public void Doubling_the_noise_doubles_the_clock_part()
    {
        RunResult once = Run(1), twice = Run(2);
        double one = once.Summary("sisre_clock_rms", "all"), two = twice.Summary("sisre_clock_rms", "all");
        output.WriteLine($"clock part {one:F4} m, with twice the noise {two:F4} m");

        // 2 %: the filter's floor of 0.1 mm per measurement and its flicker surrogate do not scale.
        Assert.InRange(two / one, 1.96, 2.04);
    }

    /// <summary>A clock of white frequency noise: c sqrt(q1 (age + age^2 / T)), the frequency known from the warm-up T at best.</summary>
    [Fact]
    public void Its_size_is_that_of_the_white_frequency_noise()
    {
        RunResult run = Run(1);
        ClockModel model = run.Scenario.ClockModels["CS-5071A"];
        double white = Chain.Rms(run.Sisre.Select(r => Chain.SpeedOfLight * Math.Sqrt(model.Q1 * r.AgeSeconds)));
        double atBest = Chain.Rms(run.Sisre.Select(r => Chain.SpeedOfLight * Math.Sqrt(model.Q1 * (r.AgeSeconds + (r.AgeSeconds * r.AgeSeconds / (6 * 3600.0))))));
        double got = run.Summary("sisre_clock_rms", "all");
        output.WriteLine($"clock part {got:F3} m, theory {white:F3} (frequency known) to {atBest:F3} m (from the warm-up)");

        // 12 %: sampling of 30 satellites and about two independent uploads each, 1 / sqrt(2 * 60), and one sigma more.
        Assert.InRange(got, 0.88 * white, 1.12 * atBest);
    }

    private static RunResult Run(int scale) =>
        Chain.Run("noise-free", [.. Chain.Quiet, $"clocks.noise_scale={scale}", "clocks.replace=[{satellites=[\"C\"],clock=\"CS-5071A\"}]"]);
}
