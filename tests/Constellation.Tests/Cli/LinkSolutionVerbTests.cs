using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

public class LinkSolutionVerbTests
{
    private static readonly string[] s_small =
        ["beidou-3", "--set", "constellation.satellites=C19-C24,C38,C59", "--set", "control.warm_up=2h", "--stop", "2024-09-20T02:00:00GPST", "--step", "15min"];

    [Theory, InlineData("filter"), InlineData("smoother"), InlineData("batch"), InlineData("kinematic")]
    public void Every_estimator_fills_the_same_table(string estimator)
    {
        string[] lines = Run(0, [.. s_small, "--what", "solution", "--estimator", estimator]);
        Assert.Equal("epoch_gpst,sat,radial_m,along_m,cross_m,clock_m,sigma_radial_m,sigma_along_m,sigma_cross_m,sigma_clock_m", lines[0]);
        Assert.Equal(1 + (9 * 8), lines.Length);
        foreach (string line in lines[1..])
        {
            double[] numbers = [.. line.Split(',')[2..].Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
            Assert.All(numbers[4..], sigma => Assert.InRange(sigma, 1e-4, 30));
            Assert.All(Enumerable.Range(0, 4), k => Assert.InRange(Math.Abs(numbers[k]) / numbers[4 + k], 0, 8));
        }
    }

    [Fact]
    public void The_report_tells_datum_net_and_share_beyond_the_gate()
    {
        string[] few = ["beidou-3", "--set", "constellation.satellites=C19-C24", "--set", "control.warm_up=1h", "--set", "control.interval=10min", "--stop", "2024-09-20T01:00:00GPST", "--what", "solution"];
        string report = ProgramRun.Of(["links", .. few]).Error;
        Assert.Contains("datum: the clock of station ", report, StringComparison.Ordinal);
        Assert.Contains("net: satellites joined 6, with stations 1 of 1", report, StringComparison.Ordinal);
        Assert.Contains("(0.00 %) beyond the gate", report, StringComparison.Ordinal);
        Assert.Contains("MEO mean (error / claimed sigma)^2 radial ", report, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", report, StringComparison.Ordinal);
    }

    /// <summary>First orbits wrong by 10 km an axis: first rounds are far from linear, and the filter still believes all it measures.</summary>
    [Fact]
    public void First_orbits_wrong_by_ten_kilometres_are_mended_by_the_first_rounds()
    {
        ProgramRun run = ProgramRun.Of("links", "beidou-3", "--set", "constellation.satellites=C19-C30", "--set", "control.position_sigma_m=10000",
            "--set", "control.warm_up=3h", "--set", "control.interval=5min", "--stop", "2024-09-20T00:30:00GPST", "--what", "solution");
        Assert.Contains(" 0 (0.00 %) beyond the gate", run.Error, StringComparison.Ordinal);
        Assert.All(run.Lines.Skip(1).Select(l => l.Split(',')), row => Assert.All(Enumerable.Range(2, 4), k =>
            Assert.InRange(Math.Abs(double.Parse(row[k], CultureInfo.InvariantCulture)) / double.Parse(row[k + 4], CultureInfo.InvariantCulture), 0, 5)));
    }

    [Fact]
    public void Threads_do_not_change_a_byte() => Assert.Equal(
        Run(0, [.. s_small, "--what", "solution", "--estimator", "batch", "--threads", "1"]), Run(0, [.. s_small, "--what", "solution", "--estimator", "batch", "--threads", "2"]));

    [Fact]
    public void What_cannot_be_told_is_listed_and_drawn()
    {
        string picture = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        try
        {
            string[] lines = Run(0, [.. s_small, "--set", "control.segment=isl-only", "--what", "observability", "--plot", picture]);
            Assert.Equal("direction,state,unseen_share,sigma_over_apriori,removed_by", lines[0]);
            Assert.Contains(lines, l => l.StartsWith("offset common to all clocks,unseen", StringComparison.Ordinal));
            Assert.Contains(lines, l => l.StartsWith("turn of all orbits about the pole,", StringComparison.Ordinal) && l.Contains("an anchor at ", StringComparison.Ordinal));
            Assert.Contains("turn of all orbits about the pole", File.ReadAllText(picture), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(picture);
        }
    }

    [Theory]
    [InlineData("--what", "solution", "--estimator", "guess")]
    [InlineData("--what", "solution", "--step", "10s")]
    [InlineData("--what", "solution", "--stop", "2024-09-19T00:00:00GPST")]
    [InlineData("--what", "solution", "--plot", "a.png")]
    [InlineData("--what", "observability", "--plot", "a.pdf")]
    [InlineData("--what", "observability", "--set", "links.payload=none")]
    [InlineData("--what", "solution", "--estimator", "batch", "--set", "links.payload=none")]
    [InlineData("--what", "solution", "--estimator", "kinematic", "--set", "links.payload=none")]
    [InlineData("--what", "solution", "--estimator", "kinematic", "--set", "control.segment=ground-regional")]
    [InlineData("--what", "solution", "--estimator", "batch", "--set", "control.segment=ground-regional", "--set", "control.warm_up=0h", "--set", "time.duration=30min")]
    [InlineData("--what", "solution", "--estimator", "distributed", "--set", "control.segment=ground-regional")]
    [InlineData("--what", "solution", "--set", "control.segment=isl-only", "--set", "constellation.satellites=C19-C22")]
    [InlineData("--what", "solution", "--estimator", "smoother", "--set", "control.segment=isl-only", "--set", "constellation.satellites=C19-C22")]
    [InlineData("--what", "solution", "--estimator", "batch", "--set", "control.segment=isl-only", "--set", "constellation.satellites=C19-C22")]
    [InlineData("--what", "solution", "--estimator", "kinematic", "--set", "control.segment=isl-only", "--set", "constellation.satellites=C19-C22")]
    public void Wrong_input_is_exit_2(params string[] options) => Run(2, ["beidou-3", "--set", "control.warm_up=1h", "--set", "time.duration=1h", .. options]);

    private static string[] Run(int status, string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["links", .. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
