using System.Globalization;
using Constellation.Cli;
using Constellation.Links;

namespace Constellation.Tests.Cli;

public class LinkMeasurementsVerbTests
{
    private static readonly string[] s_small = ["--set", "constellation.satellites=C19-C30", "--set", "control.warm_up=3h", "--stop", "2024-09-20T00:30:00GPST"];

    /// <summary>Every row: the raw ranges are the sums of their ledgers, and what is wrong with the reduced ones is what the ledger says of delays, pattern and noise.</summary>
    [Fact]
    public void Measurements_show_pairs_and_what_they_are_made_of()
    {
        string[] lines = Table(["beidou-3", "--what", "measurements", .. s_small]);
        string[] names = lines[0].Split(',');
        Assert.Equal(15 + (2 * RangeTerms.Names.Count), names.Length);
        Assert.True(lines.Length > 7 * 100, $"{lines.Length} rows");
        string[] kept = ["distance", "light_time", "phase_centre", "shapiro", "clocks", "eccentricity"];
        double worst = 0;
        foreach (string[] row in lines.Skip(1).Select(l => l.Split(',')))
        {
            double Of(string name) => double.Parse(row[Array.IndexOf(names, name)], CultureInfo.InvariantCulture);
            double Sum(string way, IEnumerable<string> terms) => terms.Sum(t => Of($"{t}_{way}_m"));
            Check.Within(Tolerance.Of(1e-7, "m", "some ulp of 5e7 m"), Of("forward_m"), Sum("forward", RangeTerms.Names), "forward");
            Check.Within(Tolerance.Of(1e-7, "m", "some ulp of 5e7 m"), Of("return_m"), Sum("return", RangeTerms.Names), "return");
            double there = Sum("forward", RangeTerms.Names.Except(kept)), back = Sum("return", RangeTerms.Names.Except(kept));
            Tolerance reduction = Tolerance.Of(0.02, "m", "errors of the known lever arms, 3 mm an axis and 0.1 degrees: 5 mm a pair, four sigma; those of the reduction are below 0.1 mm");
            Check.Within(reduction, (there + back) / 2, Of("clock_free_error_m"), "half sum");
            Check.Within(Tolerance.Of(5e-4, "m", "motion of the clocks within the slot, and of the estimates"), (there - back) / 2, Of("geometry_free_error_m"), "half difference");
            Assert.InRange(Math.Abs(Of("reduced_two_way_m") - Of("true_clock_free_m")), 0, 5000);
            worst = Math.Max(worst, Math.Abs(Of("clock_free_error_m")));
        }

        Assert.InRange(worst, 0.05, 0.5);
    }

    /// <summary>First orbits are predicted for a day and then given up by the filter; the columns of predictions go on, and estimates reduce as well as before.</summary>
    [Fact]
    public void Measurements_go_on_when_first_predictions_are_older_than_a_day()
    {
        string[] few = ["beidou-3", "--set", "constellation.satellites=C19-C26", "--set", "control.warm_up=26h", "--set", "control.interval=10min", "--stop", "2024-09-20T00:20:00GPST"];
        string[] lines = Table([.. few, "--what", "measurements"]);
        string[] names = lines[0].Split(',');
        Assert.True(lines.Length > 10);
        Assert.All(lines.Skip(1).Select(l => l.Split(',')), row =>
        {
            double Of(string name) => double.Parse(row[Array.IndexOf(names, name)], CultureInfo.InvariantCulture);
            // Half a slot (1.5 s) at 10 m and 1 mm/s of errors; delays, pattern and noise of the terminals are 0.2 m.
            Assert.InRange(Math.Abs(Of("clock_free_error_m")), 0, 1);
            Assert.InRange(Math.Abs(Of("predicted_clock_free_m") - Of("true_clock_free_m")), 0, 1e4);
        });
        Assert.Equal(17, Table([.. few[..^1], "2024-09-20T01:00:00GPST", "--what", "reduction"]).Length);
    }

    /// <summary>Noise-free pairs, clocks without noise, estimates of a filter that saw noisy ones: below 1 mm and 3 ps over three seconds, then growing with the span.</summary>
    [Fact]
    public void Reduction_over_three_seconds_is_below_a_millimetre_and_three_picoseconds()
    {
        string[][] rows = [.. Table(["beidou-3", "--what", "reduction", "--set", "clocks.noise_scale=0", .. s_small[..^2], "--stop", "2024-09-20T01:00:00GPST"]).Skip(1).Select(l => l.Split(','))];
        Assert.Equal(16, rows.Length);
        double Of(string[] row, int column) => double.Parse(row[column], CultureInfo.InvariantCulture);
        foreach (string[] row in rows.Where(r => r[1] == "estimated" && Of(r, 0) <= 3))
        {
            Assert.InRange(Of(row, 4), 0, 1e-3);
            Assert.InRange((Of(row, 6) + (3.3 * Of(row, 7))) / 299_792_458, 0, 3e-12);
        }

        double[] free = [.. rows.Where(r => r[1] == "estimated").Select(r => Of(r, 3))];
        Assert.True(free[^1] > 10 * free[2], $"{free[2]} m over 3 s, {free[^1]} m over 300 s");
        Assert.All(rows.Where(r => r[1] == "predicted" && Of(r, 0) >= 10), r => Assert.True(Of(r, 3) > 10 * Of(rows.First(e => e[0] == r[0] && e[1] == "estimated"), 3)));
    }

    [Theory]
    [InlineData("--set", "control.segment=ground-global")]
    [InlineData("--set", "links.payload=none", "--set", "control.segment=ground+isl")]
    [InlineData("--step", "30s")]
    [InlineData("--step", "-1min")]
    [InlineData("--stop", "2024-09-19T00:00:00GPST")]
    [InlineData("--start", "2024-09-29T00:00:00GPST")]
    [InlineData("--set", "faults.link=[{satellite=\"C30\"}]")]
    public void Wrong_input_is_exit_2(params string[] options) =>
        Assert.Equal(2, Program.Run(["links", "beidou-3", "--what", "measurements", "-o", Path.Combine(Path.GetTempPath(), "never.csv"), .. options], TestContext.Current.CancellationToken));

    [Fact]
    public void A_reduction_needs_room_on_both_sides() =>
        Assert.Equal(2, Program.Run(["links", "beidou-3", "--what", "reduction", "--set", "control.warm_up=0s", "--stop", "2024-09-20T00:00:00GPST"], TestContext.Current.CancellationToken));

    private static string[] Table(string[] arguments)
    {
        string path = Path.Combine(Path.GetTempPath(), $"links-{Guid.NewGuid():N}.csv");
        try
        {
            Assert.Equal(0, Program.Run(["links", .. arguments, "-o", path], TestContext.Current.CancellationToken));
            return File.ReadAllLines(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
